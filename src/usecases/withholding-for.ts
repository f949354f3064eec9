/** Incidents in, all that withholding must know of them and of the day out. */
import { today } from '../adapters/clock.ts'
import type { Pack } from '../core/pack.ts'
import { basisOn } from '../core/person.ts'
import type { Incident } from '../core/record.ts'
import { keptUntil } from '../core/standing.ts'
import type { Audience } from '../core/tier.ts'
import { staysInside } from '../core/way.ts'
import { isOpen, type Withholding } from '../core/withholding/project.ts'
import type { Store } from '../store/connect.ts'
import { loadCorrections } from '../store/queries/corrections.ts'
import { loadTexts } from '../store/queries/incidents.ts'
import { loadBases, loadPeople } from '../store/queries/people.ts'
import { loadReplies, loadRetentions } from '../store/queries/standing.ts'
import { loadFieldTiers, loadTiers } from '../store/queries/tiers.ts'
import type { Context } from './context.ts'

type Reader = Pick<Store, 'selectFrom'>

/**
 * The same for every country but the pack. `upTo`: the log entry up to which a record is shown, where that is not its newest.
 * `round`: every record that is being made anew, shown or not; what the public tables still hold of these is of yesterday.
 */
export async function withholdingFor(
  context: Context,
  store: Reader,
  incidents: readonly Incident[],
  upTo: ReadonlyMap<string, number>,
  audience: Audience = 'public',
  round: readonly string[] = [],
): Promise<(pack: Pack) => Withholding> {
  const { codebook } = context.knowledge
  const now = today(context.clock)
  const bases = [...(await loadBases(store))].flatMap(([id, given]) => {
    const basis = basisOn(given, now)
    return basis ? [[id, basis] as const] : []
  })
  const texts = await loadTexts(store, [
    ...new Set(incidents.flatMap((one) => one.tellings.map((telling) => telling.document))),
  ])
  const documents = new Map(
    [...texts].map(([id, one]) => [id, { ...one, isInside: staysInside(codebook.ways, one.source) }]),
  )
  const forTier = {
    naming: codebook.naming,
    documents,
    tiers: await loadTiers(store, upTo),
    today: now,
    kept: keptFor(incidents, await loadRetentions(store), context),
  }
  const roles = [...codebook.vocabularies.roles.values()]
  const given = {
    ...forTier,
    fieldTiers: await loadFieldTiers(store, upTo),
    replies: await loadReplies(store),
    corrections: await loadCorrections(store, upTo),
    people: await loadPeople(store),
    bases: new Map(bases),
    generalRoles: new Set(roles.map((term) => term.label.en.toLowerCase())),
    open: await openIncidents(
      store,
      incidents,
      incidents.filter((one) => isOpen(one, forTier, audience)).map((one) => one.id),
      round,
    ),
  }
  return (pack) => ({ ...given, pack })
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
