/** Marat and Lena begin their day, ask each other, read a record blind and look for a name, in a real browser: with script and without, on a phone too. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, recordAll, signedInAs } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Name, type Served, STAFF, servedWorld } from './desk-world.ts'

let served: Served
let browser: Browser
const BLIND = 'kz-2024-05-08-z'

const as = async (
  name: Name,
  more: Parameters<typeof browserOf>[3],
  work: (page: Page) => Promise<void>,
): Promise<void> => {
  const { context, page } = await browserOf(served, browser, name, more)
  await work(page)
  await context.close()
}
const at = (path: string, language = 'en') => `${served.deskUrl}/${language}/desk/${path}`
const PHONE = { viewport: { width: 360, height: 740 } }

describe.skipIf(!CHROMIUM)('two colleagues', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
    // Records coded from now on are asked for a second reading.
    served.later(4 * 24 * 60)
    await signedInAs(served.world, STAFF.marat)
    const lena = { ...served.world, actor: { account: 'lena', ...STAFF.lena } }
    await recordAll(lena, [
      aDecision({
        ...{ id: BLIND, document: 'may', date: '2024-05-08', by: 'lena', at: served.world.clock.now() },
        ...{ from: 'On 8 May 2024', to: '132,550 tenge.', places: ['Oskemen'] },
        people: [{ id: 'usenov', harmed: true }],
        acts: ['imprisonment'],
        penalties: [{ type: 'prison', years: 2 }],
      }),
    ])
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each([true, false])('ask and answer from the first page (script: %s)', async (javaScriptEnabled) => {
    const words = `Is the fine each, or for both? ${javaScriptEnabled}`
    await as('lena', { javaScriptEnabled }, async (page) => {
      await page.goto(at('records/kz-2024-05-07-a'))
      await page.locator('#questions summary').click()
      await page.locator('#questions details textarea').fill(words)
      await page.locator('#questions input[name=to]').fill('marat')
      await page.locator('#questions select').selectOption('penalty')
      await page.getByRole('button', { name: 'Ask', exact: true }).click()
      await page.waitForURL(/#questions$/)
      expect(await page.locator('#questions').innerText()).toContain(words)
    })
    await as('marat', { javaScriptEnabled, ...PHONE }, async (page) => {
      await page.goto(at(''))
      expect(await page.locator('h1').innerText()).toMatch(/asks? you/)
      expect(await page.evaluate(() => window.document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      await page.getByRole('link', { name: words }).click()
      const asked = page.locator('.asked', { hasText: words })
      await asked.locator('textarea').fill('Each, says the court.')
      await asked.getByRole('button', { name: 'Answer' }).click()
      expect(await page.locator('.asked', { hasText: words }).innerText()).toContain('Each, says the court.')
    })
    await as('lena', { javaScriptEnabled }, async (page) => {
      await page.goto(at(''))
      expect(await page.locator('main').innerText()).toMatch(/answers? to yours/)
      await page.getByRole('link', { name: words }).click()
      await page.locator('.asked', { hasText: words }).getByRole('button', { name: 'Close' }).click()
      await page.goto(at(''))
      expect(await page.locator('main').innerText()).not.toContain(words)
    })
  })

  it('read blind by keyboard, differ, settle it, and verify', async () => {
    await as('marat', { javaScriptEnabled: true }, async (page) => {
      await page.goto(at(''))
      await page.getByRole('link', { name: '1 record to be read blind a second time' }).click()
      await page.getByRole('link', { name: BLIND }).click()
      expect(await page.locator('.told').innerText()).toContain('8 May 2024')
      expect(await page.locator('main').innerText()).not.toMatch(/lena|imprisonment/)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Save your reading' }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Two readers differ' }).waitFor()
      expect(await page.locator('h1').innerText()).toBe('Two readers differ, and nobody has settled it')
      expect(await violations(page)).toEqual([])
    })
    await as('lena', { ...PHONE }, async (page) => {
      await page.goto(at(`second/${BLIND}`, 'kk'))
      expect(await page.locator('h1').innerText()).toBe('Екі оқушы келіспейді, оны ешкім шешпеген')
      expect(await page.evaluate(() => window.document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
      for (const box of await page.locator('input[name=second]').all()) await box.check()
      await page.locator('input[name=why]').fill('сот жазасы басқа')
      await page.getByRole('button', { name: 'Шешу' }).click()
      await page.getByRole('heading', { name: 'Екі оқушы бірдей айтады' }).waitFor()
      expect(await page.locator('h1').innerText()).toBe('Екі оқушы бірдей айтады')
    })
    await as('marat', {}, async (page) => {
      await page.goto(at(`records/${BLIND}`))
      await page.locator('#step button').click()
      await page.locator('.stands b', { hasText: 'Verified' }).waitFor()
      expect(await page.locator('.stands b').innerText()).toBe('Verified')
    })
  })

  it.each([
    ['en', 'Усенов', 'sounds like the name Asan Usenov'],
    ['ru', 'Usenov', 'имя Asan Usenov'],
    ['kk', 'усенову', 'Asan Usenov есіміне ұқсас айтылады'],
  ])('look in %s for %s, which stands in no address and no title', async (language, words, why) => {
    await as('marat', { javaScriptEnabled: false }, async (page) => {
      await page.goto(at('search', language))
      await page.locator('input[name=words]').fill(words)
      await page.keyboard.press('Enter')
      await page.getByText(why).first().waitFor()
      expect(await page.locator('mark').first().innerText()).toMatch(/Usenov|Усенов/)
      expect([page.url(), await page.title()].join(' ')).not.toMatch(/usenov|усенов/i)
    })
  })
})
