/** Public incidents of one place, body or provision in, what is counted of them over all time out, by the rules of every other count. */
import type { Measure, Period } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { measurePeriod } from '../../measure/measure-period.ts'

/** Every day there is. */
const ALL: Period = { id: 'all', from: '0000-01-01', to: '9999-12-31' }

/** `sure`: whether every source puts the thing in the incident; what only some say is claimed, and not certain. */
export function measuresOfThing(
  members: readonly { readonly incident: PublicIncident; readonly sure: boolean }[],
  pack: Pack,
): readonly Measure[] {
  const key = ({ method, slice }: Measure): string => `${method} ${slice?.facet} ${slice?.value}`
  const of = (some: typeof members): readonly Measure[] =>
    measurePeriod(
      some.map((one) => one.incident),
      ALL,
      { pack },
    )
  const most = new Map(of(members).map((one) => [key(one), one.claimed]))
  return of(members.filter((one) => one.sure)).map((one) => ({
    ...one,
    claimed: most.get(key(one)) ?? null,
  }))
}
