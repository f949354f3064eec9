/** When the incidents of one thing may have been in; how many lie in each year, or quarter where all lie in few years, out. */
import { type PartialDate, within } from '../core/partial-date.ts'

/** So many incidents have these dates, one beside another where sources disagree. No date: it is not known. */
export type Dated = {
  readonly dates: readonly PartialDate[]
  readonly certain: number
  readonly claimed: number
}

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

/** `also`: days that must lie in the time shown. */
export function overTime(all: readonly Dated[], also: readonly string[] = []): OverTime {
  const dated = all.filter((one) => one.dates.length > 0)
  const days = [
    ...dated.flatMap((one) => one.dates.flatMap(({ from, to }) => [from, to].flatMap((day) => day ?? []))),
    ...(dated.length > 0 ? also : []),
  ].sort()
  const [first, last] = [Number(days[0]?.slice(0, 4)), Number(days.at(-1)?.slice(0, 4))]
  const undated = total(all.filter((one) => one.dates.length === 0))
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
      certain: dated
        .filter((one) => one.dates.every((date) => isInside(date, period)))
        .reduce((sum, one) => sum + one.certain, 0),
      claimed: total(dated.filter((one) => one.dates.some((date) => within(date, period.from, period.to)))),
    })),
    undated,
  }
}

const total = (some: readonly Dated[]): number => some.reduce((sum, one) => sum + one.claimed, 0)

const isInside = ({ from, to }: PartialDate, period: { readonly from: string; readonly to: string }) =>
  from !== null && to !== null && from >= period.from && to <= period.to

const ENDS = ['03-31', '06-30', '09-30', '12-31']
const quarters = (year: number) =>
  ENDS.map((end, index) => ({
    id: `${year}-q${index + 1}`,
    from: `${year}-${String(index * 3 + 1).padStart(2, '0')}-01`,
    to: `${year}-${end}`,
  }))
