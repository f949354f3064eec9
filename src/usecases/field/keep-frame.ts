/** Bytes of one thing in, kept: whole at once, or piece after piece until all are here. What is here already is not kept again. */
import type { Transaction } from 'kysely'
import { today } from '../../adapters/clock.ts'
import { idOf } from '../../adapters/sealed/phone-pass.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { type Frame, type ItemHead, LARGEST_ITEM } from '../../core/field/item.ts'
import { recipientsIn } from '../../core/sealed/age-header.ts'
import type { Store } from '../../store/connect.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import type { Tables } from '../../store/tables.ts'
import { checkPass, checkRoom, checkWaiting, oneByOne } from './room.ts'
import type { Field } from './take-frames.ts'

type Trx = Transaction<Tables>
/** `pass`: of the phone that vouches. `keys`: how many the list has that it says it is sealed to; null: that is no list of ours. */
export type From = {
  readonly brought: string | null
  readonly pass: string | null
  readonly keys: number | null
}
export type Had = { readonly had: number; readonly isFresh: boolean }
/** Where pieces end, without a gap from the beginning on. */
type Here = { readonly end: number; readonly bytes: number }

export async function keepFrame(field: Field, frame: Frame, from: From): Promise<Had> {
  const { head, body } = frame
  if (await isHere(field.house, head.id)) return { had: head.bytes, isFresh: false }
  if (from.keys === null) throw refuse('field.item')
  if (body.length === head.bytes) {
    refuseOther(head, body, from)
    return inTurn(field, (trx) => keep(field, trx, head, body, from))
  }
  const had = await inTurn(field, (trx) => piece(field, trx, frame, from))
  return had < head.bytes ? { had, isFresh: false } : joinPieces(field, head, from)
}

const isHere = async (store: Pick<Store, 'selectFrom'>, id: string): Promise<boolean> =>
  (await store.selectFrom('field_items').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Another thing than its head says, or sealed to others. */
function refuseOther({ bytes, id }: ItemHead, body: Uint8Array, { keys }: From): void {
  if (body.length !== bytes || idOf(body) !== id || recipientsIn(body) !== keys) throw refuse('field.item')
}

/** Asked where it is written: after a house is shut nothing is, whoever was under way. */
const inTurn = <T>({ house }: Pick<Field, 'house'>, work: (trx: Trx) => Promise<T>): Promise<T> =>
  inOpenHouse(house, async (trx) => {
    await oneByOne(trx)
    return work(trx)
  })

/** A piece that continues what is here is kept; any other only tells how far it is. */
async function piece(
  field: Field,
  trx: Trx,
  { head, from: start, body }: Frame,
  from: From,
): Promise<number> {
  // Two phones may send the same at once.
  if (await isHere(trx, head.id)) return head.bytes
  const { end } = await piecesHere(trx, head.id)
  if (start > end || start + body.length <= end) return end
  const more = body.subarray(end - start)
  await checkPass(trx, from.pass, more.length)
  await checkRoom(trx, more.length)
  await trx
    .insertInto('field_pieces')
    .values({ id: head.id, at: end, body: more, day: today(field.clock), pass: from.pass })
    .execute()
  return end + more.length
}

async function piecesHere(trx: Pick<Store, 'selectFrom'>, id: string): Promise<Here> {
  const pieces = await trx
    .selectFrom('field_pieces')
    .select(['at', ({ fn }) => fn<number>('octet_length', ['body']).as('length')])
    .where('id', '=', id)
    .orderBy('at')
    .execute()
  return pieces.reduce<Here>(
    ({ end, bytes }, one) => ({
      end: Number(one.at) === end ? end + Number(one.length) : end,
      bytes: bytes + Number(one.length),
    }),
    { end: 0, bytes: 0 },
  )
}

async function joinPieces(field: Field, head: ItemHead, from: From): Promise<Had> {
  try {
    return await inTurn(field, (trx) => join(field, trx, head, from))
  } catch (error) {
    // Not what it said it was: then it begins anew. Where there is no room, or the house is shut, it waits as it is.
    if (error instanceof Refusal && error.code === 'field.item')
      await inTurn(field, (trx) => dropPieces(trx, head.id))
    throw error
  }
}

async function join(field: Field, trx: Trx, head: ItemHead, from: From): Promise<Had> {
  if (await isHere(trx, head.id)) return { had: head.bytes, isFresh: false }
  // Before a byte of it is in memory: pieces came under other heads than this one, and as many as anybody sent.
  const { end, bytes } = await piecesHere(trx, head.id)
  if (end !== head.bytes || bytes !== end || bytes > LARGEST_ITEM) throw refuse('field.item')
  const rows = await trx
    .selectFrom('field_pieces')
    .select('body')
    .where('id', '=', head.id)
    .orderBy('at')
    .execute()
  const whole = Buffer.concat(rows.map((one) => one.body))
  refuseOther(head, whole, from)
  return keep(field, trx, head, whole, from)
}

const dropPieces = (trx: Trx, id: string): Promise<unknown> =>
  trx.deleteFrom('field_pieces').where('id', '=', id).execute()

/** Whatever of it came in pieces goes: it is here whole. */
async function keep(field: Field, trx: Trx, head: ItemHead, body: Uint8Array, from: From): Promise<Had> {
  const { id, bytes, list } = head
  await dropPieces(trx, id)
  await checkRoom(trx, bytes)
  if (from.brought === null) await checkWaiting(trx, from.pass, bytes)
  const done = await trx
    .insertInto('field_items')
    .values({
      ...{ id, list, bytes, body, pass: from.pass, brought: from.brought, day: today(field.clock) },
      ...{ verdict: null, record: null, why: null, by: null, decided: null },
    })
    .onConflict((one) => one.column('id').doNothing())
    .executeTakeFirst()
  return { had: bytes, isFresh: Number(done.numInsertedOrUpdatedRows ?? 0) > 0 }
}
