/** A public incident in, what its patch shows out: shape, lightness, people, stitch. */
import type { ActTerm, Codebook, Gravity, Motif } from '../../core/codebook.ts'
import { independentIn } from '../../core/collectors.ts'
import { compareDates } from '../../core/partial-date.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { personsTold } from '../telling/persons.ts'
import { dateOf } from '../telling/when.ts'

/** single: one original collector · disputed: sources that disagree, undecided. */
export type Basting = 'single' | 'disputed'

export type Patch = {
  readonly incident: string
  readonly motif: Motif
  /** Null when no act of the incident says anything about an outcome. */
  readonly gravity: Gravity | null
  /** The least number of people the leading act struck for certain; null when not known. */
  readonly persons: number | null
  readonly basting: Basting | null
}

/** Incident → patch. Aggregates are never patches: see `patchesOf`. */
export function patchOf(incident: PublicIncident, codebook: Codebook): Patch {
  const acts = incident.fields.acts
    .flatMap((shown): readonly ActTerm[] => {
      const term = codebook.acts.get(shown.value)
      return term ? [term] : []
    })
    .sort((a, b) => b.rank - a.rank || a.id.localeCompare(b.id))
  const grave = acts.flatMap((act) => (typeof act.gravity === 'number' ? [act.gravity] : []))
  const good = grave.length === 0 && acts.some((act) => act.gravity === 'star')
  const lead = acts.find((act) => act.motif !== 'good')
  const freedom = incident.fields.freedoms[0]?.value ?? 'other'
  return {
    incident: incident.id,
    motif: good ? 'good' : (lead?.motif ?? codebook.motifOfFreedom[freedom]),
    gravity: good ? 'star' : grave.length > 0 ? (Math.max(...grave) as Gravity) : null,
    // Those whom the sewn act struck: eleven killed are not the two hundred hurt beside them.
    persons: personsTold(incident, acts[0]?.id ?? null)?.min ?? null,
    basting:
      incident.disputed.length > 0 ? 'disputed' : independentIn(incident.sources) < 2 ? 'single' : null,
  }
}

/** Incidents that become patches, in the order they are sewn: by date, then id. Aggregates stand apart. */
export const sewn = (incidents: readonly PublicIncident[]): readonly PublicIncident[] =>
  incidents
    .filter((incident) => incident.fields.kind !== 'aggregate')
    .sort((a, b) => compareDates(dateOf(a), dateOf(b)) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

export const patchesOf = (incidents: readonly PublicIncident[], codebook: Codebook): readonly Patch[] =>
  sewn(incidents).map((incident) => patchOf(incident, codebook))
