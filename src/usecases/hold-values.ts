/** Values that a person says in, each on the claims that say it out: a rule's, or the person's own on the words they named. */
import type { Claim } from '../core/claim.ts'
import type { DecideIncident, RecordSaying } from '../core/decided.ts'
import { type Fault, Refusal, refuse } from '../core/faults.ts'
import { canonical, type Json } from '../core/json.ts'
import type { Language } from '../core/language.ts'
import { overlap, type Span } from '../core/span.ts'
import { evidenceIn } from '../review/evidence.ts'
import { type Settled, standingValue } from '../review/settle.ts'
import { instant, type Writer } from '../store/append.ts'
import { sha256 } from '../store/leaf.ts'
import type { HeldRow } from '../store/tables.ts'
import type { Context } from './context.ts'

/** Whose decision it is, on which incident. */
export type Decider = Pick<DecideIncident | RecordSaying, 'record' | 'id' | 'by' | 'at'>

/** By id, or the newest of the name. */
export async function findDocument(
  context: Context,
  name: string,
): Promise<{ id: string; text: string; language: Language }> {
  const found = await context.store
    .selectFrom('documents')
    .select(['id', 'text', 'language'])
    .where((where) => where.or([where('id', '=', name), where('name', '=', name)]))
    .orderBy('event', 'desc')
    .executeTakeFirst()
  if (!found) throw refuse('record.unknown', { id: name })
  return { ...found, language: found.language as Language }
}

export type Told = { readonly telling: Span; readonly evidence: ReadonlyMap<string, Span> }

/** `field index` → the words it was read in; refused, all at once, where the text has no such words. */
export function evidenceOf(
  decided: Pick<DecideIncident, 'id' | 'evidence'>,
  text: string,
  telling: Span,
): Told['evidence'] {
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

/** Claims of the drafts that tell (part of) the passage, nearest draft first; words outside it count only where they govern it. */
export function candidates(
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
export async function holdAll(
  writer: Writer,
  decided: Decider,
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
  decided: Decider,
  document: string,
  { start, end }: Span,
  field: string,
  value: Json,
  index: number,
): Promise<string> {
  const said = { incident: decided.id, field, value, index, by: decided.by, at: decided.at }
  // In one moment two sources may say the same; ids of decisions stay what they were in older logs.
  const own = decided.record === 'saying' ? { ...said, document } : said
  const id = `c-${sha256(canonical(own)).slice(0, 20)}`
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
