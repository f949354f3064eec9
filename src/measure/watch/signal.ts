/** Months, incidents, ratings and alerts in; the signal of a month with every sign and what stands behind it out. It lists nobody. */
import type { MonthRow } from '../../core/rating/rows.ts'
import type { ChangeFinding, Sign, Unasked, WatchRules, WatchSignal } from '../../core/rating/watch.ts'
import { FREEDOMS, type Freedom } from '../../core/values.ts'
import { changeOf } from './change.ts'

export type WatchInput = {
  readonly country: string
  /** The last whole month, which counts are asked about; the day up to which single events and alerts are known. */
  readonly month: string
  readonly asOf: string
  /** In order, up to that month. */
  readonly months: readonly MonthRow[]
  readonly incidents: readonly {
    readonly id: string
    readonly month: string
    readonly freedoms: readonly Freedom[]
    readonly acts: readonly string[]
  }[]
  /** How likely it is that the score fell as the rule asks; null: there are no two ratings to compare. */
  readonly fall: { readonly probability: number; readonly ratings: readonly string[] } | null
  /** Days on which a partner raised an alert. */
  readonly alerts: readonly string[]
}

const WATCHED = FREEDOMS.filter((one) => one !== 'other')
const monthsFrom = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
/** Known by then, and not older than so many months: what happened this week need not wait for the month to end. */
const isRecent = (
  day: string,
  { month, asOf }: Pick<WatchInput, 'month' | 'asOf'>,
  months: number,
): boolean => day <= asOf.slice(0, day.length) && monthsFrom(day, month) < months

export function watchSignal(input: WatchInput, rules: WatchRules): WatchSignal {
  const { country, month, incidents } = input
  const found = WATCHED.map((freedom) => changeOf(input.months, freedom, rules.change))
  const changes = found.filter((one): one is ChangeFinding => 'months' in one)
  const unasked = found.filter((one): one is Unasked => 'reason' in one)
  const alarms = changes.filter((one) => one.isAlarm)
  const behind = alarms.flatMap(({ freedom, began }) =>
    incidents.filter(
      (one) => one.freedoms.includes(freedom) && one.month >= (began?.month ?? '') && one.month <= month,
    ),
  )
  const triggers = rules.trigger.acts.flatMap(({ act, least }) => {
    const own = incidents.filter(
      (one) => one.acts.includes(act) && isRecent(one.month, input, rules.trigger.months),
    )
    return own.length >= least ? [{ act, own }] : []
  })
  const alerts = input.alerts.filter((day) => isRecent(day, input, rules.alert.months))
  const fallen = input.fall !== null && input.fall.probability >= rules.fall.certain
  const sign = (kind: Sign['kind'], of: readonly string[], ids: readonly string[] = []): Sign => ({
    ...{ kind, rule: rules[kind].id, isGiven: of.length > 0, of },
    incidents: [...new Set(ids)].sort(),
  })
  const signs = [
    sign(
      'change',
      alarms.map((one) => one.freedom),
      behind.map((one) => one.id),
    ),
    sign('fall', fallen ? (input.fall?.ratings ?? []) : []),
    sign(
      'trigger',
      triggers.map((one) => one.act),
      triggers.flatMap((one) => one.own.map((each) => each.id)),
    ),
    sign('alert', alerts),
  ]
  const given = signs.filter((one) => one.isGiven).length
  const method = `${rules.id}@${rules.methodVersion}`
  return { country, month, method, isSignal: given >= rules.signal.least, signs, changes, unasked }
}
