/** A person's legal journey as a coder knows it in; its charges and stages as claims with a decision out. */
import type { RecordProceeding } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { canonical, type Json } from '../core/json.ts'
import { instant, record } from '../store/append.ts'
import { sha256 } from '../store/leaf.ts'
import { loadPeople } from '../store/queries/people.ts'
import type { ClaimRow, Fresh } from '../store/tables.ts'
import { type Context, happeningOf } from './context.ts'

export async function recordProceeding(context: Context, decided: RecordProceeding): Promise<void> {
  await refuseUnknown(context, decided)
  const fields: readonly (readonly [string, readonly unknown[]])[] = [
    ['person', [decided.person]],
    ['charge', decided.charges],
    ['stage', decided.stages],
  ]
  await record(context.store, happeningOf(context, decided), async (writer) => {
    for (const [field, values] of fields) {
      const claims = values.map((value, index) =>
        claimOf(decided, field, JSON.parse(canonical(value)) as Json, index),
      )
      await writer.append('claims', claims)
      const held = claims.map((claim) => ({
        value: claim.value,
        claims: [claim.id],
        person: field === 'person' ? decided.person : null,
      }))
      const ruling = { record_kind: 'proceeding', record: decided.id, field, verdict: 'stands', held }
      await writer.append('decisions', [
        { ...ruling, by: decided.by, at: instant(decided.at), why: decided.why ?? null },
      ])
    }
  })
}

async function refuseUnknown(context: Context, decided: RecordProceeding): Promise<void> {
  const people = await loadPeople(context.store)
  if (!people.has(decided.person)) throw refuse('record.unknown', { id: decided.person }, decided.id)
  const named = decided.stages.flatMap((one) => (one.incident === undefined ? [] : [one.incident]))
  if (named.length === 0) return
  const known = await context.store
    .selectFrom('tellings')
    .select('record')
    .where('record', 'in', named)
    .execute()
  const missing = named.find((id) => !known.some((row) => row.record === id))
  if (missing) throw refuse('record.unknown', { id: missing }, decided.id)
}

/** Known from outside any one text: the stages themselves point to the incidents whose passages say them. */
function claimOf(decided: RecordProceeding, field: string, value: Json, index: number): Fresh<ClaimRow> {
  const id = `c-${sha256(canonical({ proceeding: decided.id, field, value, index, at: decided.at })).slice(0, 20)}`
  const origin = {
    reading: null,
    draft: null,
    document: null,
    start_at: null,
    end_at: null,
    rule: null,
    coder: decided.by,
  }
  return { id, record_kind: 'proceeding', record: decided.id, field, value, basis: 'stated', ...origin }
}
