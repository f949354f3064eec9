/** A coder's decision on one passage in; standing values, each on the claims that say it, out. */
import type { Claim } from '../core/claim.ts'
import type { AnsweredDraft, DecideIncident } from '../core/decided.ts'
import { type Fault, Refusal, refuse } from '../core/faults.ts'
import { canonical, type Json } from '../core/json.ts'
import { overlap, type Span } from '../core/span.ts'
import { wantedFields } from '../review/decided-values.ts'
import { evidenceIn } from '../review/evidence.ts'
import { locate } from '../review/locate.ts'
import { type Settled, settle, standingValue } from '../review/settle.ts'
import { instant, record, type Writer } from '../store/append.ts'
import { sha256 } from '../store/leaf.ts'
import { claimsElsewhere, proposalsOf } from '../store/queries/claims.ts'
import { newestReading } from '../store/queries/passages.ts'
import { loadPeople } from '../store/queries/people.ts'
import { TIER_FIELD, tierFieldOf } from '../store/queries/tiers.ts'
import type { HeldRow } from '../store/tables.ts'
import { type Context, happeningOf, packOf } from './context.ts'
import { refuseUnseen, VERDICT_FIELD } from './decide-draft.ts'

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
    for (const [field, values] of settled) {
      const held = await holdAll(writer, decided, document.id, { telling, evidence }, values)
      const at = instant(decided.at)
      const verdict = disputed.has(field) ? 'disputed' : 'stands'
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

type Told = { readonly telling: Span; readonly evidence: ReadonlyMap<string, Span> }

/** `field index` → the words it was read in; refused, all at once, where the text has no such words. */
function evidenceOf(decided: DecideIncident, text: string, telling: Span): Told['evidence'] {
  const found = (decided.evidence ?? []).map((one) => ({
    ...one,
    span: evidenceIn(text, telling, one.words),
  }))
  const missing = found.filter((one) => one.span === null)
  if (missing.length > 0)
    throw new Refusal(
      missing.map(
        ({ words }): Fault => ({ code: 'passage.not-found', params: { words }, where: decided.id }),
      ),
    )
  return new Map(
    found.flatMap(({ field, index, span }) => (span ? [[`${field} ${index}`, span] as const] : [])),
  )
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

async function findDocument(context: Context, name: string): Promise<{ id: string; text: string }> {
  const found = await context.store
    .selectFrom('documents')
    .select(['id', 'text'])
    .where((where) => where.or([where('id', '=', name), where('name', '=', name)]))
    .orderBy('event', 'desc')
    .executeTakeFirst()
  if (!found) throw refuse('record.unknown', { id: name })
  return found
}

/** Claims of the drafts that tell (part of) the passage, nearest draft first; words outside it count only where they govern it. */
function candidates(
  drafts: readonly { readonly span: Span; readonly claims: readonly Claim[] }[],
  telling: Span,
): readonly Claim[] {
  return drafts
    .filter((draft) => overlap(draft.span, telling) > 0)
    .sort((a, b) => overlap(b.span, telling) - overlap(a.span, telling))
    .flatMap((draft) => draft.claims)
    .filter((claim) => claim.span === null || claim.basis === 'carried' || overlap(claim.span, telling) > 0)
}

/** Values nobody proposed become the coder's own claims, on the words they named or on the whole passage; who a person is becomes a judgement. */
async function holdAll(
  writer: Writer,
  decided: DecideIncident,
  document: string,
  told: Told,
  values: readonly Settled[],
): Promise<readonly HeldRow[]> {
  const held: HeldRow[] = []
  for (const [index, one] of values.entries()) {
    const { wanted, claims } = one
    const value = JSON.parse(canonical(standingValue(one))) as Json
    const ids =
      claims.length > 0
        ? claims.map((one) => one.id)
        : [
            await coderClaim(
              writer,
              decided,
              document,
              spanOf(told, wanted.field, index),
              wanted.field,
              value,
              index,
            ),
          ]
    if (wanted.person !== null) {
      const judgement = {
        left_kind: 'claim',
        left_id: ids[0] ?? '',
        right_kind: 'person',
        right_id: wanted.person,
        verdict: 'same',
      }
      const explanation = 'named by the coder in the decision'
      await writer.append('judgements', [
        { ...judgement, score: null, explanation, by: decided.by, at: instant(decided.at) },
      ])
    }
    held.push({ value, claims: ids, person: wanted.person })
  }
  return held
}

const spanOf = ({ telling, evidence }: Told, field: string, index: number): Span =>
  evidence.get(`${field} ${index}`) ?? telling

async function coderClaim(
  writer: Writer,
  decided: DecideIncident,
  document: string,
  { start, end }: Span,
  field: string,
  value: Json,
  index: number,
): Promise<string> {
  const id = `c-${sha256(canonical({ incident: decided.id, field, value, index, by: decided.by, at: decided.at })).slice(0, 20)}`
  const origin = {
    reading: null,
    draft: null,
    document,
    start_at: start,
    end_at: end,
    rule: null,
    coder: decided.by,
  }
  await writer.append('claims', [
    { id, record_kind: 'incident', record: decided.id, field, value, basis: 'stated', ...origin },
  ])
  return id
}
