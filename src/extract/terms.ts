/** One sentence → the terms (days, months, years) it names, apart from what they are for. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { numberOf, numberSource } from './numbers.ts'
import { findAll } from './scan.ts'

export type Unit = 'days' | 'months' | 'years'
export type Term = {
  readonly span: Span
  readonly unit: Unit
  readonly low: number
  readonly high: number | null
  readonly each: boolean
  /** «Two years and three months»: what stands beyond the years. */
  readonly months: number
}
const cache = new WeakMap<Lexicon, RegExp>()

function patternOf(lexicon: Lexicon): RegExp {
  const made = cache.get(lexicon)
  if (made) return made
  const N = `(?:\\d+(?:\\.\\d+)?|${numberSource(lexicon)}|\\ban?)`
  const pattern = new RegExp(
    `(?<![\\d,])(${N})(?:\\s*(-|–|to|or|and)\\s*(${N}))?(?:[\\s-]+(?:and[\\s-]+a[\\s-]+half|1/2|½)|½)?[\\s-]+(?:(?:full|calendar)\\s+)?(day|month|year)s?\\b(?:'?,?\\s+(?:and\\s+)?(${N})\\s+months?\\b)?(?:,?\\s+and\\s+${N}\\s+days?\\b)?(?:\\s+and\\s+a\\s+half\\b)?`,
    'gi',
  )
  cache.set(lexicon, pattern)
  return pattern
}

const BARE = /\b(?:got|received|given|handed)\s+(\d{1,2}|[a-z]+)(?=[.;]|,\s)/g
const UNITS: Readonly<Record<string, Unit>> = { day: 'days', month: 'months', year: 'years' }

/** Terms in order; maxima that the law provides for and ages are none. */
export function termsIn(text: string, sentence: Span, lexicon: Lexicon): Term[] {
  const told = findAll(text, patternOf(lexicon), sentence).flatMap(({ span, groups }): Term[] => {
    const [whole = '', first = '', sign = '', second, unit = '', beyond] = groups
    const before = text.slice(Math.max(sentence.start, span.start - 26), span.start)
    const after = text.slice(span.end, span.end + 24)
    if (
      /(?:up to|maximum (?:of )?|carries|punishable by|provides for|nearly|aged?|for the past|after|last|suspended\s+for)\s*$/i.test(
        before,
      )
    )
      return []
    if (
      /^[\s-]*(?:old|ago|later|earlier)\b/i.test(after) ||
      (/^[\s-]*(?:after|before)\b/i.test(after) && !/\bfor\s*$/i.test(before))
    )
      return []
    const value = (written: string): number | null =>
      /^an?$/i.test(written) ? 1 : /^\d+\.\d+$/.test(written) ? Number(written) : numberOf(written, lexicon)
    const low = value(first)
    const high = second === undefined ? null : value(second)
    if (low === null) return []
    const half = /and[\s-]+a[\s-]+half|1\/2|½/i.test(whole) ? 0.5 : 0
    // «Cut from nine to six years»: what stands is the last.
    const cut = high !== null && high < low && /^to$/i.test(sign)
    return [
      {
        span,
        unit: UNITS[unit.toLowerCase()] ?? 'days',
        low: (cut ? high : low) + half,
        high: cut ? null : high,
        months: /^year/i.test(unit) && beyond !== undefined ? (value(beyond) ?? 0) : 0,
        each: /and/i.test(sign) && /respectively/i.test(text.slice(span.end, sentence.end)),
      },
    ]
  })
  return [...told, ...bareTerms(text, sentence, lexicon)]
}

/** «Got 9.» after «12 days»: the unit is the one named last before it. */
function bareTerms(text: string, sentence: Span, lexicon: Lexicon): Term[] {
  return findAll(text, BARE, sentence).flatMap(({ span, groups }): Term[] => {
    const unit = [
      ...text.slice(Math.max(0, span.start - 160), span.start).matchAll(/\b(day|month|year)s?\b/g),
    ].at(-1)?.[1]
    const low = numberOf(groups[1] ?? '', lexicon)
    if (unit === undefined || low === null) return []
    const start = span.end - (groups[1] ?? '').length
    return [
      {
        span: { start, end: span.end },
        unit: UNITS[unit] ?? 'days',
        low,
        high: null,
        each: false,
        months: 0,
      },
    ]
  })
}
