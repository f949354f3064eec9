/** Months of published incidents in, how far the last ones surprise out: against the quarters before, at the same effort. */
import type { LiveRule } from '../../core/rating/method.ts'
import type { Live, LiveFreedom } from '../../core/rating/result.ts'
import type { MonthRow } from '../../core/rating/rows.ts'
import { FREEDOMS, type Freedom } from '../../core/values.ts'
import { clamp, kept } from './scale.ts'

/** What is rated; `other` freedoms stand beside. */
const RATED: readonly Freedom[] = FREEDOMS.filter((one) => one !== 'other')

export const monthBefore = (month: string, back: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - back
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

type Quarter = readonly MonthRow[]
const sum = (months: Quarter, of: (month: MonthRow) => number): number =>
  months.reduce((all, one) => all + of(one), 0)
/** Null when it is not known of a month. */
const effortOf = (months: Quarter): number | null =>
  months.some((one) => one.effort === null) ? null : sum(months, (one) => one.effort ?? 0)

/**
 * The last whole months before `asOf` beside those expected. Nothing is adjusted when months are missing, when effort is not
 * known, or when the newest form was made after the months began.
 */
export function liveOf(
  months: readonly MonthRow[],
  asOf: string,
  newestForm: string | null,
  rule: LiveRule,
): Live {
  const to = monthBefore(asOf.slice(0, 7), 1)
  const from = monthBefore(to, rule.window - 1)
  if (newestForm !== null && newestForm.slice(0, 7) >= from) return { kind: 'none', reason: 'form-is-newer' }
  const byMonth = new Map(months.map((one) => [one.month, one]))
  const quarters = Array.from(
    { length: rule.baseline + 1 },
    (_, back): Quarter =>
      Array.from({ length: rule.window }, (_, n) =>
        byMonth.get(monthBefore(to, back * rule.window + rule.window - 1 - n)),
      ).flatMap((one) => one ?? []),
  )
  if (quarters.some((one) => one.length < rule.window)) return { kind: 'none', reason: 'no-months' }
  const [now = [], ...past] = quarters
  const efforts = past.map(effortOf)
  const effortNow = effortOf(now)
  const effortPast = efforts.reduce<number | null>(
    (all, one) => (all === null || one === null ? null : all + one),
    0,
  )
  if (effortNow === null || effortPast === null || effortNow === 0 || effortPast === 0)
    return { kind: 'none', reason: 'no-effort' }
  const surpriseOf = (of: (month: MonthRow) => number): Omit<LiveFreedom, 'freedom' | 'good'> => {
    const rate = past.reduce((all, one) => all + sum(one, of), 0) / effortPast
    const expected = rate * effortNow
    // Weighed incidents and bad months spread wider than single chance events; never narrower than those.
    const spread =
      past.reduce((all, one, at) => {
        const wanted = rate * (efforts[at] ?? 0)
        return wanted === 0 ? all : all + (sum(one, of) - wanted) ** 2 / wanted
      }, 0) / Math.max(1, past.length - 1)
    const found = sum(now, of)
    const surprise = (found - expected) / Math.sqrt(Math.max(1, spread) * Math.max(1, expected))
    return { found, expected: kept(expected), surprise: kept(clamp(surprise, -rule.cut, rule.cut)) }
  }
  const freedoms = RATED.map((freedom): LiveFreedom => {
    const harm = surpriseOf((month) => month.weighed[freedom])
    return { freedom, ...harm, good: surpriseOf((month) => month.good[freedom]).surprise }
  })
  const meanOf = (of: (one: LiveFreedom) => number): number =>
    freedoms.reduce((all, one) => all + of(one), 0) / freedoms.length
  const points = -rule.harm * meanOf((one) => one.surprise) + rule.good * meanOf((one) => one.good)
  return { kind: 'counted', from, to, points: kept(clamp(points, -rule.most, rule.most)), freedoms }
}
