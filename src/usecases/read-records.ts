/** Somebody who asks in, the records that they may read out: each in the form for colleagues, for partners or for any reader. */

import { refuse } from '../core/faults.ts'
import type { Json } from '../core/json.ts'
import { mayAtAll, type Target } from '../core/policy.ts'
import type { PartnerIncident, PublicIncident } from '../core/public-record.ts'
import type { Incident } from '../core/record.ts'
import type { PartnerTestimony } from '../core/testimony/testimony.ts'
import { partnerRow, partnerRows } from '../store/queries/partner.ts'
import { publicIncident, publishedIncidents } from '../store/queries/public.ts'
import {
  type Asked,
  type RecordGroup,
  type Relation,
  recordCounts,
  recordHistory,
  recordRelations,
  recordRow,
  recordRows,
  type Step,
} from '../store/queries/records.ts'
import { partnerTestimonies } from '../store/queries/testimonies.ts'
import type { IncidentRow } from '../store/tables.ts'
import type { Context } from './context.ts'
import { mayDo, mayRead, permit, targetOf } from './permit.ts'

export type ReadRecord =
  | { readonly kind: 'team'; readonly row: IncidentRow }
  | {
      readonly kind: 'partner'
      readonly incident: PartnerIncident
      /** What was told of it, as far as partners may quote it. */
      readonly voices: readonly PartnerTestimony[]
    }
  | { readonly kind: 'public'; readonly incident: PublicIncident }

/** What any reader may see: published, whatever its compartment. */
const PUBLISHED: Target = {
  organisation: '',
  state: 'published',
  tier: 'public',
  coders: [],
  assigned: [],
  sharedWith: [],
}

/** In the widest form that the table of access gives; refused like a record that never was. */
export async function readRecord(context: Context, id: string): Promise<ReadRecord> {
  const row = await recordRow(context.store, id)
  if (row && mayRead(context, 'team', targetOf(row))) {
    const [seen] = await withSeenLinks(context, [row])
    if (seen) return { kind: 'team', row: seen }
  }
  const shared = await partnerRow(context.store, id)
  if (shared && mayRead(context, 'partner', targetOf({ ...shared, coders: [], assigned: [] })))
    return { kind: 'partner', incident: shared.body, voices: await voicesOn(context, id) }
  const open = mayDo(context, 'read', PUBLISHED) ? await publicIncident(context.store, id) : null
  if (open) return { kind: 'public', incident: open }
  throw refuse('record.unknown', { id }, id)
}

/** Only those that the wall of the database shows to whoever asks. */
const voicesOn = async ({ store }: Context, id: string): Promise<readonly PartnerTestimony[]> =>
  (await partnerTestimonies(store)).filter((one) => one.incidents.includes(id))

/** The widest forms first; nobody's list holds what they could not open. */
export async function listRecords(context: Context, asked: Asked): Promise<readonly ReadRecord[]> {
  const rows = await recordRows(context.store, asked)
  const readable = rows.filter((row) => mayRead(context, 'team', targetOf(row)))
  const team = (await withSeenLinks(context, readable)).map((row): ReadRecord => ({ kind: 'team', row }))
  const { actor, knowledge } = context
  if (actor === null || !mayAtAll(knowledge.codebook.policy, actor, 'read')) return team
  const isAsked = wordsIn(asked.words)
  const shared = (await partnerRows(context.store))
    .filter((row) => mayRead(context, 'partner', targetOf({ ...row, coders: [], assigned: [] })))
    .map((row) => row.body)
    .filter((one) => asked.state === undefined && isAsked(one))
  const open = mayDo(context, 'read', PUBLISHED) ? await publishedIncidents(context.store) : []
  const ids = new Set(shared.map((one) => one.id))
  const rest = open.filter((one) => asked.state === undefined && !ids.has(one.id) && isAsked(one))
  return [
    ...team,
    ...[
      ...shared.map((incident): ReadRecord => ({ kind: 'partner', incident, voices: [] })),
      ...rest.map((incident): ReadRecord => ({ kind: 'public', incident })),
    ].slice(asked.offset, asked.offset + asked.limit),
  ]
}

/** Looked for in what is shown, and in nothing else. */
const wordsIn =
  (words: string | undefined) =>
  (incident: object): boolean =>
    words === undefined || JSON.stringify(incident).toLowerCase().includes(words.trim().toLowerCase())

export const idOf = (one: ReadRecord): string => (one.kind === 'team' ? one.row.id : one.incident.id)

/** How many may be read, by state. */
export function countRecords(
  context: Context,
  groups: readonly RecordGroup[],
): Readonly<Record<string, number>> {
  const rows = groups.filter((row) => mayRead(context, 'team', targetOf(row)))
  const counts: Record<string, number> = {}
  for (const { state, n } of rows) counts[state] = (counts[state] ?? 0) + n
  return counts
}

export async function readHistory(context: Context, id: string): Promise<readonly Step[]> {
  const row = await recordRow(context.store, id)
  permit(context, 'history', { id, target: row && targetOf(row) })
  const steps = await recordHistory(context.store, id)
  // What was said of it and another would tell that the other is there.
  const others = steps.flatMap((one) => (one.kind === 'judged' ? one.what.slice(1) : []))
  const seen = await readableAmong(context, others)
  return steps.filter((one) => one.kind !== 'judged' || one.what.slice(1).every((other) => seen.has(other)))
}

export async function readRelations(context: Context, id: string): Promise<readonly Relation[]> {
  const row = await recordRow(context.store, id)
  permit(context, 'relations', { id, target: row && targetOf(row) })
  const related = await recordRelations(context.store, id)
  const seen = await readableAmong(
    context,
    related.map((one) => one.id),
  )
  return related.filter((one) => seen.has(one.id))
}

async function readableAmong(context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await recordCounts(context.store, [...new Set(ids)])
  return new Set(rows.filter((row) => mayRead(context, 'team', targetOf(row))).map((row) => row.id))
}

/** A link to a record that whoever asks may not open would tell that it is there, and by its id of which day. */
async function withSeenLinks(
  context: Context,
  rows: readonly IncidentRow[],
): Promise<readonly IncidentRow[]> {
  const linksOf = (row: IncidentRow): Incident['links'] => (row.body as unknown as Incident).links
  const seen = await readableAmong(
    context,
    rows.flatMap((row) => linksOf(row).map((one) => one.incident)),
  )
  return rows.map((row) => {
    const links = linksOf(row).filter((one) => seen.has(one.incident))
    return { ...row, body: { ...(row.body as object), links } as unknown as Json }
  })
}
