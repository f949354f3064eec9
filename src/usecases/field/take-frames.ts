/** Sealed bytes from phones in, however they come and however often; each thing kept once when all of it is here. Nothing is opened. */
import type { Clock } from '../../adapters/clock.ts'
import { isVouched, receiptFor } from '../../adapters/sealed/phone-pass.ts'
import { listSignedBy } from '../../adapters/sealed/signed-list.ts'
import { type FaultCode, Refusal, refuse } from '../../core/faults.ts'
import type { Frame } from '../../core/field/item.ts'
import type { Store } from '../../store/connect.ts'
import { fieldPass, type KnownPass } from '../../store/queries/field.ts'
import { keepFrame } from './keep-frame.ts'

/** What taking needs, and nothing of who works here. */
export type Field = { readonly house: Store; readonly clock: Clock; readonly sealingRoot: string }
export type Taken = {
  /** Item → how many bytes of it are here, from its beginning on. */
  readonly had: Map<string, number>
  readonly refused: Map<string, FaultCode>
  /** Those that are here now and were not before. */
  readonly fresh: Set<string>
}
/** `brought`: the colleague who hands a file over and answers for it; null: sent by a phone, so a pass that has not ended must vouch. */
type How = { readonly brought: string | null }

/** A frame that is refused stops none of the others. */
export async function takeFrames(field: Field, frames: AsyncIterable<Frame>, how: How): Promise<Taken> {
  const taken: Taken = { had: new Map(), refused: new Map(), fresh: new Set() }
  const known = remembered(field)
  for await (const frame of frames) {
    const { id, bytes } = frame.head
    try {
      const pass = await passOf(known, frame, how)
      const keys = await known.keysOfList(frame.head.list)
      const { had, isFresh } = await keepFrame(field, frame, { ...how, pass, keys })
      taken.had.set(id, had)
      if (isFresh && had === bytes) taken.fresh.add(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      taken.refused.set(id, error.code)
    }
  }
  return taken
}

/** For the phone with this pass: what only the house and it can make, of each thing that is wholly here. */
export async function receiptsOf(
  { house }: Pick<Field, 'house'>,
  key: string,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const pass = await fieldPass(house, key)
  if (!pass || ids.length === 0) return {}
  const rows = await house
    .selectFrom('field_items')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return Object.fromEntries(rows.map(({ id }) => [id, receiptFor(pass.receipts, id)]))
}

/** Asked once for each file or sending. */
type Known = {
  readonly pass: (key: string) => Promise<KnownPass | null>
  /** How many keys that list had; null: no list of ours. */
  readonly keysOfList: (seq: number) => Promise<number | null>
}
function remembered({ house, sealingRoot }: Field): Known {
  const [passes, lists] = [new Map<string, KnownPass | null>(), new Map<number, number | null>()]
  const once = async <K, T>(from: Map<K, T>, key: K, ask: () => Promise<T>): Promise<T> => {
    if (!from.has(key)) from.set(key, await ask())
    return from.get(key) as T
  }
  return {
    pass: (key) => once(passes, key, () => fieldPass(house, key)),
    keysOfList: (seq) =>
      once(lists, seq, async () => {
        const row = await house
          .selectFrom('recipient_lists')
          .select(['list', 'signature'])
          .where('seq', '=', seq)
          .executeTakeFirst()
        // The database is not believed here either. An older list will do: the phone was without a network.
        return (row && listSignedBy(sealingRoot, row)?.recipients.length) ?? null
      }),
  }
}

async function passOf(known: Known, { head, vouched }: Frame, { brought }: How): Promise<string | null> {
  if (vouched === null) {
    if (brought === null) throw refuse('field.pass')
    return null
  }
  const pass = await known.pass(vouched.key)
  // A phone that is not trusted any more is heard no more; what a colleague brings they answer for. Asked before the
  // signature is worked out: a stranger's thousand signatures cost nothing.
  if (brought === null && (!pass || pass.ended !== null)) throw refuse('field.pass')
  if (!isVouched(vouched, head)) throw refuse('field.item')
  return pass?.key ?? null
}
