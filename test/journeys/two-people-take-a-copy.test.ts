/** An editor asks for everything there is of a record; a second one agrees, the first takes it, nobody else can, and after a week it is gone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser } from './browser.ts'
import { browserOf, type Name, RECORDS, type Served, servedWorld } from './desk-world.ts'

const ID = RECORDS.published
let served: Served
let browser: Browser

const as = async (name: Name, work: (page: Page) => Promise<void>): Promise<void> => {
  const { context, page } = await browserOf(served, browser, name)
  await page.goto(`${served.deskUrl}/en/desk/records/${ID}`)
  await work(page)
  await context.close()
}
const copies = (page: Page) => page.goto(`${served.deskUrl}/en/desk/exports`)
/** The form of a page, sent without its button. */
const post = async (page: Page, path: string, fields: Readonly<Record<string, string>> = {}) => {
  const token = await page.locator('input[name=form-token]').first().inputValue()
  const answer = await page.request.post(`${served.deskUrl}/en/desk/${path}`, {
    form: { 'form-token': token, ...fields },
    headers: { Origin: served.deskUrl },
  })
  return { status: answer.status(), url: answer.url(), text: await answer.text() }
}
const copyId = async (): Promise<string> => {
  const row = await served.world.house.selectFrom('exports').select('id').executeTakeFirstOrThrow()
  return row.id
}

describe.skipIf(!CHROMIUM)('a copy of everything', () => {
  beforeAll(async () => {
    served = await servedWorld()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it('is asked for by an editor, and waits', async () => {
    await as('aigerim', async (page) => {
      await page.selectOption('select[name=audience]', 'team')
      await page.fill('input[name=reason]', 'the appeal on Friday')
      await page.locator('form[action$="/exports"] button').click()
      expect(page.url()).toBe(`${served.deskUrl}/en/desk/exports`)
      expect(await page.locator('.work li').innerText()).toContain(
        'waits for a second person, until 30 November 2026',
      )
      expect(await page.locator('.work button').count()).toBe(0)
      const own = await post(page, `exports/${await copyId()}/agree`)
      expect(own.status).toBe(403)
      expect(own.text).toContain('Somebody else must agree to it.')
      const early = await post(page, `exports/${await copyId()}/take`, { format: 'csv' })
      expect(early.status).toBe(409)
      expect(early.text).not.toContain('132,550')
    })
  })

  it('is agreed to by a second editor, who cannot take it', async () => {
    await as('zarina', async (page) => {
      await copies(page)
      expect(await page.locator('.work li').innerText()).toContain('the appeal on Friday')
      await page.click('.work button')
      expect(await page.locator('.work li').innerText()).toContain('agreed: zarina')
      expect(await page.locator('.work button').count()).toBe(0)
      const other = await post(page, `exports/${await copyId()}/take`, { format: 'csv' })
      expect(other.status).toBe(404)
      expect(other.text).not.toContain('Asan')
    })
  })

  it('is taken as CSV and as JSON by whoever asked, each row marked', async () => {
    await as('aigerim', async (page) => {
      await copies(page)
      const taken: Record<string, string> = {}
      for (const format of ['CSV', 'JSON']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.click(`.work button:has-text("${format}")`),
        ])
        expect(download.suggestedFilename()).toMatch(
          new RegExp(`^aigaq-x-[0-9a-f]{8}\\.${format.toLowerCase()}$`),
        )
        const chunks: Buffer[] = []
        for await (const chunk of await download.createReadStream()) chunks.push(chunk)
        taken[format] = Buffer.concat(chunks).toString('utf8')
      }
      const [head = '', ...rows] = (taken.CSV ?? '').trim().split(/\r?\n/)
      expect(head).toMatch(/copy,id,form/)
      expect(rows.join()).toMatch(/aigerim.*kz-2024-05-09-a.*Asan Usenov/)
      const { records, ends, reason } = JSON.parse(taken.JSON ?? '')
      expect({ ends, reason }).toEqual({ ends: '2026-11-30', reason: 'the appeal on Friday' })
      expect(records).toMatchObject([{ id: ID, form: 'team', people: 'Asan Usenov; Bolat Usenov' }])
    })
  })

  it.each(['marat', 'daniyar', 'oskar', 'root', 'bota'] as const)('is out of reach of %s', async (name) => {
    const { context, page } = await browserOf(served, browser, name)
    await page.goto(`${served.deskUrl}/en/desk/access`)
    const got = await post(page, `exports/${await copyId()}/take`, { format: 'json' })
    expect(got.status).toBe(404)
    expect(got.text).not.toContain('Asan')
    const list = await copies(page)
    expect(await list?.text()).not.toContain('appeal on Friday')
    await context.close()
  })

  it('asks for a fresh proof of who takes it once five minutes have passed', async () => {
    await as('aigerim', async (page) => {
      await copies(page)
      served.later(6)
      await page.click('.work button:has-text("CSV")')
      expect(page.url()).toContain('/en/desk/confirm?to=')
    })
  })

  it('is gone after seven days, and says so', async () => {
    served.later(8 * 24 * 60)
    await as('aigerim', async (page) => {
      await copies(page)
      expect(await page.locator('.work li').innerText()).toContain('ended on 30 November 2026')
      expect(await page.locator('.work button').count()).toBe(0)
      const late = await post(page, `exports/${await copyId()}/take`, { format: 'csv' })
      expect(late.status).toBe(410)
      expect(late.text).toContain('<h1>This has ended</h1>')
      expect(late.text).toContain('href="/en/desk/exports"')
    })
  })
})
