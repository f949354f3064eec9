/** Lena drops a report, watches it, gives one up, and leaves with a key; with script off she does the same by forms. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Served, servedWorld } from './desk-world.ts'

const EXAMPLE = readFileSync(`${ROOT}/examples/kz-2020-q1.md`, 'utf8')
const LONG = Array.from({ length: 20 }, (_, n) => EXAMPLE.replaceAll('2020', String(2001 + n))).join('\n\n')

/** A machine that runs two journeys at once may need seconds to turn a page. */

let served: Served
let browser: Browser
const documents = async (): Promise<number> =>
  (await served.world.house.selectFrom('documents').select('id').execute()).length
const drop = (page: Page, files: readonly (readonly [string, string])[]): Promise<void> =>
  page.evaluate((given) => {
    const carried = new DataTransfer()
    for (const [name, text] of given) carried.items.add(new File([text], name))
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, cancelable: true }))
  }, files)

describe.skipIf(!CHROMIUM)('Lena', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('drops two reports, sees the long one being read, gives it up, and leaves by Escape while typing', async () => {
    const before = await documents()
    const { context, page } = await browserOf(served, browser, 'lena', { javaScriptEnabled: true })
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content.Security.Policy|Refused to/i.test(message.text())) refused.push(message.text())
    })
    page.on('pageerror', (error) => refused.push(error.message))
    await page.goto(`${served.deskUrl}/en/desk/documents`)
    await page.fill('[name=title]', 'Typed once')
    await drop(page, [
      ['short.txt', 'On 11 May 2024 police in Almaty detained an activist.'],
      ['long.md', LONG],
    ])
    await page.waitForSelector('.sent li:nth-child(2) a')
    expect(await documents()).toBe(before + 1)
    // Of several files each is called by its own name.
    expect(await (await page.request.get(`${served.deskUrl}/en/desk/documents`)).text()).not.toContain(
      '>Typed once',
    )
    await page.waitForSelector('#jobs [data-job^="/"]')
    expect(await violations(page)).toEqual([])
    await page.locator('.sent li:nth-child(2) a').click()
    await page.waitForSelector('#job progress')
    await page.click('form[action$="/cancel"] button')
    await page.waitForURL(/documents$/)
    expect(await documents()).toBe(before + 1)
    await page.fill('#take-in textarea', 'half a sentence')
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape')
    await page.waitForURL(/\/blank$/)
    // The address is blank at once; the session is over when the blank page itself is there.
    await page.waitForFunction(() => document.querySelector('#leave') === null)
    // A page that is not kept may end the wait by being drawn anew: what counts is what stands there.
    await page.goBack().catch(() => null)
    await expect.poll(() => page.url()).toMatch(/\/blank$|sign-in/)
    const unread = 'half a sentence'
    await expect.poll(() => page.content().catch(() => unread)).not.toContain(unread)
    await page.goto(`${served.deskUrl}/en/desk/documents`)
    expect(page.url()).toContain('sign-in')
    expect(refused).toEqual([])
    await context.close()
  })

  it('does the same with script off, on a phone, by forms alone', async () => {
    const before = await documents()
    const { context, page } = await browserOf(served, browser, 'marat', {
      viewport: { width: 360, height: 740 },
    })
    await page.goto(`${served.deskUrl}/kk/desk/documents`)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await page.setInputFiles('#take-in [name=file]', {
      name: 'long.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from(`${LONG} `),
    })
    await page.click('#take-in button[type=submit]')
    await page.waitForURL(/inbox/)
    await page.click('form[action$="/cancel"] button')
    await page.waitForURL(/documents$/)
    expect(await documents()).toBe(before)
    await page.fill('#take-in textarea', 'On 12 May 2024 police in Almaty detained a journalist.')
    await page.click('#take-in button[type=submit]')
    await page.waitForURL(/documents\/d-/)
    expect(await documents()).toBe(before + 1)
    await page.click('#leave button')
    await page.waitForURL(/\/blank$/)
    await page.goBack()
    expect(page.url()).toContain('sign-in')
    await context.close()
  })
})
