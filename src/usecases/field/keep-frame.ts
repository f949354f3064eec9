/** Bytes of one thing in, kept: whole at once, or piece after piece until all are here. What is here already is not kept again. */
import { today } from '../../adapters/clock.ts'
import { idOf } from '../../adapters/sealed/phone-pass.ts'
import { refuse } from '../../core/faults.ts'
import { FIELD_BYTES, type Frame, type ItemHead } from '../../core/field/item.ts'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import type { Store } from '../../store/connect.ts'
import type { Field } from './take-frames.ts'

/** `pass`: of the phone that vouches. `keys`: how many the list has that it says it is sealed to; null: that is no list of ours. */
export type From = {
  readonly brought: string | null
  readonly pass: string | null
  readonly keys: number | null
}
export type Had = { readonly had: number; readonly isFresh: boolean }

export async function keepFrame(field: Field, frame: Frame, from: From): Promise<Had> {
  const { head, body } = frame
  const there = await field.house
    .selectFrom('field_items')
    .select('id')
    .where('id', '=', head.id)
    .executeTakeFirst()
  if (there) return { had: head.bytes, isFresh: false }
  if (from.keys === null) throw refuse('field.item')
  return body.length === head.bytes ? keep(field, head, body, from) : piece(field, frame, from)
}

/** A piece that continues what is here is kept; any other only tells how far it is. */
async function piece(field: Field, { head, from: start, body }: Frame, from: From): Promise<Had> {
  const { house, clock } = field
  const before = await lengthHere(house, head.id)
  if (start > before || start + body.length <= before) return { had: before, isFresh: false }
  await checkRoom(house, body.length)
  await house
    .insertInto('field_pieces')
    .values({ id: head.id, at: before, body: body.subarray(before - start), day: today(clock) })
    .onConflict((one) => one.columns(['id', 'at']).doNothing())
    .execute()
  // Asked again: two phones may send the same at once.
  const had = await lengthHere(house, head.id)
  return had < head.bytes ? { had, isFresh: false } : joinPieces(field, head, from)
}

/** From the beginning on, without a gap. */
async function lengthHere(house: Store, id: string): Promise<number> {
  const pieces = await house
    .selectFrom('field_pieces')
    .select(['at', ({ fn }) => fn<number>('octet_length', ['body']).as('length')])
    .where('id', '=', id)
    .orderBy('at')
    .execute()
  return pieces.reduce((end, one) => (Number(one.at) === end ? end + Number(one.length) : end), 0)
}

async function joinPieces(field: Field, head: ItemHead, from: From): Promise<Had> {
  const rows = await field.house
    .selectFrom('field_pieces')
    .select('body')
    .where('id', '=', head.id)
    .orderBy('at')
    .execute()
  const whole = Buffer.concat(rows.map((one) => one.body))
  try {
    return await keep(field, head, whole, from)
  } finally {
    // Kept, or not what it said it was: then it begins anew.
    await field.house.deleteFrom('field_pieces').where('id', '=', head.id).execute()
  }
}

async function keep(field: Field, head: ItemHead, body: Uint8Array, from: From): Promise<Had> {
  const { house, clock } = field
  const { id, bytes, list } = head
  if (body.length !== bytes || idOf(body) !== id || recipientsIn(body) !== from.keys)
    throw refuse('field.item')
  await checkRoom(house, bytes)
  const done = await house
    .insertInto('field_items')
    .values({
      ...{ id, list, bytes, body, pass: from.pass, brought: from.brought, day: today(clock) },
      ...{ verdict: null, record: null, why: null, by: null, decided: null },
    })
    .onConflict((one) => one.column('id').doNothing())
    .executeTakeFirst()
  return { had: bytes, isFresh: Number(done.numInsertedOrUpdatedRows ?? 0) > 0 }
}

async function checkRoom(house: Store, more: number): Promise<void> {
  const items = await house
    .selectFrom('field_items')
    .select(({ fn }) => fn.sum('bytes').as('bytes'))
    .where('body', 'is not', null)
    .executeTakeFirst()
  if (Number(items?.bytes ?? 0) + more > FIELD_BYTES) throw refuse('field.full')
}
