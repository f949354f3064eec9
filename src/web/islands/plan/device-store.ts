/** What a device keeps of a plan: a key locked by the words of the day, and sealed things, one for each time that something was written. Nothing readable is ever in it. */
import { deviceStore } from '../installed/device-store.ts'

const [KEPT, SEALED] = ['kept', 'sealed'] as const

/** `locked`: the secret key, under the words. `table`: which plan it is and what the table is called, sealed to the key. */
export type Lock = { readonly locked: Uint8Array; readonly key: string; readonly table: Uint8Array }

const { read, write, wipe } = deviceStore('plan', { [KEPT]: 'named', [SEALED]: 'counts' }, KEPT, () => {
  // It goes from this window too, with all that stands in it.
  document.documentElement.hidden = true
  location.replace('about:blank')
})

export { wipe }

export const lockKept = async (): Promise<Lock | null> =>
  (await read(KEPT, (store) => store.get('lock') as IDBRequest<Lock | undefined>)) ?? null

export async function sealedKept(): Promise<ReadonlyMap<IDBValidKey, Uint8Array>> {
  const [keys, bodies] = await Promise.all([
    read(SEALED, (store) => store.getAllKeys()),
    read(SEALED, (store) => store.getAll() as IDBRequest<Uint8Array[]>),
  ])
  return new Map(bodies.flatMap((body, at) => (keys[at] === undefined ? [] : [[keys[at], body] as const])))
}

/** The first thing of a plan, with its lock; both or neither, and nobody else's lock is written over. */
export const keepFirst = (lock: Lock, body: Uint8Array): Promise<void> =>
  write((store) => {
    store(KEPT).add(lock, 'lock')
    store(SEALED).add(body)
  })

/** `instead`: what this one holds as well, and what can therefore go. */
export const keepSealed = (body: Uint8Array, instead: readonly IDBValidKey[] = []): Promise<void> =>
  write((store) => {
    store(SEALED).add(body)
    for (const key of instead) store(SEALED).delete(key)
  })
