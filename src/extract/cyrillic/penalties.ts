/** One sentence → the penalties it says were imposed, each cue tied to the nearest free term or sum. */
import type { Pack } from '../../core/pack.ts'
import type { PenaltyCue, Reading } from '../../core/reading.ts'
import type { Span } from '../../core/span.ts'
import { barePenalty, type PenaltyValue } from '../../core/values.ts'
import { countered, guarded } from '../acts.ts'
import type { PenaltyMention } from '../penalties.ts'
import { gap, kindFor, nearest, sized } from '../penalty-size.ts'
import { findAll } from '../scan.ts'
import type { Term } from '../terms.ts'
import { makes } from '../turns.ts'
import { isLoose, numberOf, numberSource } from './numbers.ts'
import { patternsOf } from './patterns-of.ts'

type Sum = {
  readonly span: Span
  readonly amount: number
  readonly currency: string
  readonly isMoney: boolean
}
const FAR = 80

export function penaltiesInflected(
  text: string,
  sentence: Span,
  pack: Pack,
  reading: Reading,
): PenaltyMention[] {
  const terms = termsIn(text, sentence, reading)
  const sums = sumsIn(text, sentence, pack, reading)
  const taken = new Set<object>()
  const found: PenaltyMention[] = []
  for (const cue of reading.penalties)
    for (const { span } of findAll(text, cue.pattern, sentence)) {
      if (countered(cue, text, sentence, span) || guarded(text, sentence, span, reading.guards)) continue
      if (makes(text.slice(Math.max(sentence.start, span.start - 60), span.start), 'provided', reading))
        continue
      if (cue.type === 'fine') {
        const near = sums.filter((one) => !taken.has(one) && gap(one.span, span) < FAR)
        const sum = near.find((one) => one.isMoney) ?? near[0]
        for (const one of near) taken.add(one)
        const again = found.some((one) => one.value.type === 'fine')
        if (sum === undefined && again) continue
        found.push(
          mention(
            cue,
            sum ? cover(span, sum.span) : span,
            {
              ...barePenalty('fine'),
              amount: sum?.amount ?? null,
              currency: sum?.currency ?? null,
            },
            sum !== undefined,
          ),
        )
        continue
      }
      if (terms.some((one) => taken.has(one) && gap(one.span, span) < 4)) continue
      const fits =
        cue.type === 'administrative_detention'
          ? terms.filter((one) => one.unit === 'days')
          : terms.filter((one) => one.unit !== 'days')
      const term =
        cue.type === 'warning' ||
        (cue.type === 'house_arrest' &&
          !/^\p{L}*\s+(?:сроком\s+)?на\s/u.test(text.slice(span.end, span.end + 20)))
          ? undefined
          : nearest(fits, span, taken, text)
      if (term) taken.add(term)
      else if (
        cue.type === 'prison' &&
        !/приговор|осужд|осуд|айыр|сотта/iu.test(
          text.slice(Math.max(sentence.start, span.start - 60), span.end),
        )
      )
        continue
      else if (found.some((one) => one.value.type === cue.type)) continue
      const kind = kindFor(cue, term)
      for (const value of term ? sized(kind, term) : [barePenalty(kind.type)])
        found.push(mention(kind, term ? cover(span, term.span) : span, value, term !== undefined))
    }
  return found.sort((a, b) => a.span.start - b.span.start)
}

const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })
const mention = (cue: PenaltyCue, span: Span, value: PenaltyValue, isSized: boolean): PenaltyMention => ({
  span,
  value,
  act: cue.act,
  rule: cue.id,
  sized: isSized,
})

/** Terms that were neither asked for nor are the most a law provides. */
function termsIn(text: string, sentence: Span, reading: Reading): Term[] {
  const { unit, unitOf, to } = patternsOf(reading)
  const { lexicon } = reading
  const N = `(${numberSource(lexicon)})(?:-?(?:ти|и|х|ми|ю))?`
  const pattern = new RegExp(
    `(?<![\\d.,])${N}(?:\\s*${to}\\s*${N})?[\\s-]+${unit}(?!\\p{L})(?:\\s+(?:и\\s+)?${N}\\s+(?:месяц|ай)\\p{L}*)?`,
    'giu',
  )
  return findAll(text, pattern, sentence).flatMap(({ span, groups }): Term[] => {
    const [, first = '', second, word = '', beyond] = groups
    const before = text.slice(Math.max(sentence.start, span.start - 60), span.start)
    const after = text.slice(span.end, span.end + 16)
    if (
      makes(before, 'provided', reading) ||
      /^\s*(?:назад|спустя|ранее|до\s+этого|бұрын|кейін)/iu.test(after)
    )
      return []
    const low = numberOf(first, lexicon)
    if (low === null || low >= 1900) return []
    return [
      {
        span,
        unit: unitOf(word),
        low,
        high: second === undefined ? null : numberOf(second, lexicon),
        each: false,
        months: beyond === undefined ? 0 : (numberOf(beyond, lexicon) ?? 0),
      },
    ]
  })
}

/** Sums of money and of the units fines are counted in. */
function sumsIn(text: string, sentence: Span, pack: Pack, reading: Reading): Sum[] {
  const { lexicon } = reading
  const names = lexicon.currencies.map((one) => one.replaceAll(' ', '\\s+')).join('|')
  const pattern = new RegExp(`(?<![\\d.,])(${numberSource(lexicon)})\\s*(${names})(?!\\p{Lu})`, 'giu')
  return findAll(text, pattern, sentence).flatMap(({ span, groups }): Sum[] => {
    const [, digits = '', unit = ''] = groups
    const number = isLoose(digits, lexicon) ? null : numberOf(digits, lexicon)
    if (number === null || /доллар|евро|\$|€/iu.test(unit)) return []
    const own = pack.currencyNames.some((name) => unit.toLowerCase().startsWith(name.toLowerCase()))
    return [
      {
        span,
        amount: Math.round(number * 100) / 100,
        currency: own ? pack.currency : unit,
        isMoney: !/МРП|АЕК|велич|показател|БРВ/iu.test(unit),
      },
    ]
  })
}
