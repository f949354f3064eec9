/** An incident's id with what was decided of its fields in, the fields an audience may not read out. */
import type { Naming } from '../naming.ts'
import { type Audience, type DecidedTier, narrower, reads, type Tier } from '../tier.ts'
import { FIELDS, type Field } from '../values.ts'

export type FieldTiersGiven = {
  readonly naming: Naming
  /** By incident, then field; one without is undecided. */
  readonly fieldTiers: ReadonlyMap<string, ReadonlyMap<Field, DecidedTier>>
}

export type HeldFields = {
  /** Their values are left out. */
  readonly values: ReadonlySet<Field>
  /** Their words are covered as well, so that nothing of the record says them. */
  readonly words: ReadonlySet<Field>
  /** True when a decision on this record holds a field back that is shown elsewhere, whether it has values or not. */
  readonly isDecided: boolean
}

/** As for records: a narrowing stands until it is decided otherwise, an opening holds for the decision it was made in. */
export function fieldTier(incident: string, field: Field, given: FieldTiersGiven): Tier {
  const decided = given.fieldTiers.get(incident)?.get(field)
  return decided?.isNewest ? decided.tier : narrower(defaultTier(field, given), decided?.tier ?? 'public')
}

const ruleOf = (field: Field, { naming }: FieldTiersGiven) => naming.fields.find((one) => one.field === field)
const defaultTier = (field: Field, given: FieldTiersGiven): Tier => ruleOf(field, given)?.tier ?? 'public'

export function heldFields(incident: string, given: FieldTiersGiven, audience: Audience): HeldFields {
  // Without its kind a record would be counted wrongly, so the kind goes only with the record.
  const held = FIELDS.filter(
    (field) => field !== 'kind' && !reads(audience, fieldTier(incident, field, given)),
  )
  const byDecision = held.filter(
    (field) => !reads(audience, given.fieldTiers.get(incident)?.get(field)?.tier ?? 'public'),
  )
  return {
    values: new Set(held),
    words: new Set(held.filter((field) => byDecision.includes(field) || ruleOf(field, given)?.covers)),
    isDecided: byDecision.some((field) => reads(audience, defaultTier(field, given))),
  }
}
