/** The database of one installed page on one device: written so that it is on disk, and wiped with the page itself. */
export type DeviceStore = {
  readonly read: <T>(store: string, ask: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>
  readonly write: (work: (store: (name: string) => IDBObjectStore) => void) => Promise<void>
  /** Everything of this page on this device, the page itself too; what other pages of the site keep is theirs. */
  readonly wipe: () => Promise<void>
}

/**
 * `stores`: each by its name; `counts`: things in it get a number of their own. `keys`: the one that is wiped before the rest.
 * `onWiped`: it was wiped in another window.
 */
export function deviceStore(
  page: 'field' | 'plan',
  stores: Readonly<Record<string, 'named' | 'counts'>>,
  keys: string,
  onWiped: () => void = () => undefined,
): DeviceStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = (): Promise<IDBDatabase> => {
    opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(page, 1)
      request.onupgradeneeded = () => {
        for (const [name, kind] of Object.entries(stores))
          request.result.createObjectStore(name, { autoIncrement: kind === 'counts' })
      }
      request.onsuccess = () => {
        request.result.onversionchange = ({ newVersion }) => {
          request.result.close()
          if (newVersion === null) onWiped()
        }
        resolve(request.result)
      }
      request.onerror = () => reject(request.error)
    })
    return opened
  }

  return {
    read: async (name, ask) => answer(ask((await open()).transaction(name, 'readonly').objectStore(name))),
    /** Resolves when it is on disk, not when it was asked for: what the page says is sealed survives a battery that ends. */
    write: async (work) => {
      const trx = (await open()).transaction(Object.keys(stores), 'readwrite', { durability: 'strict' })
      await new Promise<void>((resolve, reject) => {
        trx.oncomplete = () => resolve()
        // Only here it is known why: an error of a request comes earlier, and without its reason.
        trx.onabort = () => reject(trx.error)
        work((name) => trx.objectStore(name))
      })
    },
    wipe: async () => {
      const db = await open().catch(() => null)
      // Whatever stops the rest, what the phone proves itself by, or opens things with, is gone first. None of both waits for the other.
      try {
        db?.transaction(keys, 'readwrite', { durability: 'strict' }).objectStore(keys).clear()
      } catch {
        // Another window wiped it a moment ago.
      }
      db?.close()
      await Promise.all([withoutDatabase(page), withoutPage(page)])
    },
  }
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const withoutDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })

async function withoutPage(page: string): Promise<void> {
  if (!('caches' in globalThis)) return
  const own = (await caches.keys()).filter((name) => name.startsWith(`${page}-`))
  await Promise.all(own.map((name) => caches.delete(name)))
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  const isOwn = (one: ServiceWorkerRegistration): boolean => new URL(one.scope).pathname === `/${page}/`
  await Promise.all(workers.filter(isOwn).map((one) => one.unregister()))
}
