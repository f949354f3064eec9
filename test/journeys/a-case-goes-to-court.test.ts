/** A monitor follows a case from the charge to an appeal and a release under restrictions, writes down what she saw in court, and a complaint that nobody answered; without script. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, RECORDS, type Served, servedWorld } from './desk-world.ts'

let served: Served
let browser: Browser
let context: BrowserContext
let page: Page
let home = ''

const fill = async (given: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(given)) {
    const control = page.locator(`main [name="${name}"]:not([type=hidden])`).first()
    if ((await control.evaluate((one) => one.tagName)) === 'SELECT') await control.selectOption(value)
    else await control.fill(value)
  }
}
const save = (): Promise<void> => page.click('main form:has(textarea, [name=source]) button')
const HAND = { source: 'hand', 'source-text': 'the lawyer, by telephone', 'source-on': '2026-11-20' }
const add = async (kind: string, given: Readonly<Record<string, string>>): Promise<void> => {
  await page.goto(`${home}/new/${kind}`)
  await fill({ ...HAND, ...given })
  await save()
  expect(page.url(), await page.locator('main').innerText()).toBe(home)
}
const main = async (): Promise<string> => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')

describe.skipIf(!CHROMIUM)('a case', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
    ;({ context, page } = await browserOf(served, browser, 'lena'))
  })
  afterAll(async () => {
    await context?.close()
    await browser?.close()
    await served?.close()
  })

  it('is opened about somebody on record; every fault is told at once and nothing typed is lost', async () => {
    await page.goto(`${served.deskUrl}/en/desk/`)
    await page.click('header a[href="/en/desk/cases"]')
    await page.click('main a[href="/en/desk/cases/new"]')
    await fill({ title: 'The May case', 'person-1': 'Somebody Unknown' })
    await page.click('main form button')
    expect(await page.locator('.wrong').innerText()).toContain('“Somebody Unknown”')
    expect(await page.inputValue('[name=title]')).toBe('The May case')
    await fill({ 'person-1': 'Асан Усенов' })
    await page.click('main form button')
    home = page.url()
    expect(home).toMatch(/\/cases\/case-\w+$/)
    expect(await main()).toContain('Whether they are held is not known')
  })

  it('takes charges, a fine in index units of the day of the offence, and what became of each charge', async () => {
    await add('charge', { code: 'criminal', article: '174', basis: 'stated', offence: '2020-02-17' })
    await add('charge', { code: 'criminal', article: '274', basis: 'inferred' })
    await page.goto(`${home}/new/penalty`)
    await fill({ ...HAND, type: 'fine', size: '132 550' })
    await save()
    expect(await page.locator('.wrong').innerText()).toContain('a number needs its unit')
    expect(await page.inputValue('[name=size]')).toBe('132 550')
    await fill({
      unit: 'money',
      charge: (await page.locator('[name=charge] option').nth(1).getAttribute('value')) ?? '',
    })
    await save()
    expect(await main()).toContain('fine, 132,550 tenge · 50 × MCI (2651) of the day of the offence')
    await page.goto(`${home}/new/outcome`)
    await fill({
      ...HAND,
      charge: (await page.locator('[name=charge] option').nth(1).getAttribute('value')) ?? '',
      standing: 'dropped',
      date: '2026-09',
    })
    await save()
    expect(await main()).toContain('dropped (September 2026)')
  })

  it('goes on to trial, sentence, appeal and a release under restrictions, and is never told as free', async () => {
    await add('stage', {
      stage: 'detained',
      date: '2026-09-01',
      source: 'incident',
      'source-text': RECORDS.waiting,
      'source-on': '',
    })
    await add('stage', { stage: 'conviction', date: '2026-10-12', court: 'Court No. 2' })
    await add('stage', { stage: 'appeal', date: '2026-10-20' })
    await add('stage', { stage: 'release_restricted', date: '2026-11-02' })
    await add('restriction', { what: 'no_leaving', from: '2026-11-02', until: '2026-12-31' })
    const text = await main()
    expect(text).toContain('Released, under restrictions, since 2 November 2026')
    expect(text).toContain('promise not to leave · until 31 December 2026')
    expect(text).toContain('The last known stage: Appeal, 20 October 2026')
    expect(text).toContain('1 September 2026 – 2 November 2026: days held: 62')
    expect(text).not.toMatch(/\bfree\b/i)
    const drawn = await page.locator('svg.wide title').textContent()
    expect(drawn).toMatch(
      /^Timeline from 1 September 2026 to 23 November 2026: 1: Detained, 1 September 2026;/,
    )
  })

  it('keeps an observed hearing with each answer apart, seen by whoever was there', async () => {
    await add('hearing', { state: 'held', date: '2026-10-12', hour: '10:30', court: 'Court No. 2' })
    await page.click('main a[href*="/observations/new"]')
    await page.click('main a[href*="sheet=trial"]')
    const hearing = page.locator('[name=of-hearing] option').nth(1)
    expect(await hearing.innerText()).toBe('12 October 2026, 10:30, Court No. 2')
    await fill({ 'of-hearing': (await hearing.getAttribute('value')) ?? '' })
    await fill({
      ...HAND,
      on: '2026-10-12',
      'q.counsel_present': 'partly',
      'q.public': 'unknown',
      'q.interpreter': 'not_asked',
      'q.length': 'twenty',
    })
    await save()
    expect(await page.locator('.wrong').innerText()).toBe('How long did it last?: no number.')
    await fill({ 'q.length': '20' })
    await save()
    const text = await main()
    expect(text).toMatch(/Was counsel present throughout\? partly/)
    expect(text).toMatch(/Was the hearing public\? unknown/)
    expect(text).toMatch(/interpreter where one was needed\? not asked/)
    expect(text).toContain('20 (minutes)')
    expect(text).toMatch(/Were observers let in\? nothing is written down/)
  })

  it('tells of a complaint that nobody answered since when there is silence, and of a receipt that it is no answer', async () => {
    await page.goto(home)
    await page.click('main a[href*="/assistance/new"]')
    await fill({
      ...HAND,
      'kind-of-help': 'complaint_police',
      'person-1': 'usenov',
      on: '2026-10-14',
      to: 'police of Almaty',
      due: '2026-10-29',
    })
    await save()
    expect(await main()).toContain('silence since 29 October 2026')
    // Browsers keep titles.
    expect(await page.title()).not.toMatch(/usenov/i)
    const help = page.url()
    await page.goto(`${help}/new/answer`)
    await fill({ ...HAND, answer: 'receipt', date: '2026-10-30' })
    await save()
    expect(await main()).toContain('silence since 29 October 2026; a receipt came and no answer')
    await page.goto(home)
    expect(await main()).toContain('silence since 29 October 2026; a receipt came and no answer')
  })

  it('is corrected with a reason, and strikes out a mistake; the history stays', async () => {
    await page.goto(home)
    await page.click('main a[aria-label="Change: Appeal"]')
    await fill({ date: '2026-10-22', why: 'the lawyer sent the paper' })
    await save()
    expect(await main()).toContain('The last known stage: Appeal, 22 October 2026')
    await page.click('main a[aria-label="Change: Appeal"]')
    expect(await main()).toContain('the lawyer sent the paper')
    await page.locator('form:has([name=struck]) [name=why]').fill('it was another case')
    await page.click('form:has([name=struck]) button')
    expect(await main()).toContain('The last known stage: Found guilty, 12 October 2026')
    expect(await main()).toContain('it was another case')
  })

  it('has a twin as JSON, no barrier, and fits a telephone in all three languages', async () => {
    const twin = await (await page.request.get(`${home}.json`)).json()
    expect(twin.computed.usenov.liberty).toBe('restricted')
    for (const language of ['en', 'ru', 'kk']) {
      await page.setViewportSize({ width: 360, height: 740 })
      for (const path of ['', '/new/penalty', '/edit']) {
        await page.goto(`${home.replace('/en/', `/${language}/`)}${path}`)
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${language} ${path}`,
        ).toBeLessThanOrEqual(360)
      }
    }
    await page.goto(home)
    const read = await browserOf(served, browser, 'lena', { javaScriptEnabled: true })
    await read.page.goto(home)
    expect(await violations(read.page)).toEqual([])
    await read.context.close()
  })

  it('is on no public page, and no partner learns that it is there', async () => {
    const answer = await fetch(`${served.siteUrl}/en/i/${RECORDS.published}`)
    expect(await answer.text()).not.toContain('The May case')
    const partner = await browserOf(served, browser, 'oskar')
    for (const path of ['cases', home.replace(/.*\/desk\//, '')]) {
      const got = await partner.page.goto(`${served.deskUrl}/en/desk/${path}`)
      expect([403, 404]).toContain(got?.status())
    }
    await partner.context.close()
  })
})
