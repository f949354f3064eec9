/** Stored claims in, core claims out. */
import type { Claim } from '../../core/claim.ts'
import type { Span } from '../../core/span.ts'
import type { Store } from '../connect.ts'
import type { ClaimRow } from '../tables.ts'

export const toClaim = (row: ClaimRow): Claim =>
  ({
    id: row.id,
    field: row.field,
    value: row.value,
    document: row.document,
    span: row.start_at === null || row.end_at === null ? null : { start: row.start_at, end: row.end_at },
    reader: row.rule === null ? { kind: 'coder', coder: row.coder ?? '' } : { kind: 'rule', rule: row.rule },
    basis: row.basis,
  }) as unknown as Claim

/** `rule`: the one that made a passage of these words. */
export type Proposed = { readonly span: Span; readonly rule: string; readonly claims: readonly Claim[] }

/** What the newest reading of a document proposed, or the first: each draft's span with its claims. */
export async function proposalsOf(
  store: Pick<Store, 'selectFrom'>,
  document: string,
  which: 'newest' | 'first' = 'newest',
): Promise<readonly Proposed[]> {
  const reading = await store
    .selectFrom('readings')
    .select(['id', 'drafts'])
    .where('document', '=', document)
    .orderBy('event', which === 'newest' ? 'desc' : 'asc')
    .executeTakeFirst()
  if (!reading) return []
  const rows = await store
    .selectFrom('claims')
    .selectAll()
    .where('reading', '=', reading.id)
    .orderBy('draft')
    .orderBy('start_at')
    .orderBy('id')
    .execute()
  const byDraft = Map.groupBy(rows, (row) => row.draft)
  return reading.drafts.map(({ span, rule }, index) => ({
    ...{ span, rule },
    claims: (byDraft.get(index) ?? []).map(toClaim),
  }))
}

/** Claims that uphold an incident so far in other documents: a new decision keeps them where it agrees. */
export async function claimsElsewhere(
  store: Pick<Store, 'selectFrom'>,
  incident: string,
  document: string,
): Promise<readonly Claim[]> {
  const decisions = await store
    .selectFrom('decisions')
    .select(['field', 'held'])
    .where('record_kind', '=', 'incident')
    .where('record', '=', incident)
    .orderBy('event')
    .execute()
  const newest = new Map(decisions.map((one) => [one.field, one.held]))
  const ids = [...newest.values()].flatMap((held) => held.flatMap((one) => one.claims))
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('claims')
    .selectAll()
    .where('id', 'in', ids)
    .where('document', '<>', document)
    .orderBy('id')
    .execute()
  return rows.map(toClaim)
}
