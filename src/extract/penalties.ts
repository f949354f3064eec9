/** One sentence → the penalties it says were imposed: a cue of kind tied to the nearest free term or sum. */
import type { Pack } from '../core/pack.ts'
import type { Lexicon, PenaltyCue, Reading } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import { barePenalty, type PenaltyValue } from '../core/values.ts'
import { countered, guarded } from './acts.ts'
import { numberOf, numberSource } from './numbers.ts'
import { gap, kindFor, nearest, sized } from './penalty-size.ts'
import { findAll } from './scan.ts'
import { sumsIn } from './sums.ts'
import { termsIn } from './terms.ts'

export type PenaltyMention = {
  readonly span: Span
  readonly value: PenaltyValue
  readonly act: string
  readonly rule: string
  readonly sized: boolean
}

/** Words that say a penalty without number was imposed on somebody, not merely named. */
const IMPOSED =
  /(?:sentenced|jailed|given|gave|placed|put|received|ordered|handed\s+out|under|into|issued|imposed|periods? of|fined|handed|had been|was|were|subsequently|to|imprisoned)\b[^.;]{0,34}$/i

/** Acts whose words say by themselves that the penalty was imposed. */
const TELLS_ITSELF: ReadonlySet<string> = new Set(['media_closure', 'defamation_suit'])

const UNITS = ['days', 'months', 'years'] as const

/** «Omarova got nine days, Usenov seven»: a number behind a name repeats the penalty told last. */
function elidedIn(
  text: string,
  sentence: Span,
  lexicon: Lexicon,
): { readonly span: Span; readonly size: number }[] {
  const pattern = new RegExp(
    `(?<=(?:,|;|\\band)\\s+(?:[A-Z][\\w'-]+,?\\s+){1,3})(${numberSource(lexicon)})(?=\\s*(?:[.;]|,\\s|and\\s|$))`,
    'g',
  )
  return findAll(text, pattern, sentence).flatMap(({ span, groups }) => {
    const size = numberOf(groups[1] ?? '', lexicon)
    return size === null ? [] : [{ span, size }]
  })
}

/** «Seven, five and three days»: the numbers before the last bear its unit; «and to five more» that of the one before. */
function listedIn(
  text: string,
  sentence: Span,
  lexicon: Lexicon,
): { readonly span: Span; readonly size: number; readonly next?: true }[] {
  const N = numberSource(lexicon)
  const list = new RegExp(`((?:${N},\\s+)+${N})(?=,?\\s+and\\s+${N}\\s+(?:days|months|years))`, 'g')
  const more = new RegExp(`(?<=\\band\\s+to\\s+(?:an?other\\s+)?)(${N})(?=\\s+(?:more|further)\\b)`, 'g')
  return [
    ...findAll(text, list, sentence).flatMap(({ span, groups }) => {
      let at = span.start
      return (groups[1] ?? '').split(/,\s+/).flatMap((written) => {
        const start = text.indexOf(written, at)
        at = start + written.length
        const size = numberOf(written, lexicon)
        return size === null ? [] : [{ span: { start, end: at }, size, next: true as const }]
      })
    }),
    ...findAll(text, more, sentence).flatMap(({ span, groups }) => {
      const size = numberOf(groups[1] ?? '', lexicon)
      return size === null ? [] : [{ span, size }]
    }),
  ]
}

