/** A phone with so many sealed things in, how long one press takes until nothing of them is left out; its pass goes first. */
import { join } from 'node:path'
import { keptOnPhone, type OnPhone } from '../../test/journeys/phone-in-browser.ts'
import { type Phone, phoneAt } from './phone.ts'

export type Wiped = {
  readonly before: OnPhone
  readonly after: OnPhone
  /** From the press on: until the pass was gone from the disk, until nothing was left. In milliseconds. */
  readonly pass: number
  readonly all: number
}

export async function wipedPhone(
  own: string,
  site: string,
  {
    words,
    notes,
    photographs,
  }: { readonly words: string; readonly notes: number; readonly photographs: number },
): Promise<Wiped> {
  const phone = phoneAt(join(own, 'wiped'), site, () => undefined)
  await phone.open()
  await phone.givePass(words)
  await phone.record(
    Array.from({ length: notes }, (_, n) => `Note ${n}: they were led to a bus.`),
    new Set(),
  )
  for (let n = 0; n < photographs; n += 1) await phone.photograph('a camera', false)
  try {
    return await pressed(phone, site)
  } finally {
    await phone.close()
  }
}

async function pressed(phone: Phone, site: string): Promise<Wiped> {
  const page = phone.page()
  const beside = await page.context().newPage()
  await beside.goto(`${site}/robots.txt`)
  const before = await beside.evaluate(keptOnPhone)
  let [began, pass] = [0, Number.NaN]
  await page.exposeFunction('passIsGone', () => {
    pass = performance.now() - began
  })
  await page.evaluate(() => {
    const clear = IDBObjectStore.prototype.clear
    IDBObjectStore.prototype.clear = function (this: IDBObjectStore) {
      const gone = (globalThis as unknown as { passIsGone: () => void }).passIsGone
      this.transaction.addEventListener('complete', gone)
      return clear.call(this)
    }
  })
  began = performance.now()
  await page.locator('#wipe').click()
  await page.waitForURL('about:blank')
  const all = performance.now() - began
  return { before, after: await beside.evaluate(keptOnPhone), pass, all }
}
