/** A browser with script switched on opens pages made of hostile texts: nothing runs, nothing is refused, nobody else is asked. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk } from '../../src/web/desk/desk.ts'
import { ROOT, signedInAs, siteOf } from '../world.ts'
import { enterAsBoth, SHOWING, throughForms } from '../xss/desk-forms.ts'
import { payloads } from '../xss/payloads.ts'
import { type Hostile, hostileWorld, idOf } from '../xss/world.ts'
import { CHROMIUM, openBrowser, sessionCookie } from './browser.ts'
import { servedWorld } from './desk-world.ts'

/** A tenth of all, so that each kind of text is among them. */
const SOME = payloads(200).filter((_, index) => index % 10 === 3 || index < 20)

let hostile: Hostile
let browser: Browser
let [siteUrl, deskUrl] = ['', '']
const closing: (() => void)[] = []

const open = (web: { fetch: (request: Request) => Response | Promise<Response> }): Promise<string> =>
  new Promise((resolve) => {
    const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    )
    closing.push(() => server.close())
  })

/** Everything a hostile text could bring about, as it happens. */
async function watched(page: Page, happened: string[]): Promise<void> {
  page.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) happened.push(`refused ${message.text()}`)
  })
  page.on('pageerror', (error) => happened.push(`error ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1:')) happened.push(`asked ${request.url()}`)
  })
  await page.exposeFunction('reported', (what: string) => happened.push(`violation ${what}`))
  await page.addInitScript(
    "document.addEventListener('securitypolicyviolation', (event) => window.reported(event.violatedDirective + ' ' + event.blockedURI))",
  )
}

describe.skipIf(!CHROMIUM)('a browser that runs scripts', () => {
  beforeAll(async () => {
    hostile = await hostileWorld(SOME)
    browser = await openBrowser()
    siteUrl = await open(siteOf(hostile.world))
    deskUrl = await open(desk(hostile.world, { root: ROOT, host: '127.0.0.1' }))
  })
  afterAll(async () => {
    for (const close of closing) close()
    await browser?.close()
    await hostile?.world.store.destroy()
  })

  it('finds nothing to run on pages of hostile texts, and asks nobody else for anything', async () => {
    const context = await browser.newContext()
    const { token } = await signedInAs(hostile.world, { role: 'monitor' })
    await context.addCookies([sessionCookie(token)])
    const page = await context.newPage()
    const happened: string[] = []
    await watched(page, happened)
    const first = encodeURIComponent(SOME[0]?.text ?? '')
    const paths = [
      ...['/en/kz/2024-q2', '/ru/kz/2024-q2/incidents', '/kk/kz/2024-q2/update', `/en/${first}`],
      `/en/kz/2024-q2/incidents?act=${first}`,
      ...SOME.slice(0, 6).map((one) => `/en/i/${idOf(one)}`),
    ]
    const pages = [
      ...paths.map((path) => `${siteUrl}${path}`),
      `${deskUrl}/en/desk/documents`,
      ...hostile.documents
        .slice(0, 3)
        .flatMap((id) => ['', '/0'].map((passage) => `${deskUrl}/en/desk/documents/${id}${passage}`)),
    ]
    for (const url of pages) {
      await page.goto(url)
      // Handlers of focus and pointer fire only when somebody is there.
      await page.mouse.move(200, 300)
      await page.keyboard.press('Tab')
      expect(happened, url).toEqual([])
    }
    await context.close()
  })

  it('finds nothing to run on pages of the workspace that people wrote hostile texts into', async () => {
    const served = await servedWorld()
    const both = await enterAsBoth(served.world)
    await throughForms(served.app, both, SOME)
    for (const [entered, paths] of [
      [both.editor, SHOWING],
      [both.administrator, ['accounts']],
    ] as const) {
      const context = await browser.newContext()
      await context.addCookies([sessionCookie(entered.token)])
      const page = await context.newPage()
      const happened: string[] = []
      await watched(page, happened)
      for (const path of paths) {
        await page.goto(`${served.deskUrl}/en/desk/${path}`)
        await page.mouse.move(200, 300)
        await page.keyboard.press('Tab')
        expect(happened, path).toEqual([])
      }
      await context.close()
    }
    await served.close()
  })

  it('would notice: the same text written into a page without escaping is reported', async () => {
    const url = await open({
      fetch: () =>
        new Response(
          '<!doctype html><body><script>alert(1)</script><img src="http://127.0.0.2:9/x"></body>',
          {
            headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'" },
          },
        ),
    })
    const context = await browser.newContext()
    const page = await context.newPage()
    const happened: string[] = []
    await watched(page, happened)
    await page.goto(url)
    await expect.poll(() => happened.some((one) => one.startsWith('violation script-src'))).toBe(true)
    await context.close()
  })
})
