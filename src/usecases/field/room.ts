/** So many bytes more in; through while there is room for them in the house, and in what one phone may leave unfinished or undecided. */
import { sql, type Transaction } from 'kysely'
import { refuse } from '../../core/faults.ts'
import { FIELD_BYTES, LEAST_PIECE, PASS_BYTES, PASS_ITEMS, PASS_PIECES } from '../../core/field/item.ts'
import type { Tables } from '../../store/tables.ts'

type Trx = Transaction<Tables>

/** Whoever asks for room waits for whoever asked before: what fits alone for each need not fit together. */
export const oneByOne = (trx: Trx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtext('field room'))`.execute(trx)

/** Pieces on their way take room as well as what is whole: a thing that never becomes whole stays for a month. */
export async function checkRoom(trx: Trx, more: number): Promise<void> {
  const { rows } = await sql<{ bytes: string }>`
    select (select coalesce(sum(bytes), 0) from field_items where body is not null)
      + (select coalesce(sum(greatest(octet_length(body), ${LEAST_PIECE})), 0) from field_pieces) as bytes`.execute(
    trx,
  )
  if (Number(rows[0]?.bytes ?? 0) + more > FIELD_BYTES) throw refuse('field.full')
}

/** `pass` null: what colleagues bring without a pass, all of it together. */
export async function checkPass(trx: Trx, pass: string | null, more: number): Promise<void> {
  const { rows } = await sql<{ bytes: string }>`
    select coalesce(sum(greatest(octet_length(body), ${LEAST_PIECE})), 0) as bytes
    from field_pieces where pass is not distinct from ${pass}`.execute(trx)
  if (Number(rows[0]?.bytes ?? 0) + Math.max(more, LEAST_PIECE) > PASS_PIECES) throw refuse('field.full')
}

/** Whole things that one phone sent and nobody decided on yet. What a colleague hands over is theirs to answer for. */
export async function checkWaiting(trx: Trx, pass: string | null, more: number): Promise<void> {
  const { rows } = await sql<{ items: string; bytes: string }>`
    select count(*) as items, coalesce(sum(bytes), 0) as bytes from field_items
    where pass = ${pass} and brought is null and verdict is null`.execute(trx)
  const { items = 0, bytes = 0 } = rows[0] ?? {}
  if (Number(items) >= PASS_ITEMS || Number(bytes) + more > PASS_BYTES) throw refuse('field.full')
}
