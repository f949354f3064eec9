/** Lena reviews passages of the example report in a real browser: with keys, and with script off by plain forms alone. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { type Entered, emptyWorld, importText, ROOT, signedInAs } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser, sessionCookie } from './browser.ts'

let world: Context
let browser: Browser
let lena: Entered
let url = ''
let document = ''
let close = (): void => {}
const home = () => `${url}/en/desk/documents/${document}`

async function opened(
  javaScriptEnabled: boolean,
  width = 1280,
): Promise<{ page: Page; seen: string[]; context: BrowserContext }> {
  const context = await browser.newContext({
    javaScriptEnabled,
    viewport: { width, height: 900 },
    locale: 'en-GB',
  })
  await context.addCookies([sessionCookie(lena.token)])
  const seen: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) seen.push(request.url())
  })
  context.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(message.text())
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => seen.push(error.message))
  return { page, seen, context }
}
const records = async () => (await world.house.selectFrom('incidents').select('id').execute()).length
const openKeys = async () => {
  const response = await fetch(`${home()}.json`, { headers: { Cookie: lena.cookie } })
  const { passages } = (await response.json()) as { passages: { key: string; state: string }[] }
  return passages.filter((one) => one.state === 'open').map((one) => one.key)
}

const MEASURED = 2
const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length

type Row = Readonly<Record<'field' | 'value' | 'number' | 'unit' | 'harmed', string>> & {
  readonly keep: boolean
}
/** Every key it takes to write down by hand what the rules propose of a passage: from field to field, each value, and saving. */
async function keysFromEmptyForm(page: Page, key: string): Promise<number> {
  const answer = await fetch(`${home()}/${key}.json`, { headers: { Cookie: lena.cookie } })
  const { passage, rows } = (await answer.json()) as {
    passage: { span: { start: number; end: number } }
    rows: readonly Row[]
  }
  await page.goto(`${home()}/${passage.span.start}-${passage.span.end}`)
  let keys = 0
  const isAt = (name: string) =>
    page.evaluate((asked) => globalThis.document.activeElement?.getAttribute('name') === asked, name)
  const goTo = async (name: string): Promise<void> => {
    while (!(await isAt(name))) {
      await page.keyboard.press('Tab')
      keys += 1
      if (keys > 2_000) throw new Error(`no way by keyboard to ${name}`)
    }
  }
  const type = async (name: string, text: string): Promise<void> => {
    if (text === '') return
    await goTo(name)
    await page.keyboard.type(text)
    keys += text.length
  }
  const choose = async (name: string, value: string): Promise<void> => {
    const select = page.locator(`select[name="${name}"]`)
    if ((await select.count()) === 0 || (await select.inputValue()) === value) return
    await goTo(name)
    // A letter or two find an entry of a list; which, is not what is measured.
    await select.selectOption(value)
    keys += 2
  }
  const wanted = rows.filter((one) => one.keep)
  const first = (field: string): Row | undefined => wanted.find((one) => one.field === field)
  await page.locator('#review select, #review input:not([type=hidden])').first().focus()
  for (const item of await page.locator('#review fieldset .rows > li.new').all()) {
    const hidden = item.locator('input[name$=".field"]')
    const given = (await hidden.count()) > 0 ? first(await hidden.inputValue()) : undefined
    if (!given) continue
    const at = (await hidden.getAttribute('name'))?.split('.')[0] ?? ''
    const number = async (): Promise<void> => type(`${at}.number`, given.number)
    if (given.field === 'kind') await choose(`${at}.value`, given.value)
    else if (given.field === 'group') await number()
    else await type(`${at}.value`, given.value)
    if (given.field === 'penalty' && given.number !== '') await number()
    await choose(`${at}.unit`, given.unit)
    await choose(`${at}.harmed`, given.harmed)
    if (given.field === 'group') await type(`${at}.value`, given.value)
  }
  // More values of a field than one: a field is chosen, then its value written.
  const more = wanted.filter((one) => first(one.field) !== one && one.number === '').slice(0, 3)
  for (const [n, one] of more.entries()) {
    const select = page.locator('#add select').nth(n)
    const name = (await select.getAttribute('name')) ?? ''
    await choose(name, one.field)
    await type(name.replace('.field', '.value'), one.value)
  }
  await goTo('do')
  const before = await records()
  await page.keyboard.press('Enter')
  keys += 1
  await page.waitForURL(/done=/)
  expect(await records()).toBe(before + 1)
  return keys
}

