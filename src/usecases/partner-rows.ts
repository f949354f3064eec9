/** Incidents that are shared with other organisations in, what withholding lets partners read of them out. */
import type { Json } from '../core/json.ts'
import type { PartnerIncident } from '../core/public-record.ts'
import type { Incident } from '../core/record.ts'
import type { State } from '../core/state.ts'
import { isOpen, project, type Withholding } from '../core/withholding/project.ts'
import { tierOf } from '../core/withholding/tier.ts'
import type { Store } from '../store/connect.ts'
import { loadIncidents } from '../store/queries/incidents.ts'
import { loadStatuses, type RecordStatus } from '../store/queries/statuses.ts'
import type { PartnerIncidentRow } from '../store/tables.ts'
import type { Context } from './context.ts'
import { shownUpTo } from './shown-versions.ts'
import { withholdingFor } from './withholding-for.ts'

/** Found safe to show: partners read it before the public does, and not before that. */
const CLEARED: ReadonlySet<State> = new Set(['cleared', 'published', 'corrected'])

/** Records that whoever asks may export, in the form for partners, whether or not they are shared; empty where withholding gives none. */
export async function partnerForms(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PartnerIncident>> {
  const incidents = await loadIncidents(context.house, ids)
  const statuses = await loadStatuses(context.house, context.knowledge.codebook.policy.moves, ids)
  const cleared = incidents.filter((one) => CLEARED.has(statuses.get(one.id)?.state ?? 'coded'))
  const givenFor = await withholdingFor(context, context.house, cleared, new Map(), 'partner')
  return new Map(
    cleared.flatMap((one) => {
      const pack = context.knowledge.packs.get(one.country)
      const body = pack && project(one, givenFor(pack), 'partner')
      return body ? [[one.id, body] as const] : []
    }),
  )
}

/** `open`: the versions that the public may read. Where a newer one is not cleared yet, partners read that one too. */
export async function partnerRowsOf(
  context: Context,
  store: Pick<Store, 'selectFrom'>,
  incidents: readonly Incident[],
  open: readonly Incident[],
  statuses: ReadonlyMap<string, RecordStatus>,
): Promise<readonly PartnerIncidentRow[]> {
  const statusOf = (one: Incident): RecordStatus | undefined => statuses.get(one.id)
  const isShared = (one: Incident): boolean => (statusOf(one)?.sharedWith.length ?? 0) > 0
  const isCleared = (one: Incident): boolean => CLEARED.has(statusOf(one)?.state ?? 'coded')
  const newest = incidents.filter((one) => isShared(one) && isCleared(one))
  const older = open.filter((one) => isShared(one) && !isCleared(one))
  if (newest.length + older.length === 0) return []
  const lastShown = shownUpTo(statuses)
  const upTo = new Map(older.map((one) => [one.id, lastShown.get(one.id) ?? 0]))
  const shared = [...newest, ...older]
  const givenFor = await withholdingFor(context, store, shared, upTo, 'partner')
  const published = new Set(open.map((one) => one.id))
  const alsoTo = (one: Incident, given: Withholding): ReadonlySet<string> => {
    const inPublic = (other: Incident): boolean => published.has(other.id) && isOpen(other, given, 'public')
    const toAll = (other: Incident): boolean =>
      (statusOf(one)?.sharedWith ?? []).every((whom) => statusOf(other)?.sharedWith.includes(whom))
    const hidden = new Set(
      shared.filter((other) => !inPublic(other) && !toAll(other)).map((other) => other.id),
    )
    return new Set([...given.open].filter((id) => !hidden.has(id)))
  }
  return shared.flatMap((incident): readonly PartnerIncidentRow[] => {
    const [pack, status] = [context.knowledge.packs.get(incident.country), statusOf(incident)]
    if (!pack || !status) return []
    const whole = givenFor(pack)
    // A link to what was shared with somebody else alone would tell that it is there.
    const given = { ...whole, open: alsoTo(incident, whole) }
    const body = project(incident, given, 'partner')
    if (body === null) return []
    const date = body.fields.date[0]?.value
    return [
      {
        id: incident.id,
        country: incident.country,
        date_from: date?.from ?? null,
        date_to: date?.to ?? null,
        organisation: status.organisation,
        state: isCleared(incident) ? status.state : 'published',
        tier: tierOf(incident, given),
        shared_with: status.sharedWith,
        body: body as unknown as Json,
      },
    ]
  })
}
