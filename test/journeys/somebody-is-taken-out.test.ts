/** A mother calls: a monitor with a browser without script takes her son's name out of every page, in less than a minute. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawl } from '../crawl.ts'
import { siteOf } from '../world.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, RECORDS, type Served, servedWorld } from './desk-world.ts'

const NAME = /Asan Usenov|Асан Усенов|Асан Үсенов/
let served: Served
let browser: Browser
/** Left out: lists that only choose among the same rows, and rules, whose examples bear the same invented names as this test. */
const SKIP = /incidents(?:\.\w+)?\?|\/rule\/|\/method/
/** Every other page, file and feed that a stranger can reach. */
const naming = async (): Promise<readonly string[]> => {
  const answers = await crawl(siteOf(served.world) as never, Object.values(RECORDS), SKIP)
  expect(answers.length).toBeGreaterThan(100)
  return answers.filter((one) => NAME.test(one.text)).map((one) => one.url)
}

describe.skipIf(!CHROMIUM)('a person', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('is out of every page within a minute of the call', async () => {
    expect(await naming()).toContain(`/en/i/${RECORDS.published}`)
    const { context, page } = await browserOf(served, browser, 'marat')
    const from = Date.now()
    await page.goto(`${served.deskUrl}/en/desk/`)
    await page.click('header a[href="/en/desk/people"]')
    await page.click('.work a:has-text("Asan Usenov")')
    await page.fill('form[action$="/withdraw"] input[name=why]', 'his mother asked for it')
    await page.click('form[action$="/withdraw"] button')
    expect(await page.locator('[role=status]').innerText()).toContain('out of every public page')
    expect((Date.now() - from) / 1000).toBeLessThan(60)
    expect(await naming()).toEqual([])
    // The record stays; where a word of the name still stands, somebody has to look.
    const links = page.locator('[role=status] a')
    expect(await links.allInnerTexts()).toEqual([RECORDS.published])
    await links.first().click()
    expect(await page.locator('.vals').innerText()).toContain('Bolat Usenov')
    await page.goto(`${served.siteUrl}/en/i/${RECORDS.published}`)
    expect(await page.locator('main').innerText()).toContain('Bolat Usenov')
    await page.goto(`${served.deskUrl}/en/desk/people`)
    expect(await page.locator('.work li:has-text("Asan")').innerText()).toContain('Never shown.')
    await context.close()
  })

  it('is taken out by nobody who may not see people', async () => {
    const { context, page } = await browserOf(served, browser, 'daniyar')
    const answer = await page.goto(`${served.deskUrl}/en/desk/people/usenov`)
    expect(answer?.status()).toBe(403)
    expect(await page.content()).not.toMatch(NAME)
    await context.close()
  })
})
