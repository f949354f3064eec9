/** A strand's sentences → the date of its main act, and every other date it names. */
import { type PartialDate, UNKNOWN_DATE } from '../core/partial-date.ts'
import type { Span } from '../core/span.ts'
import type { ClaimBasis } from '../core/claim.ts'
import type { DateMention } from './dates.ts'
import type { Line } from './lines.ts'
import { CONDUCT } from './segment.ts'

export type Dated = { readonly value: PartialDate; readonly span: Span | null; readonly rule: string; readonly basis: ClaimBasis }

const from = (mention: DateMention, basis: ClaimBasis): Dated => ({ value: mention.value, span: mention.span, rule: mention.rule, basis: mention.relative ? 'inferred' : basis })

/** The date nearest to the first harm; else the one told last before it; else what governs the passage. */
export function mainDate(lines: readonly Line[], carried: DateMention | null): Dated {
  let told: DateMention | null = null
  for (const line of lines) {
    const usable = line.dates.filter((one) => one.use === 'act')
    const harm = line.acts.find((one) => !CONDUCT.has(one.act))
    if (harm) {
      const best = nearest(usable, harm.span, line)
      if (best) return from(best, 'stated')
      if (told) return from(told, 'stated')
      break
    }
    told = usable.findLast((one) => one.value.from !== null) ?? told
  }
  if (told) return from(told, 'stated')
  const later = lines.flatMap((line) => line.dates.filter((one) => one.use === 'act' && line.acts.length > 0))[0]
  if (carried) return from(carried, 'carried')
  if (later) return from(later, 'stated')
  const other = lines.flatMap((line) => line.dates).find((one) => one.use === 'bound' || one.use === 'plan' || one.use === 'topic')
  if (other?.use === 'plan') return from(other, 'stated')
  if (other) return { value: { from: null, to: other.value.to, precision: 'unknown' }, span: other.span, rule: 'date-bound@1', basis: 'inferred' }
  return { value: UNKNOWN_DATE, span: null, rule: 'date-unknown@1', basis: 'inferred' }
}

/** A date in the same clause wins over a nearer one beyond a comma; words before the act over words after. */
function nearest(dates: readonly DateMention[], at: Span, line: Line): DateMention | null {
  let best: DateMention | null = null
  let least = Number.POSITIVE_INFINITY
  for (const one of dates) {
    const before = one.span.end <= at.start
    const between = before ? line.words.slice(one.span.end - line.span.start, at.start - line.span.start) : line.words.slice(at.end - line.span.start, one.span.start - line.span.start)
    const leading = before && one.span.start - line.span.start < 30
    const cost = (leading ? 0 : Math.abs(between.length)) + (/\b(?:after|because|when|before|where|who|for|that|since|over|following|to)\b/.test(between) && !leading ? 80 : 0)
    if (cost < least) { best = one; least = cost }
  }
  return best
}

/** Every other day, month or year of the strand as the annotation writes it (`2031-05-07`, `2031-05`, `2031`). */
export function otherDates(lines: readonly Line[], main: Dated): { readonly value: string; readonly span: Span; readonly rule: string; readonly relative: boolean }[] {
  const seen = new Set<string>()
  return lines.flatMap((line) => line.dates).flatMap((one) => {
    const { from: first, to: last, precision } = one.value
    const ends = precision === 'day' ? [first, last] : precision === 'month' ? [first?.slice(0, 7)] : [first?.slice(0, 4)]
    return [...new Set(ends)].flatMap((value) => {
      if (!value || seen.has(value) || value === main.value.from || value === main.value.to) return []
      seen.add(value)
      return [{ value, span: one.span, rule: one.rule, relative: one.relative }]
    })
  })
}
