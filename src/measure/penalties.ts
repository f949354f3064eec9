/** The penalties of one kind in an incident → how many, how many days and months, how much money, how many index units. */

import type { Countable } from '../core/countable.ts'
import type { Pack } from '../core/pack.ts'
import type { PublicPenalty } from '../core/public-record.ts'
import type { PenaltyType } from '../core/values.ts'
import { eitherOf, isDisputed, type Range, sum } from './range.ts'

const ofType = (incident: Countable, type: PenaltyType): readonly PublicPenalty[] =>
  incident.fields.penalties.map((one) => one.value).filter((one) => one.type === type)

/** Penalties are given side by side, unless sources disagree: then one of them is right. */
const combined = (incident: Countable, ranges: readonly Range[]): Range | null =>
  ranges.length === 0 ? null : isDisputed(incident, 'penalty') ? eitherOf(ranges) : sum(ranges)

/** Each person punished is one penalty; a penalty whose persons nobody counted is one at least. */
const personsOf = ({ persons }: PublicPenalty): Range =>
  persons === null || persons < 1 ? { certain: 1, claimed: null } : { certain: persons, claimed: persons }

/** An unknown amount adds nothing certain and opens the upper end. */
const UNKNOWN: Range = { certain: 0, claimed: null }

/** A penalty is told for each person: three people fined 100 paid 300. */
const forEach = (persons: Range, low: number | null, high: number | null): Range =>
  low === null
    ? UNKNOWN
    : {
        certain: persons.certain * low,
        claimed: persons.claimed === null || high === null ? null : persons.claimed * Math.max(high, low),
      }

/** Penalties of a kind in one incident, one for each person; null when there are none. */
export const penaltiesOf = (incident: Countable, type: PenaltyType): Range | null =>
  combined(incident, ofType(incident, type).map(personsOf))

/** Days of administrative detention imposed in one incident; months and years are not turned into days. */
export const daysOf = (incident: Countable): Range | null =>
  combined(
    incident,
    ofType(incident, 'administrative_detention').map((one) =>
      one.days !== null
        ? forEach(personsOf(one), one.days, one.days)
        : one.unit?.startsWith('day')
          ? forEach(personsOf(one), one.min, one.max)
          : UNKNOWN,
    ),
  )

/** Whole terms in months; a year is twelve of them, and days are not turned into months. */
export const monthsOf = (incident: Countable, type: PenaltyType): Range | null =>
  combined(
    incident,
    ofType(incident, type).flatMap((one) => {
      const told = one.months !== null || one.years !== null
      const whole = (one.months ?? 0) + 12 * (one.years ?? 0)
      const times = one.unit?.startsWith('year') ? 12 : one.unit?.startsWith('month') ? 1 : null
      if (told) return [forEach(personsOf(one), whole, whole)]
      if (times !== null)
        return [
          forEach(
            personsOf(one),
            one.min === null ? null : one.min * times,
            one.max === null ? null : one.max * times,
          ),
        ]
      // A term told in days is told, in another unit; one that nobody tells may be of months.
      return one.days !== null || one.unit?.startsWith('day') ? [] : [UNKNOWN]
    }),
  )

/** Fines in units of the index of the day of the offence; one of which nobody knows the day or the index opens the upper end. */
export const indexUnitsOf = (incident: Countable): Range | null =>
  combined(
    incident,
    ofType(incident, 'fine').map((one) => forEach(personsOf(one), one.indexMultiple, one.indexMultiple)),
  )

/** Fines in the country's currency. Other currencies are not converted: no rate of the day is kept. */
export function finesOf(incident: Countable, pack: Pack): Range | null {
  const names = new Set([pack.currency, ...pack.currencyNames].map((one) => one.toLowerCase()))
  const isOurs = (name: string | null): boolean => name !== null && names.has(name.toLowerCase())
  return combined(
    incident,
    ofType(incident, 'fine').map((one) =>
      one.amount !== null && isOurs(one.currency)
        ? forEach(personsOf(one), one.amount, one.amount)
        : one.amount === null && (isOurs(one.unit) || isOurs(one.currency))
          ? forEach(personsOf(one), one.min, one.max)
          : UNKNOWN,
    ),
  )
}
