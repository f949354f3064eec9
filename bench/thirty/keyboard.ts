/** A page in, a keyboard on it that counts every key, by what it was pressed for. No mouse, and no way past a control that Tab does not reach. */
import type { ElementHandle, Page } from 'playwright-core'

/** More Tabs than any way on a page takes. */
const FAR = 900

export type Keyboard = {
  readonly page: Page
  readonly isScripted: boolean
  /** What the next keys are for. */
  readonly for: (what: string) => void
  readonly press: (key: string) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Tab, or Shift and Tab, until it has the focus. */
  readonly goTo: (selector: string) => Promise<void>
  readonly write: (selector: string, text: string) => Promise<void>
  readonly paste: (selector: string, text: string) => Promise<void>
  readonly choose: (selector: string, value: string) => Promise<void>
  /** Keys since the last time it was asked, by what they were for. */
  readonly taken: () => ReadonlyMap<string, number>
}

export function keyboardOn(page: Page, isScripted: boolean): Keyboard {
  let [tally, what] = [new Map<string, number>(), 'way']
  const count = (n: number): void => {
    tally.set(what, (tally.get(what) ?? 0) + n)
  }
  /** Keys pressed together are so many keys. */
  const press = async (key: string): Promise<void> => {
    count(key === '+' ? 1 : key.split('+').length)
    await page.keyboard.press(key)
  }
  const type = async (text: string): Promise<void> => {
    count(text.length)
    await page.keyboard.type(text)
  }
  const found = async (selector: string): Promise<ElementHandle<HTMLElement>> => {
    const handle = await page.locator(selector).first().elementHandle({ timeout: 2_000 })
    if (!handle) throw new Error(`not on the page: ${selector}`)
    return handle as ElementHandle<HTMLElement>
  }
  const goTo = async (selector: string): Promise<void> => {
    const target = await found(selector)
    for (let n = 0; n < FAR; n += 1) {
      const where = await target.evaluate(whereFrom)
      if (where === 'there') return
      if (where === 'skip') await press('Enter')
      await press(where === 'before' ? 'Shift+Tab' : 'Tab')
    }
    throw new Error(`no way by keyboard to ${selector}`)
  }
  const write = async (selector: string, text: string): Promise<void> => {
    await goTo(selector)
    const [value, isSelected] = await (await found(selector)).evaluate((element) => {
      const input = element as HTMLInputElement
      return [input.value, input.selectionEnd === input.value.length && input.selectionStart === 0] as const
    })
    if (value !== '' && !isSelected) await press('Control+a')
    if (text === '') await press('Delete')
    else await type(text)
  }
  /** What lies in the clipboard already: two keys. */
  const paste = async (selector: string, text: string): Promise<void> => {
    await goTo(selector)
    await page.keyboard.insertText(text)
    count(2)
  }
  /** By arrows or by first letters, whichever is shorter. */
  const choose = async (selector: string, value: string): Promise<void> => {
    await goTo(selector)
    const target = await found(selector)
    const valueNow = (): Promise<string> => target.evaluate((one) => (one as HTMLSelectElement).value)
    const [labels, values, at] = await target.evaluate((element) => {
      const select = element as HTMLSelectElement
      const options = [...select.options]
      return [options.map((one) => one.text), options.map((one) => one.value), select.selectedIndex] as const
    })
    const to = values.indexOf(value)
    if (to < 0) throw new Error(`${selector} does not offer ${value}`)
    const label = (labels[to] ?? '').toLowerCase()
    const prefix = [1, 2, 3, 4, 5].find(
      (n) => labels.filter((one) => one.toLowerCase().startsWith(label.slice(0, n))).length === 1,
    )
    if (prefix !== undefined && prefix < Math.abs(to - at) && !/\s/.test(label.slice(0, prefix)))
      await type(label.slice(0, prefix))
    for (let n = 0; n < values.length && (await valueNow()) !== value; n += 1)
      await press(values.indexOf(await valueNow()) < to ? 'ArrowDown' : 'ArrowUp')
    if ((await valueNow()) !== value) throw new Error(`${value} cannot be chosen in ${selector} by keyboard`)
    // Letters typed at once would go on with the word.
    await page.waitForTimeout(0)
  }
  return {
    ...{ page, isScripted, press, type, goTo, write, paste, choose },
    for: (now) => {
      what = now
    },
    taken: () => {
      const all = tally
      tally = new Map()
      return all
    },
  }
}

/** Runs in the page. */
function whereFrom(element: HTMLElement): 'there' | 'skip' | 'start' | 'before' | 'after' {
  const active = element.ownerDocument.activeElement
  if (active === element) return 'there'
  if (active === null || active === element.ownerDocument.body) return 'start'
  if (active.matches('.skip')) {
    const to = element.ownerDocument.querySelector(active.getAttribute('href') ?? '')
    if (to?.contains(element)) return 'skip'
  }
  return active.compareDocumentPosition(element) & 4 ? 'after' : 'before'
}
