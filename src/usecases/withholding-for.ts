/** Incidents in, all that withholding must know of them and of the day out. */
import { judgedOne } from '../core/identity/judged-one.ts'
import type { Pack } from '../core/pack.ts'
import { basesThatBind } from '../core/person.ts'
import type { Change } from '../core/public-record.ts'
import type { Incident } from '../core/record.ts'
import { keptUntil } from '../core/standing.ts'
import type { Audience } from '../core/tier.ts'
import { staysInside } from '../core/way.ts'
import { type Correction, isOpen, type Withholding } from '../core/withholding/project.ts'
import { strictest, type Told } from '../core/withholding/strictest.ts'
import type { Store } from '../store/connect.ts'
import { loadPublications, type Published } from '../store/queries/corrections.ts'
import { loadTexts } from '../store/queries/incidents.ts'
import { saidOfPairs } from '../store/queries/pairs.ts'
import { loadBases, loadPeople } from '../store/queries/people.ts'
import { loadReplies, loadRetentions } from '../store/queries/standing.ts'
import { loadStatuses } from '../store/queries/statuses.ts'
import { loadFieldTiers, loadTiers } from '../store/queries/tiers.ts'
import { type Context, latestToday } from './context.ts'
import { peopleAsOne, shownAs } from './link/people-as-one.ts'

type Reader = Pick<Store, 'selectFrom'>
/** By `record event` of a correction: what it changed, where readers may see what was before. */
export type ToldChanges = ReadonlyMap<string, readonly Change[]>

/**
 * The same for every country but the pack. `upTo`: the log entry up to which a record is shown, where that is not its newest.
 * `round`: every record that is being made anew, shown or not; what the public tables still hold of these is of yesterday.
 * `changes`: of corrections that show what was before.
 */
export async function withholdingFor(
  context: Context,
  store: Reader,
  asked: readonly Incident[],
  upTo: ReadonlyMap<string, number>,
  audience: Audience = 'public',
  round: readonly string[] = [],
  changes: ToldChanges = new Map(),
): Promise<(pack: Pack) => Withholding> {
  const { codebook } = context.knowledge
  const incidents = asked.flatMap((one) => one.together ?? [one])
  const now = latestToday(context)
  const one = await peopleAsOne(store)
  const { withNamesOfAll } = await shownAs(store, one.merged)
  const texts = await loadTexts(store, [
    ...new Set(incidents.flatMap((one) => one.tellings.map((telling) => telling.document))),
  ])
  const documents = new Map(
    [...texts].map(([id, one]) => [id, { ...one, isInside: staysInside(codebook.ways, one.source) }]),
  )
  const named = await loadRetentions(store)
  const ofEach = {
    naming: codebook.naming,
    documents,
    tiers: await loadTiers(store, upTo),
    fieldTiers: await loadFieldTiers(store, upTo),
    today: now,
    kept: keptFor(incidents, named, context),
  }
  const held = strictest(ofEach, incidents, await toldTogether(context, store), named)
  const roles = [...codebook.vocabularies.roles.values()]
  const published = await loadPublications(store, upTo)
  const given = {
    ...held,
    replies: ofAll(asked, await loadReplies(store), () => 0),
    corrections: ofAll(asked, correctionsIn(published, changes), (a, b) => (a.at < b.at ? -1 : 1)),
    published: new Map([...published].flatMap(([id, [first]]) => (first ? [[id, first.at] as const] : []))),
    people: withNamesOfAll(await loadPeople(store)),
    bases: basesThatBind(await loadBases(store), one.bound, now),
    generalRoles: new Set(roles.map((term) => term.label.en.toLowerCase())),
    open: await openIncidents(
      store,
      asked,
      incidents.filter((one) => isOpen(one, held, audience)).map((one) => one.id),
      round,
    ),
  }
  return (pack) => ({ ...given, pack })
}

const correctionsIn = (
  published: ReadonlyMap<string, readonly Published[]>,
  changes: ToldChanges,
): ReadonlyMap<string, readonly Correction[]> =>
  new Map(
    [...published].map(([id, all]) => [
      id,
      all.flatMap(({ move, event, at, why }) =>
        move === 'correct' ? [{ at, why, changes: changes.get(`${id} ${event}`) }] : [],
      ),
    ]),
  )

/** Groups of records judged to tell one event; with one of them taken off, the event is. */
async function toldTogether(context: Context, store: Reader): Promise<readonly Told[]> {
  const groups = judgedOne(await saidOfPairs(store)).bound
  if (groups.length === 0) return []
  const statuses = await loadStatuses(store, context.knowledge.codebook.policy.moves, groups.flat())
  return groups.map((ids) => ({ ids, isOff: ids.some((id) => statuses.get(id)?.state === 'withdrawn') }))
}

/** What hangs on records that are read as one hangs on the one. */
function ofAll<T>(
  asked: readonly Incident[],
  given: ReadonlyMap<string, readonly T[]>,
  inOrder: (a: T, b: T) => number,
): ReadonlyMap<string, readonly T[]> {
  const all = new Map(given)
  for (const { id, together = [] } of asked)
    if (together.length > 0) all.set(id, together.flatMap((one) => given.get(one.id) ?? []).toSorted(inOrder))
  return all
}

function keptFor(
  incidents: readonly Incident[],
  named: ReadonlyMap<string, string>,
  { knowledge }: Context,
): ReadonlyMap<string, string> {
  const rules = knowledge.codebook.standing.retention
  return new Map(
    incidents.flatMap((one) => {
      const until = keptUntil(one, named.get(one.id) ?? null, rules)
      return until === null ? [] : [[one.id, until] as const]
    }),
  )
}

/** Those open by now, and those outside this round that any reader sees already. */
async function openIncidents(
  store: Reader,
  incidents: readonly Incident[],
  open: readonly string[],
  round: readonly string[],
): Promise<ReadonlySet<string>> {
  const inside = new Set([...incidents.map((one) => one.id), ...round])
  const linked = incidents.flatMap((one) => one.links.map((link) => link.incident))
  const outside = [...new Set(linked)].filter((id) => !inside.has(id))
  if (outside.length === 0) return new Set(open)
  const rows = await store.selectFrom('public_incidents').select('id').where('id', 'in', outside).execute()
  return new Set([...open, ...rows.map((one) => one.id)])
}
