/** Incidents of one thing in; how many lie in each year, or quarter where all lie in few years, out. */
import { type PartialDate, within } from '../core/partial-date.ts'
import type { PublicIncident } from '../core/public-record.ts'

/** An incident that the thing is in; `sure` is false where only some sources put it there. */
export type Member = { readonly incident: PublicIncident; readonly sure: boolean }

/** `certain` lie in it by every source; `claimed` may lie in it. */
export type Column = {
  /** `2020` or `2020-q1`. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly certain: number
  readonly claimed: number
}
export type OverTime = { readonly columns: readonly Column[]; readonly undated: number }

/** Of more years than this a column is a year. */
const FEW_YEARS = 3

/** Aggregates repeat single incidents and are left out. `also`: days that must lie in the time shown. */
export function overTime(members: readonly Member[], also: readonly string[] = []): OverTime {
  const counted = members.filter((one) => one.incident.fields.kind !== 'aggregate')
  const dated = counted.filter((one) => datesOf(one).length > 0)
  const days = [
    ...dated.flatMap((one) => datesOf(one).flatMap(({ from, to }) => [from, to].flatMap((day) => day ?? []))),
    ...(dated.length > 0 ? also : []),
  ].sort()
  const [first, last] = [Number(days[0]?.slice(0, 4)), Number(days.at(-1)?.slice(0, 4))]
  const undated = counted.length - dated.length
  if (days.length === 0) return { columns: [], undated }
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const periods = years.flatMap((year) =>
    years.length > FEW_YEARS
      ? [{ id: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` }]
      : quarters(year),
  )
  return {
    columns: periods.map((period) => ({
      ...period,
      certain: dated.filter((one) => one.sure && datesOf(one).every((date) => isInside(date, period))).length,
      claimed: dated.filter((one) => datesOf(one).some((date) => within(date, period.from, period.to)))
        .length,
    })),
    undated,
  }
}

const datesOf = ({ incident }: Member): readonly PartialDate[] =>
  incident.fields.date.map((one) => one.value).filter((one) => one.from !== null || one.to !== null)

const isInside = ({ from, to }: PartialDate, period: { readonly from: string; readonly to: string }) =>
  from !== null && to !== null && from >= period.from && to <= period.to

const ENDS = ['03-31', '06-30', '09-30', '12-31']
const quarters = (year: number) =>
  ENDS.map((end, index) => ({
    id: `${year}-q${index + 1}`,
    from: `${year}-${String(index * 3 + 1).padStart(2, '0')}-01`,
    to: `${year}-${end}`,
  }))
