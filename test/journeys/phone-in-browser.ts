/** Run in the page of a browser that plays a phone: how many notes to seal in; and what the browser holds for this site out. */

/** One after the other, as fast as the page seals them. */
export async function sealNotes(many: number): Promise<void> {
  const area = document.querySelector<HTMLTextAreaElement>('#note textarea')
  const button = document.querySelector<HTMLButtonElement>('#note button[type=submit]')
  const told = document.querySelector('#told')
  if (!area || !button || !told) throw new Error('no form')
  for (let n = 0; n < many; n += 1) {
    told.replaceChildren()
    area.value = `Note ${n}: they were led to a bus.`
    button.click()
    while (button.disabled || /^(?:One moment|)$/.test((told.textContent ?? '').replace(/….*/, '')))
      await new Promise((done) => setTimeout(done, 3))
    if (!told.textContent?.startsWith('Sealed')) throw new Error(told.textContent ?? '')
  }
}

export type OnPhone = Readonly<
  Record<'databases' | 'waiting' | 'bodies' | 'kept' | 'caches' | 'workers' | 'stored', number>
>
/** Of another page of the same site, so that looking makes nothing. */
export async function keptOnPhone(): Promise<OnPhone> {
  const come = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const databases = (await indexedDB.databases()).length
  const counts = { waiting: 0, bodies: 0, kept: 0 }
  if (databases > 0) {
    const db = await come(indexedDB.open('field'))
    for (const name of ['waiting', 'bodies', 'kept'] as const)
      counts[name] = await come(db.transaction(name).objectStore(name).count())
    db.close()
  }
  return {
    ...{ databases, ...counts, caches: (await caches.keys()).length },
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    stored: localStorage.length + sessionStorage.length,
  }
}
