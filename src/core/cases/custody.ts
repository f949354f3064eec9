/** Stages of a case in, spans of custody with their days out; a span whose day is not known has no number. */
import { dayNumber } from '../partial-date.ts'
import type { Entry } from './case.ts'
import { standing } from './fold.ts'
import { concerns, dateOfEntry, holdsOn, standingOn } from './standing.ts'

/** `to` null: it goes on, by the last that is known. `days` null: a day of it is not known, and nothing is guessed. */
export type Held = {
  readonly from: string | null
  readonly to: string | null
  readonly goesOn: boolean
  readonly days: number | null
}

/** Nights between the first and the last day, counted only between days that are known exactly. */
export function custodyOf(entries: readonly Entry[], today: string, person?: string): readonly Held[] {
  const stages = standing(entries, 'stage')
    .filter(
      (one) =>
        concerns(one, person) &&
        ['detained', 'release', 'release_restricted', 'death'].includes(one.body.stage),
    )
    .filter((one) => dateOfEntry(one.body.date).from !== null)
    // A stable sort: what was written later on one day stays later.
    .sort((a, b) => (dateOfEntry(a.body.date).from ?? '').localeCompare(dateOfEntry(b.body.date).from ?? ''))
  const spans: Held[] = []
  let since: string | null = null
  for (const { body } of stages) {
    if (body.stage === 'detained') since ??= body.date
    else if (since !== null) {
      spans.push(spanOf(since, body.date, false, today))
      since = null
    }
  }
  const goesOn = since !== null && standingOn(entries, today, person).liberty === 'held'
  return since === null ? spans : [...spans, spanOf(since, null, goesOn, today)]
}

function spanOf(from: string, to: string | null, goesOn: boolean, today: string): Held {
  const [first, last] = [dayOf(from), to === null ? (goesOn ? today : null) : dayOf(to)]
  const days = first === null || last === null ? null : dayNumber(last) - dayNumber(first)
  return { from, to, goesOn, days }
}

const dayOf = (date: string): string | null => {
  const { from, to } = dateOfEntry(date)
  return from !== null && from === to ? from : null
}

/**
 * Of administrative detention in days: how many were served and how many are left, while it goes on. Terms in months and
 * years are not computed: how custody before the sentence counts is law, and differs. Nor is one of several people at once:
 * each was taken and let go for themselves. `people`: whom the case is about.
 */
export function termOf(
  entries: readonly Entry[],
  penalty: Pick<Entry, 'people' | 'body'>,
  today: string,
  people: readonly string[],
): { readonly served: number; readonly left: number } | null {
  if (penalty.body.kind !== 'penalty') return null
  const { type, days } = penalty.body.penalty
  if (type !== 'administrative_detention' || days === undefined) return null
  const sentenced = dateOfEntry(penalty.body.date).from
  const [person, ...others] = penalty.people.length > 0 ? penalty.people : people
  if (others.length > 0) return null
  const span = custodyOf(entries, today, person).find(
    ({ from, to }) => sentenced !== null && from !== null && holdsOn({ from, until: to }, sentenced),
  )
  if (!span || span.days === null) return null
  const served = Math.min(span.days, days)
  return { served, left: span.goesOn ? days - served : 0 }
}
