/** Records as decided in; what each of them adds to the counts of colleagues out: one event told by several adds once. */
import { asOne } from '../core/identity/as-one.ts'
import { oneEvent } from '../core/identity/one-event.ts'
import type { Incident } from '../core/record.ts'
import type { Store } from '../store/connect.ts'
import { inOrderMade, saidOfPairs } from '../store/queries/pairs.ts'
import type { IncidentRow } from '../store/tables.ts'
import { isAlike } from './as-readers-see.ts'
import { VERIFIED } from './measure/counted-rows.ts'

type Standing = Pick<IncidentRow, 'organisation' | 'state' | 'tier'>

/**
 * Null: it is counted in another. Colleagues count what was judged, cleared for readers or not, but nothing through a contradiction.
 * A record that is sealed or was taken off gives nothing of itself to a number that others read, and one that nobody verified
 * gives nothing to a verified one.
 */
export async function countedOnce(
  store: Pick<Store, 'selectFrom'>,
  incidents: readonly Incident[],
  standingOf: (incident: Incident) => Standing,
): Promise<(incident: Incident) => Incident | null> {
  const said = await saidOfPairs(store)
  const instead = new Map<string, Incident | null>()
  const known = new Map(said.length === 0 ? [] : incidents.map((one) => [one.id, one]))
  for (const group of said.length === 0 ? [] : oneEvent(said).sound) {
    const members = (await inOrderMade(store, group))
      .flatMap((id) => known.get(id) ?? [])
      .map((incident) => ({ incident, standing: standingOf(incident) }))
      .filter(({ standing }) => standing.state !== 'withdrawn' && standing.tier !== 'sealed')
    const verified = members.filter(({ standing }) => VERIFIED.has(standing.state))
    const [first, ...rest] = verified.length > 0 ? verified : members
    if (!first) continue
    const isWith = (one: (typeof members)[number]): boolean =>
      one.standing.organisation === first.standing.organisation && isAlike(first.incident, one.incident)
    instead.set(first.incident.id, asOne([first.incident, ...rest.filter(isWith).map((one) => one.incident)]))
    for (const one of members) if (one !== first && isWith(one)) instead.set(one.incident.id, null)
  }
  return (incident) => {
    const found = instead.get(incident.id)
    return found === undefined ? incident : found
  }
}
