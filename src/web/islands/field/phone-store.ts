/** What a phone keeps: sealed bytes, what is known of each from outside, the list they are sealed to, its pass. Nothing that was written is ever in it. */
import type { Waiting } from '../../../core/field/outbox.ts'
import { joined } from '../../../core/field/outbox.ts'

const NAME = 'field'
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

let opened: Promise<IDBDatabase> | null = null
function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      for (const store of [WAITING, BODIES, KEPT]) request.result.createObjectStore(store)
    }
    request.onsuccess = () => {
      // Wiped in another window, it goes here too.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Resolves when it is on disk, not when it was asked for: what the page says is sealed survives a battery that ends. */
async function write(work: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
  const db = await open()
  const trx = db.transaction([WAITING, BODIES, KEPT], 'readwrite', { durability: 'strict' })
  await new Promise<void>((resolve, reject) => {
    trx.oncomplete = () => resolve()
    // Only here it is known why: an error of a request comes earlier, and without its reason.
    trx.onabort = () => reject(trx.error)
    work((name) => trx.objectStore(name))
  })
}

async function read<T>(name: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  const request = ask(db.transaction(name, 'readonly').objectStore(name))
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

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

/** Everything of this page on this phone, the page itself too; what other pages of the site keep is theirs. */
export async function wipe(): Promise<void> {
  const db = await open().catch(() => null)
  db?.close()
  await Promise.all([
    new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase(NAME)
      request.onsuccess = () => resolve()
      request.onerror = () => resolve()
      request.onblocked = () => resolve()
    }),
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith('field-')).map((name) => caches.delete(name))),
      ),
    navigator.serviceWorker
      .getRegistrations()
      .then((all) => Promise.all(all.filter(isOwn).map((one) => one.unregister()))),
  ])
}
const isOwn = (one: ServiceWorkerRegistration): boolean => new URL(one.scope).pathname === '/field/'