/** Penalties in order; two cues never share one number. */
export function penaltiesIn(text: string, sentence: Span, pack: Pack, reading: Reading): PenaltyMention[] {
  const terms = termsIn(text, sentence, reading.lexicon)
  const sums = sumsIn(text, sentence, reading.lexicon)
  const taken = new Set<object>()
  const found: PenaltyMention[] = []
  for (const cue of reading.penalties)
    for (const { span } of findAll(text, cue.pattern, sentence)) {
      if (countered(cue, text, sentence, span)) continue
      const unpaid = /(?:not\s+paying|failed\s+to\s+pay|unpaid)[^.;]{0,30}$/i.test(
        text.slice(sentence.start, span.start),
      )
      if (!unpaid && guarded(text, sentence, span, reading.guards)) continue
      if (cue.type === 'fine' || cue.act === 'defamation_suit') {
        const sum = sums.find(
          (one) =>
            !taken.has(one) &&
            ((one.span.start >= span.end &&
              one.span.start - span.end < 70 &&
              !/\bfined\b/.test(text.slice(span.end, one.span.start))) ||
              /^\s+in\s+$/.test(text.slice(one.span.end, span.start))),
        )
        if (sum) taken.add(sum)
        const value = {
          ...barePenalty(cue.type),
          ...(sum?.low === null || sum === undefined
            ? { amount: sum?.amount ?? null }
            : { min: sum.low, max: sum.amount, unit: currencyOf(sum.currency, pack) }),
          currency: sum ? currencyOf(sum.currency, pack) : null,
        }
        found.push(mention(cue, sum ? both(span, sum.span) : span, value, sum !== undefined))
        continue
      }
      const used = terms.find((term) => taken.has(term) && gap(term.span, span) < 4)
      if (used) continue
      const term =
        cue.type === 'warning' ||
        (cue.type === 'house_arrest' &&
          !/^\s+for\s/.test(text.slice(span.end, span.end + 6)) &&
          !/\b(?:day|month|year)s?'*\s+(?:of|under)\s+$/.test(text.slice(span.start - 16, span.start)))
          ? undefined
          : nearest(terms, span, taken, text)
      if (term) taken.add(term)
      else if (
        cue.type === 'prison' &&
        !/(?:sentenced\s+to|jailed|imprisoned|(?:handed|given|received)(?:\s+down)?\s+an?(?:\s+\w+)?)\s*$/i.test(
          text.slice(sentence.start, span.start),
        ) &&
        !/^(?:jailed|sentenced|condemned|given|handed|received|got)/i.test(text.slice(span.start, span.end))
      )
        continue
      else if (
        !IMPOSED.test(text.slice(Math.max(sentence.start, span.start - 70), span.start)) &&
        !TELLS_ITSELF.has(cue.act) &&
        cue.type !== 'ban' &&
        cue.type !== 'warning'
      )
        continue
      const kind = kindFor(cue, term)
      for (const value of term ? sized(kind, term) : [barePenalty(kind.type)])
        found.push(
          mention(
            kind,
            term
              ? { start: Math.min(term.span.start, span.start), end: Math.max(term.span.end, span.end) }
              : span,
            value,
            term !== undefined,
          ),
        )
    }
  const elided = found.some((one) => one.sized)
    ? [...elidedIn(text, sentence, reading.lexicon), ...listedIn(text, sentence, reading.lexicon)]
    : []
  for (const one of elided) {
    const last =
      'next' in one
        ? found.find((other) => other.sized && other.span.end >= one.span.end)
        : found.filter((other) => other.sized && other.span.end <= one.span.start).at(-1)
    const unit = last && UNITS.find((name) => last.value[name] !== null)
    if (last && unit && !terms.some((term) => overlap(term.span, one.span) > 0))
      found.push({ ...last, span: one.span, value: { ...barePenalty(last.value.type), [unit]: one.size } })
  }
  // Two cues on the same words tell one penalty.
  const again = (one: PenaltyMention, index: number): boolean =>
    !one.sized &&
    found.some(
      (other, at) =>
        other !== one &&
        other.value.type === one.value.type &&
        overlap(other.span, one.span) > 0 &&
        (other.sized || at < index),
    )
  return found.filter((one, index) => !again(one, index)).sort((a, b) => a.span.start - b.span.start)
}

/** «a fine of 200 pesos», and «200 pesos in fines», where the sum comes first. */
const both = (one: Span, other: Span): Span => ({
  start: Math.min(one.start, other.start),
  end: Math.max(one.end, other.end),
})

const mention = (cue: PenaltyCue, span: Span, value: PenaltyValue, isSized: boolean): PenaltyMention => ({
  span,
  value,
  act: cue.act,
  rule: cue.id,
  sized: isSized,
})

/** The pack's currency where its code or a name of it is written; the written word otherwise. */
const currencyOf = (written: string, pack: Pack): string =>
  written === pack.currency || pack.currencyNames.some((name) => name.toLowerCase() === written.toLowerCase())
    ? pack.currency
    : written
