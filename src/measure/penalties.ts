/** The penalties of one kind in a public incident → how many, how many days, how much money. */
import type { Pack } from '../core/pack.ts'
import type { PublicIncident, PublicPenalty } from '../core/public-record.ts'
import type { PenaltyType } from '../core/values.ts'
import { eitherOf, isDisputed, type Range, sum } from './range.ts'

const ofType = (incident: PublicIncident, type: PenaltyType): readonly PublicPenalty[] =>
  incident.fields.penalties.map((one) => one.value).filter((one) => one.type === type)

/** Penalties are given side by side, unless sources disagree: then one of them is right. */
const combined = (incident: PublicIncident, ranges: readonly Range[]): Range | null =>
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
export const penaltiesOf = (incident: PublicIncident, type: PenaltyType): Range | null =>
  combined(incident, ofType(incident, type).map(personsOf))

/** Days of administrative detention imposed in one incident; months and years are not turned into days. */
export const daysOf = (incident: PublicIncident): Range | null =>
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

/** Fines in the country's currency. Other currencies are not converted: no rate of the day is kept. */
export function finesOf(incident: PublicIncident, pack: Pack): Range | null {
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
