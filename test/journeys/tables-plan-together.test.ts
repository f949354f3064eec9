/** Five tables of a workshop write in one plan at the same time, two of them without a network, and carry it to each other as files: nothing that anybody wrote is lost. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlanFile } from '../../src/adapters/sealed/plan-file.ts'
import type { PlanEntry } from '../../src/core/plan/entry.ts'
import { planFile, readPlanFile } from '../../src/core/plan/file.ts'
import { oneOf, planOf } from '../../src/core/plan/plan.ts'
import type { Context } from '../../src/usecases/context.ts'
import { emptyWorld, siteOf } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { tooFaint } from './contrast.ts'

type Group = {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  /** What was asked for since the page was there. */
  readonly asked: string[]
}

let world: Context
let browser: Browser
let url = ''
const closing: (() => void)[] = []
/** Under the load of other tests, deriving a key takes its time. */

/** `isAway`: it will be without a network, and has to have the page by then. */
async function groupAt(n: number, width: number, isAway: boolean): Promise<Group> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    serviceWorkers: isAway ? 'allow' : 'block',
  })
  const page = await context.newPage()
  await page.goto(`${url}/plan/en`)
  await page.waitForSelector('html[data-ready]')
  if (isAway) await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  const asked: string[] = []
  context.on('request', (one) => asked.push(`${one.method()} ${one.url()}`))
  return { name: `Table ${n}`, context, page, asked }
}

const told = (page: Page, text: string) =>
  expect.poll(() => page.locator('#told').innerText()).toContain(text)
const isOpen = (page: Page) => page.waitForSelector('#overview:not([hidden])')
const step = (page: Page, to: string) => page.locator(`#parts [data-to="${to}"]`).dispatchEvent('click')
const isKept = (page: Page) => expect.poll(() => page.locator('#kept').innerText()).toContain('Kept')

async function begin({ page, name }: Group, words: string, file: string | null): Promise<void> {
  await page.fill('#begin [name=words]', words)
  await page.fill('#begin [name=table]', name)
  if (file !== null) await page.setInputFiles('#begin [type=file]', file)
  await page.click('#begin [type=submit]')
  await isOpen(page)
}

/** A field of a part of one line, or of the line that was added last. */
async function write(page: Page, part: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await step(page, `part-${part}`)
  const add = page.locator(`#part-${part} .add`)
  if ((await add.count()) > 0) await add.click()
  for (const [name, text] of Object.entries(fields)) {
    const control = page.locator(`#part-${part} [name="${name}"]`).last()
    await control.fill(text)
    await control.blur()
  }
  await isKept(page)
}

async function given({ page }: Group): Promise<string> {
  await step(page, 'carry')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#give')])
  return download.path()
}

async function takenIn({ page }: Group, file: string | { name: string; mimeType: string; buffer: Buffer }) {
  await step(page, 'carry')
  await page.setInputFiles('#take', file)
}

async function entriesOf(file: string, words: string): Promise<readonly PlanEntry[]> {
  const opened = await openPlanFile(new Uint8Array(readFileSync(file)), words)
  return opened.kind === 'open' ? readPlanFile(opened.text, null).entries : []
}

/** All that the browser keeps of the page, as one text. */
const onDisk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const all: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open(name)
        asked.onsuccess = () => done(asked.result)
      })
      for (const store of db.objectStoreNames) {
        const rows = await new Promise<unknown[]>((done) => {
          const asked = db.transaction(store).objectStore(store).getAll()
          asked.onsuccess = () => done(asked.result)
        })
        const bytesIn = (one: unknown): string =>
          one instanceof Uint8Array
            ? new TextDecoder('latin1').decode(one) + new TextDecoder().decode(one)
            : typeof one === 'object' && one !== null
              ? Object.values(one).map(bytesIn).join('\n')
              : String(one)
        all.push(`${store}: ${rows.length}`, ...rows.map(bytesIn))
      }
      db.close()
    }
    return [...all, JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])].join('\n')
  })

