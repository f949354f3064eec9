/** Groups of records that tell one event with what was decided of each in; for all of a group the narrowest of it out. */
import type { Incident } from '../record.ts'
import { type DecidedTier, narrower, type Tier } from '../tier.ts'
import { FIELDS, type Field } from '../values.ts'
import { type FieldTiersGiven, fieldTier } from './field-tiers.ts'
import { type TierGiven, tierOf } from './tier.ts'

export type Holds = TierGiven & FieldTiersGiven & { readonly kept: ReadonlyMap<string, string> }

/** Records judged to tell one event. `isOff`: one of them was taken off, and the event with it. */
export type Told = { readonly ids: readonly string[]; readonly isOff: boolean }

/**
 * What is held back of an event in one record is not told by another. This waits for nobody, as a narrowing never does, and it
 * also asks the records of a group that no reader may see: a seal on one of them seals what the others say.
 * `named`: the last day that somebody named for a record, whether or not it is among `incidents`.
 */
export function strictest<G extends Holds>(
  given: G,
  incidents: readonly Incident[],
  groups: readonly Told[],
  named: ReadonlyMap<string, string>,
): G {
  const known = new Map(incidents.map((one) => [one.id, one]))
  const tiers = new Map(given.tiers)
  const fieldTiers = new Map(given.fieldTiers)
  const kept = new Map(given.kept)
  for (const { ids, isOff } of groups) {
    const tier = isOff ? 'sealed' : ids.map((id) => ownTier(id, known.get(id), given)).reduce(narrower)
    const fields = fieldsOf(ids, given)
    const [until] = ids.flatMap((id) => given.kept.get(id) ?? named.get(id) ?? []).sort()
    for (const id of ids) {
      tiers.set(id, { tier, isNewest: true })
      if (fields.size > 0) fieldTiers.set(id, fields)
      else fieldTiers.delete(id)
      if (until !== undefined && kept.has(id)) kept.set(id, until)
    }
  }
  return { ...given, tiers, fieldTiers, kept }
}

const ownTier = (id: string, incident: Incident | undefined, given: TierGiven): Tier =>
  incident ? tierOf(incident, given) : (given.tiers.get(id)?.tier ?? 'public')

/** Only fields of which anything was decided; one that was merely opened in some of them is held as the rule for all records says. */
function fieldsOf(ids: readonly string[], given: FieldTiersGiven): ReadonlyMap<Field, DecidedTier> {
  return new Map(
    FIELDS.flatMap((field) => {
      const decided = ids.flatMap((id) => given.fieldTiers.get(id)?.get(field)?.tier ?? [])
      const tier = ids.map((id) => fieldTier(id, field, given)).reduce(narrower)
      return decided.includes(tier) ? [[field, { tier, isNewest: true }] as const] : []
    }),
  )
}
