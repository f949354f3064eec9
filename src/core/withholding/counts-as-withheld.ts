/** An incident as decided and the tier that may read it in; true when a total that allows for withheld records must hold it. */
import { heldOf, type Incident } from '../record.ts'
import type { Tier } from '../tier.ts'

/** Held back because of its tier. Aggregates repeat single events and count nowhere, shown or not. */
export const countsAsWithheld = (incident: Incident, tier: Tier): boolean =>
  tier !== 'public' && heldOf(incident, 'kind')[0]?.value !== 'aggregate'
