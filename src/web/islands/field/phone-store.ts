/** What a phone keeps: sealed bytes, what is known of each from outside, the list they are sealed to, its pass. Nothing that was written is ever in it. */
import type { Waiting } from '../../../core/field/outbox.ts'
import { joined } from '../../../core/field/outbox.ts'
import { deviceStore } from '../installed/device-store.ts'

const [WAITING, BODIES, KEPT] = ['waiting', 'bodies', 'kept'] as const

/** Keys alone: who has them, and where, is on the signed list and stays in the house. */
export type KeptList = {
  readonly root: string
  readonly seq: number
  readonly issued: string
  readonly expires: string
  readonly keys: readonly string[]
}
export type KeptPass = { readonly secret: Uint8Array; readonly key: string; readonly receipts: string }
type Kept = { readonly list: KeptList; readonly pass: KeptPass }

const { read, write, wipe } = deviceStore(
  'field',
  { [WAITING]: 'named', [BODIES]: 'named', [KEPT]: 'named' },
  KEPT,
)

export { wipe }

export const waiting = (): Promise<readonly Waiting[]> =>
  read(WAITING, (store) => store.getAll() as IDBRequest<Waiting[]>)

export async function bodyOf(id: string): Promise<Uint8Array | null> {
  const body = await read(BODIES, (store) => store.get(id) as IDBRequest<Uint8Array | undefined>)
  return body ?? null
}

/** Both or neither, and the same twice is once. */
export async function keep(one: Waiting, body: Uint8Array): Promise<void> {
  const id = one.head.id
  const known = await read(WAITING, (store) => store.get(id) as IDBRequest<Waiting | undefined>)
  const all = joined(new Map(known ? [[id, known]] : []), [one])
  await write((store) => {
    store(WAITING).put(all.get(id), id)
    store(BODIES).put(body, id)
  })
}

/** Called with what the house acknowledged, and with nothing else. */
export const letGo = (ids: readonly string[]): Promise<void> =>
  write((store) => {
    for (const id of ids) {
      store(BODIES).delete(id)
      store(WAITING).delete(id)
    }
  })

export async function kept<K extends keyof Kept>(name: K): Promise<Kept[K] | null> {
  const value = await read(KEPT, (store) => store.get(name) as IDBRequest<Kept[K] | undefined>)
  return value ?? null
}
export const remember = <K extends keyof Kept>(name: K, value: Kept[K]): Promise<void> =>
  write((store) => store(KEPT).put(value, name))
