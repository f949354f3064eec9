/** A strand's sentences → the date of its main act, and every other date it names. */

import type { ClaimBasis } from '../core/claim.ts'
import { type PartialDate, UNKNOWN_DATE } from '../core/partial-date.ts'
import type { Span } from '../core/span.ts'
import type { DateMention } from './dates.ts'
import type { Line } from './lines.ts'
import { CONDUCT } from './strand.ts'
import { says, saysBetween } from './turns.ts'

export type Dated = {
  readonly value: PartialDate
  readonly span: Span | null
  readonly rule: string
  readonly basis: ClaimBasis
}

const from = (mention: DateMention, basis: ClaimBasis): Dated => ({
  value: mention.value,
  span: mention.span,
  rule: mention.rule,
  basis: mention.relative ? 'inferred' : basis,
})

/** The date nearest to the first harm; else the one told last before it; else what governs the passage. */
export function mainDate(lines: readonly Line[], carried: DateMention | null): Dated {
  let told: DateMention | null = null
  let weak: DateMention | null = null
  if (!lines.some((line) => line.acts.some((one) => !CONDUCT.has(one.act)))) {
    const first = lines
      .flatMap((line) => line.dates)
      .find((one) => one.use === 'act' && one.value.from !== null)
    if (first) return from(first, 'stated')
  }
  for (const line of lines) {
    const usable = line.dates.filter((one) => one.use === 'act')
    const harm = line.acts.find((one) => !CONDUCT.has(one.act))
    if (harm) {
      const best = nearest(usable, harm.span, line)
      // A day counted from the one told before does not go before it.
      if (weak && best?.mention.relative) return from(weak, 'stated')
      if (best && !best.aside) return from(refined(best.mention, harm.act, lines), 'stated')
      if (told) return from(told, 'stated')
      // «Fined for a march on 8 May»: the date is that of the march, unless nothing better follows.
      weak ??= best?.mention ?? null
      if (!best && !weak) break
      continue
    }
    if (!weak) told = usable.findLast((one) => one.value.from !== null) ?? told
  }
  if (told) return from(told, 'stated')
  if (weak) return from(weak, 'stated')
  const dated = lines
    .filter((line) => says(line, 'dated'))
    .flatMap((line) => line.dates)
    .find((one) => one.use === 'act')
  if (dated) return from(dated, 'stated')
  const planned = lines
    .filter((line) => line.acts.length > 0)
    .flatMap((line) => line.dates)
    .find((one) => one.use === 'plan' && one.value.from !== null)
  if (planned && carried?.value.from !== planned.value.from && carried?.use !== 'plan')
    return from(planned, 'inferred')
  const later = lines.flatMap((line) =>
    line.dates.filter((one) => one.use === 'act' && line.acts.length > 0),
  )[0]
  if (later && carried?.use !== 'plan') return from(later, 'stated')
  if (carried) return from(carried, 'carried')
  const other = lines
    .flatMap((line) => line.dates)
    .find(
      (one) =>
        one.use === 'bound' ||
        one.use === 'plan' ||
        // The year of a post is no bound of what it was punished with.
        (one.use === 'topic' && one.value.precision !== 'year'),
    )
  if (other?.use === 'plan') return from(other, 'stated')
  if (other)
    return {
      value: { from: null, to: other.value.to, precision: 'unknown' },
      span: other.span,
      rule: 'date-bound@1',
      basis: 'inferred',
    }
  return { value: UNKNOWN_DATE, span: null, rule: 'date-unknown@1', basis: 'inferred' }
}

const ASIDE = /\b(?:after|because|when|before|where|who|for(?! (?:the )?\p{Lu})|since|over|following)\b/u

/** «For three days from 30 April» answers to nothing. */
const DURATION = /\bfor (?:[a-z-]+|\d+) (?:hour|day|week|month|year)s?\b/g

/** «Dismissed at the end of May … on 31 May she was told»: the day on which the same act is told again says more. */
function refined(told: DateMention, act: string, lines: readonly Line[]): DateMention {
  const { from: first, to: last, precision } = told.value
  if (precision !== 'month' || first === null || last === null) return told
  const again = lines
    .filter((line) => line.acts.some((one) => one.act === act))
    .flatMap((line) => line.dates)
    .filter(({ use, value }) => use === 'act' && value.precision === 'day' && value.from === value.to)
    .filter(({ value }) => value.from !== null && first <= value.from && value.from <= last)
  return again[0] ?? told
}

const COARSE: Readonly<Record<PartialDate['precision'], number>> = {
  day: 0,
  month: 30,
  year: 90,
  unknown: 90,
}

/** A date in the same clause wins over one beyond a comma; `aside` when it dates what the act answers to. */
function nearest(
  dates: readonly DateMention[],
  at: Span,
  line: Line,
): { readonly mention: DateMention; readonly aside: boolean } | null {
  let best: { mention: DateMention; aside: boolean } | null = null
  let least = Number.POSITIVE_INFINITY
  for (const mention of dates) {
    const before = mention.span.end <= at.start
    const [start, end] = before ? [mention.span.end, at.start] : [at.end, mention.span.start]
    const between = line.words.slice(start - line.span.start, end - line.span.start)
    const ahead = line.words.slice(0, mention.span.start - line.span.start)
    // «In a trial that began on 2 May, she was sentenced on 14 May»: the first day is that of the clause.
    const leading =
      before &&
      mention.span.start - line.span.start < 30 &&
      !/\b(?:that|which) (?:had )?(?:beg[au]n|opened|started|took place|was held)\b/.test(ahead)
    const aside =
      !leading && (ASIDE.test(between.replace(DURATION, '')) || saysBetween(line, 'aside', start, end))
    // «Under house arrest since May, he was moved on 3 June»: a state that lasts is no news.
    const since = /^since\b/i.test(
      line.words.slice(Math.max(0, mention.span.start - line.span.start - 6)).replace(/^.*?(?=since)/i, ''),
    )
    // «Upheld the sentence of 4 March»: the day of what is spoken of.
    const spoken = /\bof (?:the )?$/.test(ahead)
    // «Convicted in 2031, he lost his appeal on 30 May»: the day is the news, the year its past.
    const cost =
      (leading ? 0 : Math.abs(between.length)) +
      (aside ? 80 : 0) +
      (since || spoken ? 60 : 0) +
      COARSE[mention.value.precision]
    if (cost < least) {
      best = { mention, aside: aside && !before }
      least = cost
    }
  }
  return best
}
