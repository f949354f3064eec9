/** A coder's decision on one passage in; standing values, each on the claims that say it, out. */
import type { AnsweredDraft, DecideIncident } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { Field } from '../core/values.ts'
import { wantedFields } from '../review/decided-values.ts'
import { locate } from '../review/locate.ts'
import { settle } from '../review/settle.ts'
import { instant, record, type Writer } from '../store/append.ts'
import { claimsElsewhere, proposalsOf } from '../store/queries/claims.ts'
import { newestReading } from '../store/queries/passages.ts'
import { loadPeople } from '../store/queries/people.ts'
import { loadSayings } from '../store/queries/sayings.ts'
import { TIER_FIELD, tierFieldOf } from '../store/queries/tiers.ts'
import type { HeldRow } from '../store/tables.ts'
import { type Context, happeningOf, packOf } from './context.ts'
import { refuseUnseen, VERDICT_FIELD } from './decide-draft.ts'
import { candidates, evidenceOf, findDocument, holdAll } from './hold-values.ts'

/** Names of the lists in a decision → the field they fill. */
const FIELD_OF_LIST: Readonly<Record<string, string>> = {
  groups: 'group',
  places: 'place',
  people: 'person',
  acts: 'act',
  laws: 'law',
  penalties: 'penalty',
  actors: 'actor',
}

export async function decideIncident(context: Context, decided: DecideIncident): Promise<void> {
  const pack = packOf(context.knowledge, decided.country)
  const document = await findDocument(context, decided.document)
  const telling = locate(document.text, decided.from, decided.to)
  if (!telling) throw refuse('passage.not-found', { words: `${decided.from} … ${decided.to}` }, decided.id)
  const people = await loadPeople(context.store)
  const unknown = decided.people.find((one) => one.id !== undefined && !people.has(one.id))
  if (unknown) throw refuse('record.unknown', { id: unknown.id ?? '' }, decided.id)
  const [reading = ''] = decided.draft?.id.split('#') ?? []
  if (decided.draft && (await newestReading(context.store, document.id)) !== reading)
    throw refuse('record.unknown', { id: decided.draft.id }, decided.draft.id)
  const evidence = evidenceOf(decided, document.text, telling)
  const elsewhere = await claimsElsewhere(context.store, decided.id, document.id)
  const proposed = [...candidates(await proposalsOf(context.store, document.id), telling), ...elsewhere]
  const settled = settle(wantedFields(decided, pack, people), proposed, people)
  const disputed = new Set((decided.disputed ?? []).map((name) => FIELD_OF_LIST[name] ?? name))
  await record(context.store, happeningOf(context, decided), async (writer) => {
    if (decided.draft) await answerDraft(writer, decided, decided.draft)
    await writer.append('tellings', [
      {
        record: decided.id,
        country: decided.country,
        document: document.id,
        start_at: telling.start,
        end_at: telling.end,
      },
    ])
    await writer.append(
      'links',
      (decided.links ?? []).map((link) => ({ record: decided.id, kind: link.kind, target: link.incident })),
    )
    await decideTiers(writer, decided)
    const beside = await besideOf(writer, decided)
    for (const [field, values] of settled) {
      const own = await holdAll(writer, decided, document.id, { telling, evidence }, values)
      const held = [...own, ...(beside.get(field) ?? [])]
      const at = instant(decided.at)
      const verdict = disputed.has(field) || beside.has(field) ? 'disputed' : 'stands'
      await writer.append('decisions', [
        {
          record_kind: 'incident',
          record: decided.id,
          field,
          verdict,
          held,
          by: decided.by,
          at,
          why: decided.why ?? null,
        },
      ])
    }
  })
}

/** Values that stand beside: as they stand now, or as the claim says them where a correction put them aside. */
async function besideOf(
  writer: Writer,
  { id, beside = [] }: DecideIncident,
): Promise<ReadonlyMap<Field, readonly HeldRow[]>> {
  const held = new Map<Field, readonly HeldRow[]>()
  if (beside.length === 0) return held
  const sayings = await loadSayings(writer.trx, id)
  for (const { field, claim } of beside) {
    const now = sayings.get(field)
    const said = [...(now?.held ?? []), ...(now?.otherwise ?? [])].find((one) => one.claims.includes(claim))
    const one = said ?? (await claimOf(writer, id, field, claim))
    held.set(field, [...(held.get(field) ?? []), one])
  }
  return held
}

/** Only of this record: said of it by a coder, or by a rule in a text that tells it. */
async function claimOf(writer: Writer, id: string, field: Field, claim: string): Promise<HeldRow> {
  const told = writer.trx.selectFrom('tellings').select('document').where('record', '=', id)
  const row = await writer.trx
    .selectFrom('claims')
    .select('value')
    .where('id', '=', claim)
    .where('field', '=', field)
    .where((one) => one.or([one('record', '=', id), one('record', 'is', null)]))
    .where('document', 'in', told)
    .executeTakeFirst()
  if (!row) throw refuse('record.unknown', { id: claim }, id)
  return { value: row.value, claims: [claim], person: null }
}

/** The passage it was proposed as is answered by this record, in the same entry of the log. */
async function answerDraft(
  writer: Writer,
  { id, by, at }: DecideIncident,
  draft: AnsweredDraft,
): Promise<void> {
  await refuseUnseen(writer, draft.id, id, draft.seen)
  await writer.append('decisions', [
    {
      record_kind: 'draft',
      record: draft.id,
      field: VERDICT_FIELD,
      verdict: 'decided',
      held: [{ value: { incident: id }, claims: [], person: null }],
      by,
      at: instant(at),
      // It stands with the record, which may be sealed.
      why: null,
    },
  ])
}

/** A judgement of the coder that no source says: it stands on no claim. */
async function decideTiers(writer: Writer, { id, tier, tiers = [], by, at }: DecideIncident): Promise<void> {
  const ofRecord = tier ? [{ ...tier, field: TIER_FIELD }] : []
  const ofFields = tiers.map((one) => ({ ...one, field: tierFieldOf(one.field) }))
  const ruling = { record_kind: 'incident', record: id, verdict: 'stands', by, at: instant(at) }
  await writer.append(
    'decisions',
    [...ofRecord, ...ofFields].map(({ field, value, why }) => ({
      ...ruling,
      field,
      held: [{ value, claims: [], person: null }],
      why,
    })),
  )
}
