/** Somebody takes part in a campaign in a browser, with script and without: the form is sent, the letter is answered, and the page asks nobody else. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formGate } from '../../src/adapters/form-gate.ts'
import { sealingWith } from '../../src/adapters/sealing.ts'
import type { Letter } from '../../src/core/letter.ts'
import type { Actions } from '../../src/usecases/actions/actions.ts'
import { countActions } from '../../src/usecases/actions/count-actions.ts'
import { doorsOf, endedOf } from '../../src/usecases/actions/doors.ts'
import { makeActionKey, openActionKeys } from '../../src/usecases/actions/keys.ts'
import type { Context } from '../../src/usecases/context.ts'
import { sendLetters } from '../../src/usecases/letters/send-letters.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import { openCampaign } from '../open-campaign.ts'
import { emptyWorld, knowledge, siteOf } from '../world.ts'
import { CHROMIUM, openBrowser } from './browser.ts'

const ID = 'cam-journey0'
let world: Context
let browser: Browser
let actions: Actions
let [url, close] = ['', (): unknown => null]
const letters: Letter[] = []
const passed: string[] = []

const carry = (): Promise<unknown> =>
  sendLetters(
    {
      ...{ store: world.house, clock: world.clock, knowledge, origin: url, keys: actions.keys },
      sealing: sealingWith(Buffer.alloc(32, 7)),
    },
    {
      canRepeat: false,
      close: () => {},
      hand: async (letter) => {
        letters.push(letter)
        return 'sent'
      },
    },
  )

describe.skipIf(!CHROMIUM)('somebody with a browser', () => {
  beforeAll(async () => {
    world = await emptyWorld()
    await openCampaign(world, ID)
    await refresh(world)
    const given = { store: world.house, clock: world.clock, moves: knowledge.codebook.campaigns.moves }
    actions = {
      ...{ store: world.house, clock: world.clock, keys: openActionKeys(), mails: true, sealNews: null },
      ...{ door: doorsOf(given), hasEnded: endedOf(given), mailboxes: knowledge.codebook.mailboxes },
      names: async () => ({ heldIn: () => [] }),
    }
    await makeActionKey(actions, ID)
    // Whoever has no script waits some seconds, which no test does.
    const outside = { now: Date.now, wait: async () => {} }
    const real = formGate({ form: 'act', bits: 4, perMinute: 6_000 }, outside)
    const gate = {
      ...real,
      pass: async (answer: string) => {
        const came = await real.pass(answer)
        passed.push(came)
        return came
      },
    }
    const web = siteOf(world, '', undefined, false, { acting: { actions, gate } })
    url = await new Promise<string>((resolve) => {
      const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
        resolve(`http://127.0.0.1:${info.port}`),
      )
      close = () => server.close()
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    close()
    await browser?.close()
    await world?.store.destroy()
  })

  it.each([
    ['en', 1280, true],
    ['ru', 360, false],
  ] as const)(
    'signs in %s at %i px (script: %s), answers the letter twice and is counted once',
    async (language, width, javaScriptEnabled) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
      const foreign: string[] = []
      context.on('request', (one) => {
        if (!one.url().startsWith(url)) foreign.push(one.url())
      })
      const page = await context.newPage()
      const send = async (): Promise<void> => {
        await Promise.all([
          page.waitForResponse((one) => one.request().method() === 'POST'),
          page.click('main form button'),
        ])
        await page.waitForLoadState()
      }
      passed.length = 0
      await page.goto(`${url}/${language}/act/${ID}/signature`)
      await page.fill('[name=address]', `${language}.reader@example.org`)
      await page.check('[name=where][value=outside]')
      await send()
      expect(await page.innerText('main')).not.toContain('reader@example.org')
      await carry()
      const link = letters.at(-1)?.text.match(/http\S+\/confirm\/\S+/)?.[0] ?? ''
      for (let times = 0; times < 2; times += 1) {
        await page.goto(link)
        await send()
        expect(await page.innerText('h1')).toBe(knowledge.words[language].t('act.confirm.done'))
      }
      await page.goto(`${url}/${language}/act/${ID}/patch`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
      await page.check('[name=where][value=outside]')
      await send()
      const way = javaScriptEnabled ? 'worked' : 'waited'
      expect(passed).toEqual([way, way])
      expect([foreign, await context.cookies()]).toEqual([[], []])
      await context.close()
    },
  )

  it('is counted: two who signed, two who sewed, and no address', async () => {
    await countActions(actions, { atOnce: true })
    const rows = await world.house.selectFrom('action_counts').selectAll().execute()
    const sum = (kind: string): number => rows.reduce((all, one) => all + (one.kind === kind ? one.n : 0), 0)
    expect([sum('signature'), sum('patch')]).toEqual([2, 2])
    expect(JSON.stringify(rows)).not.toContain('example.org')
    expect(await world.house.selectFrom('action_asks').selectAll().execute()).toEqual([])
  })
})
