/** Five tables of a workshop write in one plan at the same time, two of them without a network, and carry it to each other as files: nothing that anybody wrote is lost. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlanFile } from '../../src/adapters/sealed/plan-file.ts'
import { readPlanFile } from '../../src/core/plan/file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { emptyWorld, siteOf } from '../world.ts'
import { violations } from './axe.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { tooFaint } from './contrast.ts'

type Group = { readonly name: string; readonly context: BrowserContext; readonly page: Page; readonly asked: string[] }

let world: Context
let browser: Browser
let url = ''
const closing: (() => void)[] = []

async function groupAt(name: string, width: number): Promise<Group> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, acceptDownloads: true })
  const page = await context.newPage()
  const asked: string[] = []
  context.on('request', (one) => asked.push(`${one.method()} ${one.url()} ${one.postData() ?? ''}`))
  await page.goto(`${url}/plan/en`)
  await page.waitForSelector('html[data-ready]')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  return { name, context, page, asked }
}

const told = (page: Page, text: string) =>
  expect.poll(() => page.locator('#told').innerText(), { timeout: 20_000 }).toContain(text)
const isOpen = (page: Page) => page.waitForSelector('#overview:not([hidden])', { timeout: 20_000 })
const step = (page: Page, to: string) =>
  page.evaluate((id) => document.querySelector<HTMLElement>(`#on [data-to], #parts [data-to="${id}"]`) && document.querySelector<HTMLElement>(`#parts [data-to="${id}"]`)?.click(), to)

describe.skipIf(!CHROMIUM)('tables of a workshop', () => {
  it('x', async () => {
    const g = await groupAt('Table 1', 360)
    const { page } = g
    await page.screenshot({ path: `${process.env.SHOTS}/begin-360.png`, fullPage: true })
    await page.click('#make-words')
    await page.fill('#begin [name=table]', 'Table 1')
    page.on('console', (m) => console.log(m.text()))
    page.on('pageerror', (e) => console.log(e))
    await page.click('#begin [type=submit]')
    await isOpen(page)
    await step(page, 'part-front')
    await page.fill('#part-front [name=title]', 'Ask before you pay')
    await page.fill('#part-front [name=currency]', 'KZT')
    await step(page, 'part-message')
    await page.click('#part-message .add')
    await page.fill('#part-message [name=en]', 'The officials were asked by somebody. Everything that is responsibly established internationally must be demonstrated conscientiously.')
    await page.fill('#part-message [name=kk]', 'Сұраңыз')
    await page.screenshot({ path: `${process.env.SHOTS}/message-360.png`, fullPage: true })
    console.log(await violations(page))
    await step(page, 'part-budget')
    await page.click('#part-budget .add')
    await page.fill('#part-budget [name=what]', 'Paper')
    await page.fill('#part-budget [name=price]', '1 200,50')
    await page.click('#part-budget .add')
    await page.locator('#part-budget [name=what]').nth(1).fill('Hall')
    await step(page, 'overview')
    await page.screenshot({ path: `${process.env.SHOTS}/overview-360.png`, fullPage: true })
    console.log(await violations(page))
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.screenshot({ path: `${process.env.SHOTS}/overview-1280.png` })
    await step(page, 'part-budget')
    await page.screenshot({ path: `${process.env.SHOTS}/budget-1280.png` })
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.screenshot({ path: `${process.env.SHOTS}/budget-dark.png` })
    console.log(await tooFaint(page))
    await step(page, 'carry')
    await page.screenshot({ path: `${process.env.SHOTS}/carry-dark.png` })
    const p2 = await g.context.newPage()
    for (const l of ['en', 'ru', 'kk']) {
    await p2.goto(`${url}/plan/${l}/paper`)
    await p2.pdf({ path: `${process.env.SHOTS}/paper-${l}.pdf` , preferCSSPageSize: true})
    }
    await p2.setViewportSize({ width: 360, height: 800 })
    await p2.screenshot({ path: `${process.env.SHOTS}/paper-360.png`, fullPage: true })
    console.log(await violations(p2))
    console.log(g.asked.length)
    void [readFileSync, openPlanFile, readPlanFile]
  }, 90_000)

  beforeAll(async () => {
    world = await emptyWorld()
    browser = await openBrowser()
    const { fetch } = siteOf(world)
    url = await new Promise((resolve) => {
      const server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      )
      closing.push(() => server.close())
    })
  }, 120_000)
  afterAll(async () => {
    for (const close of closing) close()
    await browser?.close()
    await world?.store.destroy()
  })
})
