/** People join, sign in, confirm and end sessions in a real browser: with a passkey, and with script off by passphrase and codes. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Secret, TOTP } from 'otpauth'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../src/usecases/accounts/change.ts'
import { type DemoEntrance, openDemo } from '../../src/usecases/accounts/demo-entrance.ts'
import { invite, inviteAdministrator } from '../../src/usecases/accounts/invite.ts'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { emptyWorld, NOW, ROOT } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'

let world: Context
let demo: DemoEntrance
let browser: Browser
let url = ''
let close = (): void => {}
/** Time goes on when the test says so: a code holds for half a minute and works once. */
let minutes = 0
const now = (): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

const PASSPHRASE = 'seven otters mend a kettle'
const codeFor = (secret: string): string => {
  minutes += 1
  return new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({
    timestamp: Date.parse(now()),
  })
}

/** A key that lives in the browser, as a laptop's own would: with a PIN that is always given. */
async function withKey(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

const fresh = (javaScriptEnabled: boolean, width = 1280): Promise<BrowserContext> =>
  browser.newContext({ javaScriptEnabled, viewport: { width, height: 900 }, locale: 'en-GB' })

/** Everything that leaves for elsewhere, and everything the policy refuses. */
function watch(context: BrowserContext): string[] {
  const seen: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) seen.push(request.url())
  })
  context.on('console', (message) => {
    if (/Content.Security.Policy|Refused to/i.test(message.text())) seen.push(message.text())
  })
  return seen
}

