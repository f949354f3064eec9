/** What a device keeps of a plan: a key locked by the words of the day, and sealed things, one for each time that something was written. Nothing readable is ever in it. */
const NAME = 'plan'
const [KEPT, SEALED] = ['kept', 'sealed'] as const

/** `locked`: the secret key, under the words. `table`: which plan it is and what the table is called, sealed to the key. */
export type Lock = { readonly locked: Uint8Array; readonly key: string; readonly table: Uint8Array }

let opened: Promise<IDBDatabase> | null = null
function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(KEPT)
      request.result.createObjectStore(SEALED, { autoIncrement: true })
    }
    request.onsuccess = () => {
      // Wiped in another window, it goes from this one too, with all that stands in it.
      request.result.onversionchange = ({ newVersion }) => {
        request.result.close()
        if (newVersion !== null) return
        document.documentElement.hidden = true
        location.replace('about:blank')
      }
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Resolves when it is on disk, not when it was asked for. */
async function write(work: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
  const db = await open()
  const trx = db.transaction([KEPT, SEALED], 'readwrite', { durability: 'strict' })
  await new Promise<void>((resolve, reject) => {
    trx.oncomplete = () => resolve()
    // Only here it is known why: an error of a request comes earlier, and without its reason.
    trx.onabort = () => reject(trx.error)
    work((name) => trx.objectStore(name))
  })
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

export async function lockKept(): Promise<Lock | null> {
  const store = (await open()).transaction(KEPT, 'readonly').objectStore(KEPT)
  return (await answer(store.get('lock') as IDBRequest<Lock | undefined>)) ?? null
}

export async function sealedKept(): Promise<ReadonlyMap<IDBValidKey, Uint8Array>> {
  const store = (await open()).transaction(SEALED, 'readonly').objectStore(SEALED)
  const [keys, bodies] = await Promise.all([
    answer(store.getAllKeys()),
    answer(store.getAll() as IDBRequest<Uint8Array[]>),
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

/** Everything of this page on this device, the page itself too; what other pages of the site keep is theirs. */
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
    forgetPage(),
  ])
}

async function forgetPage(): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  const own = names.filter((name) => name.startsWith('plan-'))
  await Promise.all(own.map((name) => caches.delete(name)))
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.filter(isOwn).map((one) => one.unregister()))
}
const isOwn = (one: ServiceWorkerRegistration): boolean => new URL(one.scope).pathname === '/plan/'
