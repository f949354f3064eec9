/** What one row or passage tells, and records, in; the records that may tell the same event, with what speaks for it, out. */
import { compareNames } from '../core/names/compare.ts'
import type { NameRules } from '../core/names/rules.ts'
import { addDays, type PartialDate } from '../core/partial-date.ts'

export type ToldEvent = {
  readonly date: PartialDate | null
  /** Present-day names. */
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly acts: readonly string[]
}
export type KnownEvent = ToldEvent & { readonly id: string }
export type LikelyRecord = {
  readonly id: string
  readonly why: readonly ('date' | 'place' | 'person' | 'act')[]
}

/** News of a day are often told under the next. */
const DAYS_APART = 1

/**
 * The same event is perhaps told where days are the same or next to each other and a person's name is alike, or, where one of
 * the two names nobody, a place and an act are shared. A month or a year says too little: on an unknown day nothing is likely.
 */
export function likelyRecords(
  told: ToldEvent,
  known: EventsByDay,
  rules: NameRules,
): readonly LikelyRecord[] {
  const near = new Set(daysOf(told.date, DAYS_APART).flatMap((day) => known.get(day) ?? []))
  return [...near].flatMap((one): LikelyRecord[] => {
    const isPerson = told.people.some((name) =>
      one.people.some((other) => compareNames(name, other, 'Person', rules)?.same === true),
    )
    const isPlace = told.places.some((place) => one.places.includes(place))
    const isAct = told.acts.some((act) => one.acts.includes(act))
    const isNamed = told.people.length > 0 && one.people.length > 0
    if (!(isPerson || (!isNamed && isPlace && isAct))) return []
    return [
      {
        id: one.id,
        why: [
          'date' as const,
          ...(isPerson ? (['person'] as const) : []),
          ...(isPlace ? (['place'] as const) : []),
          ...(isAct ? (['act'] as const) : []),
        ],
      },
    ]
  })
}

/** An event of more days than these is no event. */
const MOST_DAYS = 40

/** Each day of a date that is known to the day, with so many around it. */
export function daysOf(date: PartialDate | null, around: number): readonly string[] {
  if (!date?.from || !date.to || date.precision !== 'day') return []
  const last = addDays(date.to, around)
  const days: string[] = []
  for (let day = addDays(date.from, -around); day <= last && days.length < MOST_DAYS; day = addDays(day, 1))
    days.push(day)
  return days
}

export type EventsByDay = ReadonlyMap<string, readonly KnownEvent[]>
export function byDay(events: readonly KnownEvent[]): EventsByDay {
  const found = new Map<string, KnownEvent[]>()
  for (const one of events)
    for (const day of daysOf(one.date, 0)) {
      const known = found.get(day)
      if (known) known.push(one)
      else found.set(day, [one])
    }
  return found
}