describe.skipIf(!CHROMIUM)('Lena', () => {
  beforeAll(async () => {
    world = await emptyWorld()
    lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
    const report = readFileSync(`${ROOT}/examples/kz-2020-q1.md`, 'utf8')
    document = (await importText(world, report, 'kz-2020-q1.md')).document
    browser = await openBrowser()
    const web = desk(world, { root: ROOT, host: '127.0.0.1' })
    url = await new Promise((resolve) => {
      const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      )
      close = () => server.close()
    })
  })
  afterAll(async () => {
    close()
    await browser?.close()
    await world?.store.destroy()
  })

  it('reviews five passages with one key each, against a hundred and more from an empty form', async () => {
    const { page, seen, context } = await opened(true)
    const open = await openKeys()
    const typed: number[] = []
    // The same records from the form of words that no rule proposed, by keyboard alone.
    for (const key of open.slice(0, MEASURED)) typed.push(await keysFromEmptyForm(page, key))
    const before = await records()
    await page.goto(`${home()}/${open.at(MEASURED)}`)
    await page.click('#keys button')
    let [keys, requests] = [0, 0]
    page.on('request', (request) => {
      if (request.isNavigationRequest()) requests += 1
    })
    for (let n = 0; n < 5; n += 1) {
      const here = page.url()
      await page.keyboard.press('s')
      keys += 1
      await page.waitForURL((to) => to.href !== here)
      await page.waitForLoadState('load')
    }
    process.stdout.write(
      `review: ${keys / 5} key and ${requests / 5} requests an incident; from an empty form ${Math.round(average(typed))} keys and 2 requests\n`,
    )
    expect(await records()).toBe(before + 5)
    expect(keys / 5).toBeLessThanOrEqual(2)
    expect(average(typed)).toBeGreaterThan(20)
    expect(seen).toEqual([])
    await context.close()
  })

  it('moves by keys, which are off until she wants them and never work while she types', async () => {
    const { page, context } = await opened(true)
    const [key] = await openKeys()
    await page.goto(`${home()}/${key}`)
    const focused = () =>
      page.evaluate(
        () => globalThis.document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ?? null,
      )
    await page.keyboard.press('j')
    expect(await focused()).toBeNull()
    await page.click('#keys button')
    expect(await page.getAttribute('#keys button', 'aria-pressed')).toBe('true')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focused()).toBe('2')
    const box = page.locator('#r2 [type=checkbox]')
    await page.keyboard.press('x')
    expect(await box.isChecked()).toBe(false)
    await page.keyboard.press('k')
    expect(await focused()).toBe('1')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    await page.keyboard.type('xj')
    expect(await page.locator('#r2 .value').inputValue()).toContain('xj')
    expect([await focused(), await box.isChecked()]).toEqual(['2', false])
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.evaluate(() => globalThis.document.activeElement?.id)).toBe('keys')
    expect(await page.locator('dl.keys kbd').count()).toBe(9)
    await context.close()
  })

  it('adds a number, a person and writes over a value by keys alone, each part in its place', async () => {
    const { page, seen, context } = await opened(true)
    const [key] = await openKeys()
    await page.goto(`${home()}/${key}`)
    // The switch at the foot is five keys away from the first.
    for (const one of ['Tab', 'Enter', 'Tab', 'Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(one)
    expect(await page.getAttribute('#keys button', 'aria-pressed')).toBe('true')
    await page.locator('main').evaluate(() => (globalThis.document.activeElement as HTMLElement).blur())
    const textIn = (row: string) => page.inputValue(`#r${row} .value`)
    const focused = () => page.evaluate(() => globalThis.document.activeElement?.getAttribute('name') ?? '')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    const row = /^r(\d+)/.exec(await focused())?.[1]
    const before = await textIn(String(Number(row) + 1))
    await page.keyboard.type('assembly')
    expect([before === 'assembly', await textIn(String(Number(row) + 1))]).toEqual([false, 'assembly'])
    await page.keyboard.press('Escape')
    await page.keyboard.press('a')
    const add = page.locator('#add .rows > li').first()
    // Through other fields on the way: what they would ask for does not stay.
    await page.keyboard.type('peo')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await add.locator('select').first().inputValue()).toBe('group')
    expect(await add.locator('.grown').count()).toBe(2)
    // Another row comes when none is left, and only then.
    const rows = page.locator('#add .rows > li')
    const many = await rows.count()
    for (let n = 1; n < many; n += 1) await rows.nth(n).locator('select').first().selectOption('source')
    expect(await rows.count()).toBe(many + 1)
    expect(await rows.last().locator('select').first().inputValue()).toBe('')
    for (let n = 1; n < many; n += 1) await rows.nth(n).locator('select').first().selectOption('')
    expect(await rows.count()).toBe(many + 1)
    await add.locator('select').first().focus()
    await page.keyboard.press('Tab')
    await page.keyboard.type('unicorns counted')
    await page.keyboard.press('Tab')
    await page.keyboard.type('41..')
    await page.keyboard.press('Tab')
    await page.keyboard.type('at l')
    await page.keyboard.press('Escape')
    const made = await records()
    await page.keyboard.press('s')
    await page.waitForURL(/done=/)
    expect(await records()).toBe(made + 1)
    const claim = await world.house
      .selectFrom('claims')
      .select('value')
      .where('coder', '=', 'lena')
      .where('field', '=', 'group')
      .orderBy('event', 'desc')
      .executeTakeFirstOrThrow()
    expect(claim.value).toEqual({ what: 'unicorns counted', min: 41, max: null, qualifier: 'at_least' })
    expect(seen).toEqual([])
    await context.close()
  })

  it('comes to the values, to what is added and to what does not fit without walking the page, script off too', async () => {
    const { page, seen, context } = await opened(false)
    const [key] = await openKeys()
    await page.goto(`${home()}/${key}`)
    const press = async (...keys: readonly string[]) => {
      for (const one of keys) await page.keyboard.press(one)
    }
    const focused = () => page.evaluate(() => globalThis.document.activeElement?.getAttribute('name') ?? '')
    const [toMain, toValues] = [
      ['Tab', 'Enter'],
      ['Tab', 'Enter'],
    ]
    await press(...toMain, ...toValues, 'Tab', 'Enter', 'Tab')
    expect(await focused()).toMatch(/^r\d+\.field$/)
    await page.keyboard.type('num')
    await press('Tab')
    await page.keyboard.type('unicorns')
    await page.click('button[value=check]')
    const number = page.locator('fieldset:not(#add) li:has(input[value="unicorns"]) .number')
    await number.fill('many')
    await page.click('button[value=save]')
    expect(await page.locator('.rows .wrong').innerText()).toContain('many')
    expect(await focused()).toBe(await number.getAttribute('name'))
    expect(seen).toEqual([])
    await context.close()
  })

  it('adds a value by selecting its words', async () => {
    const { page, seen, context } = await opened(true)
    const [key] = await openKeys()
    await page.goto(`${home()}/${key}`)
    const words = await page.evaluate(() => {
      const passage = globalThis.document.querySelector('.told .passage') as HTMLElement
      const mark = passage.querySelector(':scope > mark') as HTMLElement
      const range = globalThis.document.createRange()
      range.selectNode(mark)
      const selection = globalThis.document.getSelection()
      selection?.removeAllRanges()
      selection?.addRange(range)
      return [...mark.childNodes]
        .filter((one) => one.nodeName !== 'SUP')
        .map((one) => one.textContent)
        .join('')
        .trim()
    })
    await page.locator('.pick-words select').selectOption('outcome')
    expect(await page.locator('#add .rows > li').first().locator('input.value').inputValue()).toBe(words)
    const before = await records()
    await page.click('button[value=save]')
    await page.waitForURL(/done=/)
    expect(await records()).toBe(before + 1)
    const claim = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('coder', '=', 'lena')
      .where('field', '=', 'outcome')
      .executeTakeFirstOrThrow()
    expect(claim.value).toBe(words)
    expect(seen).toEqual([])
    await context.close()
  })

  it('reviews five passages with script off: keeps, corrects, adds, rejects, takes back', async () => {
    const { page, seen, context } = await opened(false)
    const before = await records()
    await page.goto(home())
    await page.click('a.go')
    for (let n = 0; n < 3; n += 1) {
      await page.click('button[value=save]')
      expect(page.url()).toContain('?done=')
    }
    expect(await records()).toBe(before + 3)
    await page.locator('#add select').first().selectOption('act')
    await page.locator('#add input.value').first().fill('избиение единорога')
    await page.click('button[value=save]')
    expect(await page.locator('.rows .wrong').innerText()).toContain('избиение единорога')
    await page.locator('.rows li.bad [type=checkbox]').uncheck()
    await page.click('button[value=save]')
    expect(await records()).toBe(before + 4)
    const key = page.url().split('/').at(-1)?.split('?')[0]
    await page.locator('form:has([data-said=rejected]) [name=why]').fill('no incident')
    await page.click('[data-said=rejected]')
    expect(page.url()).toContain(`?done=${key}`)
    await page.click('.shown a')
    expect(await page.locator('.shown').innerText()).toContain('no incident')
    await page.click('[data-said=undone]')
    expect(await page.locator('#review').count()).toBe(1)
    await page.click('.rows a.no >> nth=0')
    expect(page.url()).toMatch(/#w\d+$/)
    expect(seen).toEqual([])
    await context.close()
  })

  it.each([
    [1280, true],
    [360, true],
    [360, false],
  ])('reads and uses the pages at %i pixels, script %s, without a barrier', async (width, script) => {
    const { page, seen, context } = await opened(script, width)
    const [key] = await openKeys()
    for (const path of ['', `/${key}`]) {
      await page.goto(`${home()}${path}`)
      // The window alone: a table may scroll inside its region.
      const wide = script ? await page.evaluate(() => globalThis.document.documentElement.scrollWidth) : width
      expect([path, wide]).toEqual([path, width])
      if (script) expect([path, await violations(page)]).toEqual([path, []])
      // The way out lies along the whole edge, and in its corner.
      const strip = await page.locator('#leave').boundingBox()
      const way = await page.locator('#leave button').boundingBox()
      expect([strip?.x, strip?.width]).toEqual([0, width])
      expect((way?.x ?? 0) + (way?.width ?? 0)).toBeGreaterThan(width - 40)
    }
    expect(seen).toEqual([])
    await context.close()
  })
})
