/** A stranger opens the printed address on a phone and at a desk, without script, and follows a number to the words that say it. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formGate } from '../../src/adapters/form-gate.ts'
import { sealingWith } from '../../src/adapters/sealing.ts'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { site } from '../../src/web/site/site.ts'
import { part } from '../sample.ts'
import { corpusWorld, ROOT, signedInAs, siteOf } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser, sessionCookie } from './browser.ts'
import { tooFaint } from './contrast.ts'

let world: Context
let browser: Browser
let [siteUrl, deskUrl] = ['', '']
const closing: (() => void)[] = []

const open = (web: Pick<ReturnType<typeof siteOf>, 'fetch'>): Promise<string> =>
  new Promise((resolve) => {
    const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    )
    closing.push(() => server.close())
  })

const onPage = async (
  width: number,
  work: (page: Page, foreign: string[]) => Promise<void>,
  javaScriptEnabled = false,
): Promise<void> => {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
    locale: 'en-GB',
  })
  const foreign: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) foreign.push(request.url())
  })
  await work(await context.newPage(), foreign)
  await context.close()
}

describe.skipIf(!CHROMIUM)('a stranger with a browser', () => {
  beforeAll(async () => {
    world = await corpusWorld()
    browser = await openBrowser()
    siteUrl = await open(siteOf(world))
    deskUrl = await open(desk(world, { root: ROOT, host: '127.0.0.1' }))
  })
  afterAll(async () => {
    for (const close of closing) close()
    await browser?.close()
    await world?.store.destroy()
  })

  it('follows the headline of the quarter to its rows, one row to its values, one value to its words', async () => {
    await onPage(1280, async (page, foreign) => {
      await page.goto(`${siteUrl}/`)
      expect(page.url()).toBe(`${siteUrl}/en/`)
      await page.click('a[href="/en/kz"]')
      await page.waitForURL('**/en/kz')
      await page.click('a[href="/en/kz/2020-q1"]')
      await page.waitForURL('**/en/kz/2020-q1')
      expect(await page.locator('h1').innerText()).toMatch(/\w+ \w+/)
      expect(await page.locator('figure svg[role=img]').count()).toBeGreaterThan(0)
      await page.locator('a[href*="incidents?act=detention"]').first().click()
      await page.waitForURL('**/incidents?*')
      const rows = page.locator('main a[href^="/en/i/"]')
      expect(await rows.count()).toBeGreaterThan(5)
      await rows.first().click()
      await page.waitForURL('**/en/i/*')
      expect(await page.locator('.passage mark').count()).toBeGreaterThan(0)
      const letter = await page.locator('.passage mark sup').first().innerText()
      expect(letter).toMatch(/^[a-z]/)
      expect(foreign).toEqual([])
    })
  })

  it('asks for letters: with script the browser works while they type, without it the form waits its turn', async () => {
    const { store, house, clock, knowledge } = world
    const waits: number[] = []
    const wait = async (ms: number) => void waits.push(Math.round(ms / 1000))
    const gate = formGate({ form: 'letters', bits: 6, perMinute: 30 }, { now: Date.now, wait })
    const post = { store: house, clock, knowledge, sealing: sealingWith(Buffer.alloc(32, 7)), origin: '' }
    const address = await open(
      site({ store, knowledge, rules: [] }, { root: ROOT, origin: '', letters: { post, gate } }),
    )
    for (const hasScript of [true, false])
      await onPage(
        360,
        async (page, foreign) => {
          await page.goto(`${address}/kk/letters`)
          await page.fill('#address', 'aigul@example.org')
          if (hasScript) await page.waitForLoadState('networkidle')
          await page.keyboard.press('Enter')
          await page.getByText(knowledge.words.kk.t('letters.asked')).waitFor()
          expect([foreign, waits]).toEqual([[], hasScript ? [] : [3]])
        },
        hasScript,
      )
    await house.deleteFrom('subscriptions').execute()
  })

  it.each([360, 1280])(
    'reads every kind of page at %i px in three languages without scrolling sideways',
    async (width) => {
      await onPage(width, async (page) => {
        // What is wide shows on a phone; on a desk a third is enough.
        for (const language of ['en', 'ru', 'kk'])
          for (const path of part(
            [
              '',
              'kz',
              'kz/rating',
              'kz/new',
              'kz/corrections',
              'kz/2020-q1',
              'kz/2020-q1/update',
              'kz/2020-q1/incidents',
              'i/kz-2020-02-25-a',
              'kz/law/CC-174',
              'kz/place/almaty',
              'kz/body/adam',
              'kz/bill/assemblies-2020',
              'kz/bills',
              'kz/eyes',
              'kz/kits',
              'kit/kz/satire',
              'kz/cards',
              'card/kz/CC-174',
              'card/kz/AOC-488/easy',
              'glossary',
              'kz/campaigns',
              'campaign/cam-assemblies',
              'kz/recommendations',
              'kz/profiles',
              'tactics',
              'p/maks-bokaev',
              'method',
              'data',
              'feeds',
              'search?q=Almaty',
              'rules/names',
              'embed/kz/2020-q1',
              'nowhere',
            ],
            width === 360 ? 1 : 3,
            0,
          )) {
            await page.goto(`${siteUrl}/${language}/${path}`)
            expect(
              await page.evaluate(() => document.documentElement.scrollWidth),
              `/${language}/${path}`,
            ).toBeLessThanOrEqual(width)
          }
      })
    },
  )

  it('covers no word of the glossary with a bar that is meant for another page', async () => {
    await onPage(390, async (page) => {
      await page.goto(`${siteUrl}/ru/glossary`)
      const fixed = await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter((one) => getComputedStyle(one).position === 'fixed')
            .length,
      )
      expect(fixed).toBe(0)
    })
  })

  it('meets no barrier that axe knows of, and in dark, where nothing but colours differs, no faint text', async () => {
    for (const [colorScheme, barriers] of [
      ['light', violations],
      ['dark', tooFaint],
    ] as const) {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 900 } })
      const { token } = await signedInAs(world, { role: 'monitor' })
      await context.addCookies([sessionCookie(token)])
      const page = await context.newPage()
      for (const path of [
        '/en/',
        '/en/kz',
        '/kk/kz/rating',
        '/en/kz/new?since=2026-11-01',
        '/ru/kz/corrections',
        '/ru/kz/2020-q1',
        '/kk/kz/2020-q1/update',
        '/en/kz/2020-q1/incidents',
        '/en/i/kz-2020-02-25-a',
        '/en/kz/law/CC-174',
        '/ru/card/kz/CC-174',
        '/kk/card/kz/AOC-488/easy',
        '/en/glossary',
        '/ru/kit/kz/quilt',
        '/en/campaign/cam-assemblies',
        '/kk/kz/campaigns',
        '/en/kz/recommendations',
        '/ru/tactics',
        '/ru/kz/place/atyrau',
        '/kk/kz/body/adam',
        '/en/kz/bill/assemblies-2020',
        '/ru/kz/bills',
        '/en/p/maks-bokaev',
        '/ru/method',
        '/kk/data',
        '/en/search?q=Almaty',
        '/kk/feeds',
        '/ru/rules/names',
        '/en/rule/date-dmy@1',
        '/ru/embed/kz/2020-q1',
        '/en/nowhere',
      ]) {
        await page.goto(`${siteUrl}${path}`)
        expect(await barriers(page), `${colorScheme} ${path}`).toEqual([])
      }
      for (const path of ['/en/desk/', '/ru/desk/']) {
        await page.goto(`${deskUrl}${path}`)
        expect(await barriers(page), `${colorScheme} ${path}`).toEqual([])
      }
      await context.close()
    }
  })

  it('goes by the keyboard past the head of the page to its first link, and sees where they are', async () => {
    await onPage(1280, async (page) => {
      await page.goto(`${siteUrl}/ru/kz/2020-q1`)
      const focused = (): Promise<string> =>
        page.evaluate(() => {
          const one = document.activeElement
          const box = one?.getBoundingClientRect()
          const isSeen = box !== undefined && box.width > 0 && box.left >= 0
          const line = one ? getComputedStyle(one) : null
          const isMarked = line !== null && (line.outlineStyle !== 'none' || one?.className === 'skip')
          return `${one?.className} ${one?.closest('main') ? 'main' : 'head'} ${isSeen && isMarked}`
        })
      await page.keyboard.press('Tab')
      expect(await focused()).toBe('skip head true')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await focused()).toMatch(/ main true$/)
    })
  })

  it('takes a report in by the form and sees each proposed value in its words, without script', async () => {
    await onPage(1280, async (page) => {
      const { token } = await signedInAs(world, { handle: 'lena', role: 'monitor' })
      await page.context().addCookies([sessionCookie(token)])
      await page.goto(`${deskUrl}/en/desk/documents`)
      const text =
        'On 7 May 2024 police in Almaty detained two activists near the Old Square. They were fined 132,550 tenge each.'
      await page.setInputFiles('input[type=file]', {
        name: 'may.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })
      await page.fill('input[name=title]', 'Notebook of May')
      await page.click('main button[type=submit]')
      expect(await page.locator('h1').innerText()).toBe('Notebook of May')
      await page.click('a.go')
      const marked = await page.locator('.passage mark').allInnerTexts()
      expect(marked.join(' ')).toMatch(/7 May 2024/)
      expect(marked.join(' ')).toMatch(/132,550/)
      // The same file again is recognised.
      await page.goto(`${deskUrl}/en/desk/documents`)
      await page.setInputFiles('input[type=file]', {
        name: 'again.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      })
      await page.click('main button[type=submit]')
      expect(await page.locator('main').innerText()).toContain('may is already here')
    })
  })
})
