/** A reader's address is counted for some seconds and written nowhere: no table, file, answer or line of output holds it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { folderFiles } from '../../src/adapters/file-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { DESK_ALLOWANCE, rateLimit, SITE_ALLOWANCE } from '../../src/web/middleware/rate-limit.ts'
import { site } from '../../src/web/site/site.ts'
import { aDecision, decideAll, emptyWorld, importText, knowledge, ROOT, signedInAs } from '../world.ts'

/** Of the ranges kept for examples: whoever reads of them knows that they are nobody's. */
const READERS = ['203.0.113.77', '2001:db8:4711:8::9', '198.51.100.201']
const TRACES = /203\.0\.113|2001:0?db8:4711|198\.51\.100|3405803853/i

let world: Context
let folder: string
const said: string[] = []
const answers: string[] = []
const closing: (() => void)[] = []
const open = (web: Pick<Hono, 'fetch'>): Promise<string> =>
  new Promise((resolve) => {
    const server = serve({ fetch: web.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve(`http://127.0.0.1:${info.port}`),
    )
    closing.push(() => server.close())
  })

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aigaq-address-'))
  world = { ...(await emptyWorld()), files: folderFiles(folder) }
  await importText(world, 'On 7 May 2024 police in Almaty detained an activist.')
  await decideAll(world, [aDecision({ from: 'On 7 May', to: 'activist' })])
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said.push(String(text))
      return true
    })
  const few = { ...SITE_ALLOWANCE, each: 6 }
  const front = await open(
    site(
      { store: world.store, knowledge, rules: [] },
      { root: ROOT, origin: '', limit: rateLimit(few, 'loopback') },
    ),
  )
  const back = await open(
    desk(world, {
      root: ROOT,
      host: '127.0.0.1',
      limit: rateLimit({ ...DESK_ALLOWANCE, each: 3 }, 'loopback'),
    }),
  )
  // A failure that nobody expected is written down whole, and even then without the reader.
  const broken = await open(
    site(
      {
        store: {
          selectFrom: () => {
            throw new Error('broken on purpose')
          },
        } as never,
        knowledge,
        rules: [],
      },
      { root: ROOT, origin: '', limit: rateLimit(few, 'loopback') },
    ),
  )
  const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  for (const reader of READERS)
    for (const url of [
      `${front}/en/kz`,
      `${front}/en/kz.json`,
      `${front}/ru/i/nobody`,
      `${back}/en/desk/`,
      `${back}/en/desk/x`,
      `${broken}/en/kz`,
      `${front}/kk/method`,
      `${front}/en/data`,
      `${front}/en/kz/2024-q2`,
      `${front}/en/kz/2024-q2.atom`,
      `${back}/en/desk/documents`,
    ]) {
      const body = new FormData()
      body.set(
        'file',
        new File([`On 9 May 2024 police detained people. ${url} `], 'may.txt', { type: 'text/plain' }),
      )
      body.set('pack', 'kz')
      const send = url.endsWith('documents')
      const headers = {
        'X-Forwarded-For': reader,
        'X-Real-IP': reader,
        Forwarded: `for=${reader}`,
        Origin: back,
        ...(url.startsWith(back) && { Cookie: lena.cookie, 'X-Form-Token': lena.formToken }),
      }
      const answer = await fetch(url, { headers, redirect: 'manual', ...(send && { method: 'POST', body }) })
      answers.push(`${answer.status}\n${[...answer.headers].join('\n')}\n${await answer.text()}`)
    }
  vi.restoreAllMocks()
})
afterAll(async () => {
  for (const close of closing) close()
  await world?.store.destroy()
  rmSync(folder, { recursive: true, force: true })
})

it('the readers were counted apart, some refused, and something was written down', () => {
  const statuses = new Set(answers.map((one) => one.slice(0, 3)))
  for (const status of ['200', '303', '404', '429', '500']) expect([...statuses], status).toContain(status)
  expect(said.join('')).toContain('broken on purpose')
})

it('no line of output and no answer holds an address', () => {
  expect(said.filter((one) => TRACES.test(one))).toEqual([])
  expect(answers.filter((one) => TRACES.test(one))).toEqual([])
})

it('no table holds one', async () => {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(world.store)
  expect(rows.length).toBeGreaterThan(15)
  for (const { name } of rows) {
    const { rows: held } = await sql<{
      text: string
    }>`select t::text as text from ${sql.table(name)} as t`.execute(world.store)
    expect(
      held.filter(({ text }) => TRACES.test(text)),
      name,
    ).toEqual([])
  }
})

it('no file holds one', () => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(names.length).toBeGreaterThan(1)
  for (const one of names) expect(readFileSync(join(one.parentPath, one.name), 'latin1')).not.toMatch(TRACES)
})
