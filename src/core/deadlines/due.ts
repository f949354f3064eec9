/** Cases, assistance and the deadlines of their country in, what is due of each by when out, each with its rule. */
import type { Assistance, CaseFile, CaseRecord, Entry } from '../cases/case.ts'
import { silenceOf } from '../cases/due.ts'
import { standing } from '../cases/fold.ts'
import { dateOfEntry } from '../cases/standing.ts'
import { addDays } from '../partial-date.ts'
import type { DeadlineRule, Deadlines } from './deadline.ts'
import { addMonths, addWorkingDays, nextWorked } from './working-days.ts'
import { addHours } from './zones.ts'

/** `hour`: on the clock of the place, where the hour of the beginning is known. */
export type DeadlineDue = {
  readonly id: string
  readonly rule: DeadlineRule
  /** The entry, or the assistance itself, that it runs from. */
  readonly from: string
  readonly day: string
  readonly hour: string | null
  /** The date it runs from is not exact: it is counted from the first day it may be, so that nobody comes late. */
  readonly isEarliest: boolean
}

/** The last day of a term that began on a day; of hours also the hour. `hour` of the beginning: null where nobody knows it. */
export function endOf(
  rule: Pick<DeadlineRule, 'for' | 'unit' | 'moves'>,
  from: { readonly day: string; readonly hour: string | null },
  { holidays, zones }: Deadlines,
  region: string | null = null,
): { readonly day: string; readonly hour: string | null } {
  const moved = (day: string) => ({ day: rule.moves ? nextWorked(day, holidays) : day, hour: null })
  switch (rule.unit) {
    case 'hours': {
      const zone = (region === null ? undefined : zones.of[region]) ?? zones.else
      const end = addHours({ day: from.day, hour: from.hour ?? '00:00' }, rule.for, zone)
      // Without the hour the term is over at the earliest when the day began: the day alone is told.
      return from.hour === null ? { day: end.day, hour: null } : end
    }
    case 'days':
      return moved(addDays(from.day, rule.for))
    case 'working_days':
      return { day: addWorkingDays(from.day, rule.for, holidays), hour: null }
    case 'months':
      return moved(addMonths(from.day, rule.for))
    case 'years':
      return moved(addMonths(from.day, rule.for * 12))
  }
}

export function deadlinesDue(
  records: readonly CaseRecord[],
  of: (country: string | null) => Deadlines,
  today: string,
): readonly DeadlineDue[] {
  const countryOf = (id: string | undefined): string | null =>
    records.flatMap((one) => (one.kind === 'proceeding' && one.id === id ? [one.country] : []))[0] ?? null
  return records.flatMap((one): readonly DeadlineDue[] => {
    if (one.kind === 'proceeding') return ofCase(one, of(one.country))
    return one.kind === 'assistance' ? ofAssistance(one, of(countryOf(one.about.case)), today) : []
  })
}

/** Of each stage that a rule runs from, unless a later stage, or one of the same day, ended it. */
function ofCase({ id, entries }: CaseFile, deadlines: Deadlines): readonly DeadlineDue[] {
  const stages = standing(entries, 'stage')
  const penalties = standing(entries, 'penalty')
  return deadlines.rules.flatMap((rule): readonly DeadlineDue[] => {
    const { after } = rule
    if (!('stage' in after)) return []
    const begun = stages.filter(
      (one) =>
        one.body.stage === after.stage &&
        (after.penalty === undefined || penalties.some((each) => isOf(each, one, after.penalty))),
    )
    return begun.flatMap((one): readonly DeadlineDue[] => {
      const { from, precision } = dateOfEntry(one.body.date)
      if (from === null) return []
      const isOver = stages.some(
        (each) =>
          each.id !== one.id &&
          rule.ends.includes(each.body.stage) &&
          (dateOfEntry(each.body.date).to ?? '') >= from,
      )
      if (isOver) return []
      const end = endOf(rule, { day: from, hour: null }, deadlines)
      return [{ id, rule, from: one.id, ...end, isEarliest: precision !== 'day' }]
    })
  })
}

/** A penalty belongs to a stage by its entry, or by its day where nobody tied them. */
const isOf = (
  penalty: Entry & { readonly body: Extract<Entry['body'], { readonly kind: 'penalty' }> },
  stage: Entry & { readonly body: Extract<Entry['body'], { readonly kind: 'stage' }> },
  type: string | undefined,
): boolean =>
  penalty.body.penalty.type === type &&
  (penalty.body.stage === undefined ? penalty.body.date === stage.body.date : penalty.body.stage === stage.id)

/** Where somebody set a day by hand, that day is on the list already. */
function ofAssistance(one: Assistance, deadlines: Deadlines, today: string): readonly DeadlineDue[] {
  const { from, precision } = dateOfEntry(one.on)
  if (from === null || one.due !== null || silenceOf(one, today).kind === 'answered') return []
  return deadlines.rules.flatMap((rule): readonly DeadlineDue[] =>
    'assistance' in rule.after && rule.after.assistance === one.what
      ? [
          {
            ...{ id: one.id, rule, from: one.id, isEarliest: precision !== 'day' },
            ...endOf(rule, { day: from, hour: null }, deadlines),
          },
        ]
      : [],
  )
}