describe.skipIf(!CHROMIUM)('five tables of a workshop', () => {
  beforeAll(async () => {
    world = await emptyWorld()
    browser = await openBrowser()
    const { fetch } = siteOf(world)
    url = await new Promise((resolve) => {
      const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      )
      closing.push(() => server.close())
    })
  })
  afterAll(async () => {
    for (const close of closing) close()
    await browser?.close()
    await world?.store.destroy()
  })

  it('write in one plan, two without a network, and lose nothing when they carry it to one of them', async () => {
    const groups = await Promise.all(
      [1280, 360, 360, 800, 360].map((width, at) => groupAt(at + 1, width, at === 1 || at === 2)),
    )
    const [first, second, third, fourth, fifth] = groups as [Group, Group, Group, Group, Group]
    const { page } = first
    expect(await violations(second.page)).toEqual([])
    await page.click('#make-words')
    const words = await page.inputValue('#begin [name=words]')
    expect(words.split(' ')).toHaveLength(5)
    await begin(first, words, null)
    await write(page, 'front', { title: 'Ask before you pay', languages: 'en', currency: 'KZT' })
    await write(page, 'risk', { what: 'The post is reported' })
    await step(page, 'moments')
    await page.fill('#moment', 'In the morning')
    await page.press('#moment', 'Enter')
    await expect.poll(() => page.locator('#all-moments li').count()).toBe(1)
    const morning = await given(first)
    const beside = await third.context.newPage()
    await beside.goto(`${url}/plan/en`)
    await beside.waitForSelector('#begin:not([hidden])')
    await Promise.all([second, third].map(({ context }) => context.setOffline(true)))
    await Promise.all([second, third, fourth, fifth].map((one) => begin(one, words, morning)))

    const objective = (one: Group) => write(one.page, 'objective', { what: `Objective of ${one.name}` })
    await Promise.all([
      objective(first).then(() => write(page, 'message', { en: 'Ask why you are fined.' })),
      objective(second).then(() => write(second.page, 'goal', { text: 'Fewer fines' })),
      objective(third).then(() => write(third.page, 'goal', { text: 'No fines' })),
      objective(fourth).then(async () => {
        await step(fourth.page, 'part-risk')
        await fourth.page.selectOption('#part-risk [name=harm]', '5')
        const remarks = fourth.page.locator('#part-risk .remarks')
        await remarks.locator('summary').click()
        await remarks.locator('.remark').fill('Who would report it?')
        await remarks.locator('.say').click()
        await write(fourth.page, 'budget', { what: 'Paper', price: '1 200,50' })
      }),
      objective(fifth).then(async () => {
        await step(fifth.page, 'part-risk')
        await fifth.page.click('#part-risk .strike')
        await write(fifth.page, 'budget', { what: 'Hall' })
      }),
    ])
    const files = await Promise.all([second, third, fourth, fifth].map(given))
    for (const file of files) {
      await takenIn(first, file)
      await told(page, 'Taken in.')
    }
    await takenIn(first, files[0] ?? '')
    await told(page, 'All that is in this file is here already.')

    // Every text of every table is in the file of the first.
    const evening = await entriesOf(await given(first), words)
    const texts = evening.map((one) => one.text)
    const written = [
      ...['Ask before you pay', 'The post is reported', 'Ask why you are fined.', 'Fewer fines', 'No fines'],
      ...[
        'Who would report it?',
        'In the morning',
        'Paper',
        '1 200,50',
        'Hall',
        '5',
        ...groups.map(({ name }) => `Objective of ${name}`),
      ],
    ]
    expect(written.filter((one) => !texts.includes(one))).toEqual([])
    expect(evening.filter((one) => one.field === 'struck').map((one) => one.by)).toEqual(['Table 5'])
    expect(new Set(evening.map((one) => one.by)).size).toBe(5)
    const plan = planOf(new Map(evening.map((one) => [one.id, one])))
    const goal = oneOf(plan, 'goal')?.values.get('text')
    expect([goal?.text, ...(goal?.rivals ?? []).map((one) => one.text)].sort()).toEqual([
      'Fewer fines',
      'No fines',
    ])
    expect(plan.parts.get('objective')?.length).toBe(5)

    // Told on the page: a sum that is at least, both texts, a line struck at one table and changed at another.
    await step(page, 'overview')
    expect(await page.locator('#sum').innerText()).toBe(
      'Together at least 1,200.5 KZT; lines without a price: 1',
    )
    expect(await page.locator('#wrote li').count()).toBe(5)
    expect(await violations(page)).toEqual([])
    await step(page, 'part-goal')
    expect((await page.locator('#part-goal .rivals .text').allInnerTexts()).sort()).toEqual([
      'Fewer fines',
      'No fines',
    ])
    expect(await violations(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await tooFaint(page)).toEqual([])
    await page.locator('#part-goal .rivals li', { hasText: 'Fewer fines' }).locator('button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#part-goal .rivals li').count()).toBe(0)
    expect(await page.inputValue('#part-goal [name=text]')).toBe('Fewer fines')
    await step(page, 'part-risk')
    await page.click('#part-risk .struck .keep')
    await expect.poll(() => page.locator('#part-risk .struck').isVisible()).toBe(false)
    expect(await page.inputValue('#part-risk [name=harm]')).toBe('5')

    // What a colleague said at another table leads to its line, and goes once somebody is done with it.
    await step(page, 'overview')
    const said = page.locator('#all-comments li')
    expect(await said.innerText()).toMatch(
      /^Risks · The post is reported\s+Who would report it\?\s+Table 4, /,
    )
    await said.locator('button').click()
    await page.locator('#part-risk .remarks summary').click()
    expect(await violations(page)).toEqual([])
    await page.locator('#part-risk .remarks li button').click()
    await expect.poll(() => page.locator('#part-risk .remarks li').count()).toBe(0)

    // A version kept in the morning says what all tables changed since.
    await step(page, 'moments')
    await page.locator('#all-moments button').click()
    const since = await page.locator('#all-since').innerText()
    expect(since).toMatch(/Goal\s+Now: Fewer fines[\s\S]*Risks/)
    expect(since).toContain('Risks · The post is reported · How bad')
    expect(since).not.toMatch(/Ask before you pay|Who would report it/)
    expect(await violations(page)).toEqual([])

    // What is no file of this plan is told, and changes nothing.
    const other = planFile(crypto.randomUUID(), [])
    for (const [text, why] of [
      ['PK', 'This is no file of a plan.'],
      [other, 'This is the file of another plan.'],
      [`${planFile(evening[0]?.plan ?? '', [])}{"id":\n`, 'Line 2: it cannot be read.'],
    ] as const) {
      await takenIn(first, { name: 'x.plan', mimeType: 'text/plain', buffer: Buffer.from(text) })
      await told(page, why)
    }

    // A phone without a network: closed, it keeps nothing that can be read; the words open it, others do not.
    const kept = await onDisk(second.page)
    expect(kept).toMatch(/kept: 1[\s\S]*sealed: [1-9]/)
    expect(kept).not.toMatch(/fines|Objective|Table|Ask|goal|AGE-SECRET/i)
    for (const word of words.split(' ')) expect(kept).not.toContain(word)
    await step(second.page, 'carry')
    await second.page.click('#close')
    await second.page.waitForSelector('#locked:not([hidden])')
    await second.page.fill('#locked [name=words]', `${words} more`)
    await second.page.click('#locked [type=submit]')
    await told(second.page, 'These words do not open it.')
    await second.page.fill('#locked [name=words]', words.toUpperCase().replaceAll(' ', '-'))
    await second.page.click('#locked [type=submit]')
    await isOpen(second.page)
    expect(await second.page.inputValue('#part-goal [name=text]')).toBe('Fewer fines')
    expect(await second.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

    // Nothing was sent, by anybody; and nothing at all was asked for but the page itself, opened again.
    const own = new RegExp(`^GET (?:${url}/(?:plan|assets)/|blob:${url}/)`)
    expect(groups.flatMap(({ asked }) => asked).filter((one) => !own.test(one))).toEqual([])
    for (const { asked } of [first, fourth, fifth])
      expect(asked.filter((one) => !one.includes('blob:'))).toEqual([])

    // A second window of a device begins no second plan over the first.
    await beside.fill('#begin [name=words]', words)
    await beside.fill('#begin [name=table]', 'Table 6')
    await beside.click('#begin [type=submit]')
    await told(beside, 'A plan is kept on this device already.')

    // Wiped, a device holds neither the plan nor the page, in no window.
    await third.page.click('#wipe')
    await third.page.click('#wipe')
    await third.page.waitForURL('about:blank')
    await beside.waitForURL('about:blank')
    await third.context.setOffline(false)
    await third.page.goto(`${url}/robots.txt`)
    const left = await third.page.evaluate(async () => [
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
      (await navigator.serviceWorker.getRegistrations()).length,
    ])
    expect(left).toEqual([0, 0, 0])
  })
})
