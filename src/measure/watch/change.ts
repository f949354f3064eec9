/** Months of one freedom in, whether incidents have become more than the same effort would have told, out. */
import type { MonthRow } from '../../core/rating/rows.ts'
import type { ChangeFinding, ChangeRule, Unasked } from '../../core/rating/watch.ts'
import type { Freedom } from '../../core/values.ts'
import { whenBegan } from './began.ts'
import { cusum, type Expected, spreadOf } from './cusum.ts'

/** `months` in order, the last whole one at the end. The baseline stands before the run, so that a slow rise is not its own measure. */
export function changeOf(
  months: readonly MonthRow[],
  freedom: Freedom,
  rule: ChangeRule,
): ChangeFinding | Unasked {
  const used = months.slice(-(rule.baseline + rule.run))
  if (used.length < rule.baseline + rule.run) return { freedom, reason: 'no-months' }
  const past = used.slice(0, rule.baseline)
  const efforts = used.map((one) => one.effort)
  const sum = (some: readonly (number | null)[]): number =>
    some.reduce<number>((all, one) => all + (one ?? 0), 0)
  const effortPast = sum(efforts.slice(0, rule.baseline))
  // Nobody wrote, or nobody knows whether: silence is no calm, and the first words after it are no storm.
  if (efforts.includes(null) || effortPast === 0 || sum(efforts.slice(rule.baseline)) === 0)
    return { freedom, reason: 'no-effort' }
  const found = sum(past.map((one) => one.incidents[freedom]))
  if (found < rule.leastExpected * rule.baseline) return { freedom, reason: 'too-few' }
  const rate = found / effortPast
  const beside = (month: MonthRow): Expected => ({
    found: month.incidents[freedom],
    expected: rate * (month.effort ?? 0),
  })
  const run = used.slice(rule.baseline)
  const spread = spreadOf(past.map(beside))
  const counted = run.map(beside)
  const sums = cusum(counted, rule.allowance, spread)
  const isAlarm = (sums.at(-1) ?? 0) > rule.limit
  const began = isAlarm ? whenBegan(counted, spread) : null
  return {
    freedom,
    months: run.map(({ month }, at) => ({
      month,
      found: counted[at]?.found ?? 0,
      expected: kept(counted[at]?.expected ?? 0),
      sum: kept(sums[at] ?? 0),
    })),
    isAlarm,
    began: began && {
      month: run[began.at]?.month ?? '',
      probability: kept(began.probability),
      times: kept(began.times),
    },
  }
}

const kept = (value: number): number => Math.round(value * 100) / 100
