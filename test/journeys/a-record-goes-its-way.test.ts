/** A record goes from its coder to a public page and off it again, by the hands of three people in a browser without script. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Name, RECORDS, type Served, servedWorld } from './desk-world.ts'

const ID = RECORDS.waiting
let served: Served
let browser: Browser

const as = async (name: Name, work: (page: Page) => Promise<void>): Promise<void> => {
  const { context, page } = await browserOf(served, browser, name)
  await work(page)
  await context.close()
}
const record = (page: Page, id: string = ID) => page.goto(`${served.deskUrl}/en/desk/records/${id}`)
const step = (page: Page, move: string) => page.locator(`form:has(input[name=move][value=${move}])`)
const take = async (page: Page, move: string, why = ''): Promise<void> => {
  await step(page, move).locator('input[name=why]').fill(why)
  await step(page, move).locator('button').click()
}
const stands = (page: Page): Promise<string> => page.locator('.stands b').innerText()
const publicPage = async () => {
  const answer = await fetch(`${served.siteUrl}/en/i/${ID}`)
  return { status: answer.status, text: await answer.text() }
}

describe.skipIf(!CHROMIUM)('a record', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('is not verified by whoever coded it: there is no button, and the step is refused', async () => {
    await as('lena', async (page) => {
      await page.goto(`${served.deskUrl}/en/desk/records`)
      expect(await page.locator('.waits').innerText()).toBe(
        '1 waits for a second reader; none of them for you, because you coded them',
      )
      await record(page)
      expect(await page.locator('.shown').innerText()).toBe('It waits for somebody else: you coded it.')
      expect(await step(page, 'verify').count()).toBe(0)
      // Whoever turns another form into this one is refused by the program, and led back.
      const token = await page.locator('input[name=form-token]').first().inputValue()
      const url = `${served.deskUrl}/en/desk/moves`
      const answer = await page.request.post(url, {
        form: { 'form-token': token, ids: ID, move: 'verify', why: '' },
        headers: { Origin: served.deskUrl },
      })
      expect(answer.status()).toBe(403)
      const text = await answer.text()
      expect(text).toContain(`${ID} was coded by you. Somebody else must take this step.`)
      expect(text).toContain(`href="/en/desk/records/${ID}"`)
      await record(page)
      expect(await stands(page)).toBe('Coded')
    })
  })

  it('is found by a monitor among what waits for them, read and verified', async () => {
    await as('marat', async (page) => {
      await page.goto(`${served.deskUrl}/en/desk/`)
      await page.click('header a[href="/en/desk/records"]')
      await page.click('.waits a')
      expect(await page.locator('.work .name').allInnerTexts()).toEqual([
        'Detention, fine — Almaty — 7 May 2024',
      ])
      await page.click('.work .name a')
      expect((await page.locator('.passage mark').allInnerTexts()).join(' ')).toMatch(/7 May 2024.*132,550/)
      expect(await step(page, 'clear').count()).toBe(0)
      await take(page, 'verify')
      expect(await stands(page)).toBe('Verified')
      expect(await page.locator('.waits').count()).toBe(0)
    })
    expect((await publicPage()).status).toBe(404)
  })

  it('cannot be cleared before somebody writes down who was asked for their side', async () => {
    await as('aigerim', async (page) => {
      await record(page)
      expect(await step(page, 'clear').count()).toBe(0)
      expect(await page.locator('.shown').innerText()).toContain('before the right of reply is settled')
      await page.fill('textarea[name=not-asked]', 'the witness lives next door to the station')
      await page.locator('form:has(textarea[name=not-asked]) button').click()
      expect(await page.locator('#reply h2').innerText()).toBe('Nobody was asked, for this reason')
      expect(await page.locator('#reply').innerText()).toContain('next door to the station')
      await take(page, 'clear', 'no village is named')
      expect(await stands(page)).toBe('Cleared')
      expect((await publicPage()).status).toBe(404)
      await take(page, 'publish')
      expect(await stands(page)).toBe('Published')
      await page.click('.stands a[href$="/history"]')
      const steps = await page.locator('.work li').allInnerTexts()
      expect(steps.map((one) => one.replaceAll(/\s+/g, ' ').trim())).toEqual([
        'Step: Publish 23 November 2026, 12:00 UTC · aigerim',
        'Step: Clear 23 November 2026, 12:00 UTC · aigerim · no village is named',
        'Step: Verify 23 November 2026, 12:00 UTC · marat',
        expect.stringMatching(/^Coded: .* 1 November 2026, 09:00 UTC · lena$/),
      ])
    })
    const { status, text } = await publicPage()
    expect(status).toBe(200)
    expect(text).toContain('Asan Usenov')
    expect(text).toContain('Nobody was asked for a reply.')
    expect(text).not.toMatch(/next door|marat|aigerim/)
  })

  it('is taken off by a monitor, who must say why, and the public page is gone', async () => {
    await as('marat', async (page) => {
      await record(page)
      expect(await step(page, 'withdraw').locator('input[name=why]').getAttribute('required')).not.toBeNull()
      expect(await step(page, 'reopen').count()).toBe(0)
      await take(page, 'withdraw', 'the family is threatened')
      expect(await stands(page)).toBe('Withdrawn')
      expect(await step(page, 'reopen').count()).toBe(0)
    })
    expect((await publicPage()).status).toBe(404)
  })

  it('is opened again by an editor, and goes the whole way anew', async () => {
    await as('aigerim', async (page) => {
      await record(page)
      await take(page, 'reopen', 'the family asks for it')
      expect(await stands(page)).toBe('Coded')
      expect(await step(page, 'publish').count()).toBe(0)
    })
    expect((await publicPage()).status).toBe(404)
  })

  it('keeps what was asked and what was answered, each by its own form', async () => {
    await as('marat', async (page) => {
      await record(page, RECORDS.verified)
      await page.click('summary:has-text("Write down who was asked")')
      for (const [name, value] of [
        ['of', 'the city police'],
        ['how', 'by letter'],
        ['on', '2026-11-02'],
        ['until', '2026-11-16'],
      ] as const)
        await page.fill(`#reply form:not(:has(textarea)) input[name=${name}]`, value)
      await page.locator('#reply form:not(:has(textarea)) button').click()
      expect(await page.locator('#reply h2').innerText()).toBe('The time to answer has passed')
      expect(await page.locator('#reply').innerText()).toContain('asked for on 2 November 2026')
      await page.click('summary:has-text("Write down an answer")')
      await page.fill('input[name=answered]', '2026-11-20')
      await page.fill('#reply textarea[name=words]', 'nobody was held that day')
      await page.locator('form:has(input[name=answered]) button').click()
      expect(await page.locator('#reply h2').innerText()).toBe('Whoever was asked has answered')
      expect(await page.locator('#reply blockquote').innerText()).toBe('nobody was held that day')
    })
  })

  it('takes no reply from somebody who may not code it', async () => {
    await as('daniyar', async (page) => {
      await record(page, RECORDS.published)
      expect(await page.locator('#reply').innerText()).toContain('Nobody was asked, for this reason')
      expect(await page.locator('#reply form').count()).toBe(0)
      const token = await page.locator('input[name=form-token]').first().inputValue()
      const answer = await page.request.post(`${served.deskUrl}/en/desk/records/${RECORDS.published}/reply`, {
        form: { 'form-token': token, 'not-asked': 'x' },
        headers: { Origin: served.deskUrl },
      })
      expect(answer.status()).toBe(403)
    })
  })
})
