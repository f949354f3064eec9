/** The planner of a workshop over a line that browsers do not trust, and at a table that everybody left: it seals nothing there, and closes itself here. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { emptyWorld, siteOf } from '../world.ts'
import { CHROMIUM, openBrowser } from './browser.ts'

let world: Context
let browser: Browser
let web: ReturnType<typeof siteOf>

/** The site under an address of its own: whether a browser trusts a line, it reads off the address. */
async function pageAt(origin: string, width = 360): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, serviceWorkers: 'block' })
  await context.route(`${origin}/**`, async (route) => {
    const answer = await web.request(route.request().url().slice(origin.length))
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
  return context.newPage()
}

describe.skipIf(!CHROMIUM)('a table of a workshop', () => {
  beforeAll(async () => {
    world = await emptyWorld()
    web = siteOf(world)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.store.destroy()
  })

  it('that came over http is told why nothing can be written, and finds the way to the sheet of paper', async () => {
    const page = await pageAt('http://tables.example')
    await page.goto('http://tables.example/plan/ru')
    await expect.poll(() => page.locator('#not-secure').innerText()).toContain('по незащищённой линии (http)')
    expect(await page.locator('input:visible, textarea:visible, select:visible').count()).toBe(0)
    expect(await page.locator('a[href="/plan/ru/paper"]:visible').count()).toBe(1)
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([])
  })

  it('that everybody left closes itself after a quarter of an hour, with what was being written kept', async () => {
    const page = await pageAt('https://tables.example', 1280)
    await page.clock.install()
    await page.goto('https://tables.example/plan/en')
    await page.waitForSelector('#begin:not([hidden])')
    const words = 'orbit candle mustard velvet pigeon'
    await page.fill('#begin [name=words]', words)
    await page.fill('#begin [name=table]', 'Table 1')
    await page.click('#begin [type=submit]')
    await page.clock.runFor(1_000)
    await page.waitForSelector('#overview:not([hidden])')
    await page.locator('#parts [data-to="part-problem"]').click()
    // Neither was left: no field lost its focus and no button was pressed.
    await page.locator('#part-problem .remarks summary').click()
    await page.fill('#part-problem .remark', 'Who counts?')
    await page.fill('#part-problem [name=what]', 'Fines without a reason')

    // Somebody who only reads is there.
    await page.clock.fastForward('14:00')
    await page.mouse.move(5, 5)
    await page.mouse.move(9, 9)
    await page.clock.fastForward('14:00')
    expect(await page.locator('#part-problem').isVisible()).toBe(true)
    // Open on the table, with nobody before it.
    await page.clock.fastForward('02:00')
    await page.waitForSelector('#locked:not([hidden])')
    expect(await page.locator('#main').innerText()).not.toMatch(/Fines|counts/)

    await page.fill('#locked [name=words]', words)
    await page.click('#locked [type=submit]')
    await page.clock.runFor(1_000)
    await page.waitForSelector('#overview:not([hidden])')
    expect(await page.inputValue('#part-problem [name=what]')).toBe('Fines without a reason')
    expect(await page.locator('#all-comments .text').innerText()).toBe('Who counts?')

    // Asleep for an hour, and woken by a touch: no timer ran, and the touch shows nothing.
    await page.clock.setSystemTime(Date.now() + 3_600_000 * 2)
    await page.mouse.move(20, 20)
    await page.waitForSelector('#locked:not([hidden])')
  })
})