describe.skipIf(!CHROMIUM)('somebody with a browser', () => {
  beforeAll(async () => {
    world = { ...(await emptyWorld()), clock: { now } }
    demo = await openDemo(world)
    browser = await openBrowser()
    const web = desk(world, { root: ROOT, host: '127.0.0.1', demo })
    url = await new Promise((resolve) => {
      const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://localhost:${info.port}`),
      )
      close = () => server.close()
    })
  })
  afterAll(async () => {
    close()
    await browser?.close()
    await world?.store.destroy()
  })

  it('joins with a passkey, signs out and in, confirms, and ends another session', async () => {
    const context = await fresh(true)
    const seen = watch(context)
    const page = await context.newPage()
    await withKey(context, page)
    const code = await invite(world, OPERATOR, { role: 'monitor', organisation: 'home' })
    await page.goto(`${url}/en/desk/join/${code}`)
    await page.locator('form[data-passkey] input[name=handle]').fill('lena')
    await page.click('form[data-passkey] button')
    await page.waitForURL(`${url}/en/desk/`)
    expect(await page.locator('header').innerText()).toContain('lena')

    await page.click('header button[type=submit]')
    await page.waitForURL(`${url}/en/desk/sign-in`)
    await page.goto(`${url}/en/desk/me`)
    expect(page.url()).toContain('/en/desk/sign-in?to=')
    await page.click('form[data-passkey] button')
    await page.waitForURL(`${url}/en/desk/me`)

    minutes += 6
    await page.goto(`${url}/en/desk/me`)
    expect(await page.locator('input[name=passphrase]').count()).toBe(0)
    await page.click('main a[href*="/confirm?to="]')
    const before = (await context.cookies()).find((one) => one.name === '__Host-aigaq')
    await page.click('form[data-passkey] button')
    await page.waitForURL(`${url}/en/desk/me`)
    const after = (await context.cookies()).find((one) => one.name === '__Host-aigaq')
    expect(after?.value).not.toBe(before?.value)
    expect(after).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
    expect(await page.locator('input[name=passphrase]').count()).toBe(1)

    // The same person at another place: here only their key is copied, as a synced one would be.
    const secret = await page.locator('code.secret').innerText()
    await page.fill('input[name=passphrase]', PASSPHRASE)
    await page.fill('input[name=code]', codeFor(secret))
    await page.click('form[action$="/first-passphrase"] button')
    expect(await page.locator('.codes li').count()).toBe(10)
    const other = await fresh(false)
    const there = await other.newPage()
    await there.goto(`${url}/en/desk/sign-in`)
    await there.fill('input[name=handle]', 'lena')
    await there.fill('input[name=passphrase]', PASSPHRASE)
    await there.fill('input[name=code]', codeFor(secret))
    await there.click('form:not([data-passkey]) button')
    expect(there.url()).toBe(`${url}/en/desk/`)
    await page.goto(`${url}/en/desk/me`)
    expect(await page.locator('.people > li').count()).toBe(2)
    await page.click('form[action$="/sessions/revoke"] button')
    expect(await page.locator('.people > li').count()).toBe(1)
    await there.goto(`${url}/en/desk/me`)
    expect(there.url()).toContain('/sign-in')
    expect(seen).toEqual([])
    await other.close()
    await context.close()
  })

  it('joins, signs in, confirms and ends all others by passphrase and code, with script off', async () => {
    const context = await fresh(false)
    const page = await context.newPage()
    const code = await invite(world, OPERATOR, { role: 'lawyer', organisation: 'home' })
    await page.goto(`${url}/ru/desk/join/${code}`)
    expect(await page.locator('form[data-passkey]').isVisible()).toBe(false)
    const secret = await page.locator('code.secret').innerText()
    const form = page.locator('form:not([data-passkey])')
    await form.locator('input[name=handle]').fill('daniyar')
    await form.locator('input[name=passphrase]').fill('password123456789')
    await form.locator('input[name=code]').fill('000000')
    await form.locator('button').click()
    // Everything that is wrong at once, and what was typed but the secrets is still there.
    expect(await page.locator('.wrong p').count()).toBe(2)
    expect(await form.locator('input[name=handle]').inputValue()).toBe('daniyar')
    expect(await form.locator('input[name=passphrase]').inputValue()).toBe('')
    await form.locator('input[name=passphrase]').fill(PASSPHRASE)
    await form.locator('input[name=code]').fill(codeFor(secret))
    await form.locator('button').click()
    const codes = await page.locator('.codes li').allInnerTexts()
    expect(new Set(codes).size).toBe(10)

    await page.goto(`${url}/ru/desk/`)
    await page.click('header button[type=submit]')
    await page.fill('input[name=handle]', 'daniyar')
    await page.fill('input[name=passphrase]', PASSPHRASE)
    await page.fill('input[name=code]', codes[0] ?? '')
    await page.click('form:not([data-passkey]) button')
    expect(page.url()).toBe(`${url}/ru/desk/`)
    minutes += 6
    await page.goto(`${url}/ru/desk/me`)
    await page.click('main a[href*="/confirm?to="]')
    await page.fill('input[name=passphrase]', PASSPHRASE)
    await page.fill('input[name=code]', codes[0] ?? '')
    await page.click('main form button')
    expect(await page.locator('.wrong').innerText()).not.toBe('')
    await page.fill('input[name=passphrase]', PASSPHRASE)
    await page.fill('input[name=code]', codeFor(secret))
    await page.click('main form:not([data-passkey]) button')
    expect(page.url()).toBe(`${url}/ru/desk/me`)
    expect(await page.locator('form[action$="/recovery-codes"]').count()).toBe(1)

    await page.click('form[action$="/travel"] button')
    await page.goto(`${url}/ru/desk/me`)
    expect(page.url()).toContain('/sign-in')
    await context.close()
  })

  it('comes into the demo by a link that works once, and is let confirm there by a click', async () => {
    const context = await fresh(false)
    const page = await context.newPage()
    const link = demo.links.find((one) => one.handle === 'demo-editor')
    await page.goto(`${url}/kk/desk/demo/${link?.code}`)
    await page.goto(`${url}/kk/desk/demo/${link?.code}`)
    await page.click('main button')
    expect(page.url()).toBe(`${url}/kk/desk/`)
    expect((await page.goto(`${url}/kk/desk/demo/${link?.code}`))?.status()).toBe(404)
    minutes += 6
    await page.goto(`${url}/kk/desk/confirm?to=/kk/desk/me`)
    await page.click('main form[action$="/demo"] button')
    expect(page.url()).toBe(`${url}/kk/desk/me`)
    expect(await page.locator('code.secret').count()).toBe(1)
    await context.close()
  })

  it('meets no barrier and no sideways scrolling on any page of the door, in three languages, narrow and wide', async () => {
    const shots = process.env.SHOTS
    const code = await inviteAdministrator(world)
    for (const [width, colorScheme, languages] of [
      [360, 'dark', ['ru', 'kk']],
      [1280, 'light', ['en']],
    ] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
      const page = await context.newPage()
      const look = async (path: string, name: string): Promise<void> => {
        for (const language of languages) {
          await page.goto(`${url}/${language}/desk/${path}`)
          expect(await violations(page), `${language} ${path} ${width} ${colorScheme}`).toEqual([])
          const wide = await page.evaluate(() => document.documentElement.scrollWidth)
          expect(wide, `${language} ${path}`).toBeLessThanOrEqual(width)
          if (shots)
            await page.screenshot({ path: `${shots}/${name}-${language}-${width}.png`, fullPage: true })
        }
      }
      await look('sign-in', 'sign-in')
      await look(`join/${code}`, 'join')
      const { links, enter } = await openDemo(world)
      for (const [handle, paths] of [
        ['demo-administrator', ['accounts', 'away', 'me', 'confirm']],
        ['demo-monitor', ['', 'me', 'nowhere']],
      ] as const) {
        const token = await enter(links.find((one) => one.handle === handle)?.code ?? '', 'Firefox, Android')
        const { hostname: domain } = new URL(url)
        const limits = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' as const }
        await context.addCookies([{ name: '__Host-aigaq', value: token, domain, ...limits }])
        for (const path of paths) await look(path, `${handle}-${path || 'desk'}`)
      }
      await context.close()
    }
  })
})
