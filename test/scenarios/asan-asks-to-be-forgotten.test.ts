/** Asan was accused wrongly and asks to be forgotten: nothing on the disk names him any more, and the log can still be checked. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { APPENDED } from '../../src/store/kinds-of-tables.ts'
import { verifyLog } from '../../src/store/verify.ts'
import type { Context } from '../../src/usecases/context.ts'
import { forgetPerson } from '../../src/usecases/forget-person.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { contentOf, replay } from '../../src/usecases/replay.ts'
import { crawl } from '../crawl.ts'
import { findLeaks } from '../leak-finder.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const NAMED =
  'On 7 May 2024 police in Almaty detained Dauletkhan Sarmantai and Zarina Tolebi. Sarmantai was fined 132,550 tenge. Activist Sarmantai denied it.'
const OTHER = 'On 9 May 2024 police in Semey questioned two activists about the meeting.'
const SECRETS = ['Dauletkhan Sarmantai', 'Даулетхан Сармантай']

let world: Context
let files: readonly string[]
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, NAMED, 'sarmantai case.txt')
  await importText(world, OTHER, 'other.txt')
  files = (await world.store.selectFrom('files').select('sha256').orderBy('event').execute()).map(
    (one) => one.sha256,
  )
  const consent = {
    kind: 'consent',
    level: 'name',
    reason: 'asked',
    givenHow: 'in writing',
    reviewBy: '2027-10-01',
  }
  await decideAll(world, [
    {
      record: 'person',
      id: 'sarmantai',
      names: { en: SECRETS[0], ru: SECRETS[1], kk: null },
      variants: ['D. Sarmantay'],
      basis: consent,
      by: 'lena',
      at: '2026-10-01T09:00:00Z',
    },
    {
      record: 'person',
      id: 'tolebi',
      names: { en: 'Zarina Tolebi', ru: null, kk: null },
      basis: consent,
      by: 'lena',
      at: '2026-10-01T09:00:00Z',
    },
    aDecision({
      document: 'sarmantai case',
      from: 'On 7 May 2024',
      to: 'denied it.',
      people: [
        { id: 'sarmantai', harmed: true },
        { id: 'tolebi', harmed: true },
      ],
      penalties: [{ type: 'fine', amount: 132550, who: ['Dauletkhan Sarmantai'] }],
      outcome: 'Sarmantai denied it',
      why: 'told by Dauletkhan Sarmantai',
    }),
    aDecision({
      id: 'kz-2024-05-09-a',
      document: 'other',
      date: '2024-05-09',
      from: 'On 9 May 2024',
      to: 'the meeting.',
      acts: ['interrogation'],
    }),
    {
      record: 'proceeding',
      id: 'kz-sarmantai',
      person: 'sarmantai',
      charges: [],
      stages: [{ stage: 'detained', date: '2024-05-07', incident: 'kz-2024-05-07-a' }],
      by: 'lena',
      at: '2026-10-02T09:00:00Z',
    },
    {
      record: 'reply',
      id: 'kz-2024-05-07-a',
      asked: {
        on: '2026-05-03',
        of: 'the counsel of Sarmantai',
        how: 'by a letter to Sarmantai',
        until: '2026-05-17',
      },
      answer: { on: '2026-05-10', words: 'Dauletkhan Sarmantai says that he was at home' },
      by: 'lena',
      at: '2026-10-03T09:00:00Z',
    },
    {
      record: 'retention',
      id: 'kz-2024-05-07-a',
      until: '2030-01-01',
      why: 'Sarmantai studies until then',
      by: 'lena',
      at: '2026-10-03T09:01:00Z',
    },
  ])
})
afterAll(() => world.store.destroy())

const stored = async (): Promise<string> => {
  const tables = [
    'events',
    ...Object.keys(APPENDED),
    'incidents',
    'public_incidents',
    'public_things',
    'public_counters',
    'public_thing_counts',
    'public_proceedings',
    'public_measures',
  ] as const
  const rows = await Promise.all(tables.map((table) => contentOf(world.store, table as 'events')))
  return JSON.stringify(rows)
}

it('is named in many places before', async () => {
  expect(findLeaks(await stored(), SECRETS)).toEqual(SECRETS)
})

it('refuses a reason that names him', async () => {
  await expect(
    forgetPerson(world, { person: 'sarmantai', by: 'lena', why: 'Sarmantai asked' }),
  ).rejects.toMatchObject({ code: 'input.value' })
})

it('is named nowhere after: no table, no input of the log, no page, and the file that named him is gone', async () => {
  const done = await forgetPerson(world, {
    person: 'sarmantai',
    by: 'lena',
    why: 'wrongly accused, asked to be erased',
  })
  expect(done).toMatchObject({ files: 1 })
  const rest = await stored()
  expect(rest.match(/.{80}(sarmanta|сарманта|dauletkhan|даулетхан).{40}/giu) ?? []).toEqual([])
  expect(findLeaks(rest, SECRETS)).toEqual([])
  const pages = (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')
  expect(findLeaks(pages, SECRETS)).toEqual([])
  expect(files.map((sha256) => world.files.get(sha256) === null)).toEqual([true, false])
})

it('leaves the others, the incident and its count', async () => {
  const pages = (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')
  expect(pages).toContain('Zarina Tolebi')
  expect(pages).toContain('kz-2024-05-07-a')
  expect(pages).toContain('132,550')
})

it('leaves a log that still adds up, and says how much was erased', async () => {
  const found = await verifyLog(world.store)
  expect(found.breaks).toEqual([])
  expect(found.erased).toBeGreaterThan(5)
  expect((await rebuild(world)).same).toBe(true)
})

it('cannot be played from the beginning any more, and says so', async () => {
  await expect(replay(world, world.store)).rejects.toMatchObject({ code: 'log.erased' })
})

it.each([
  [
    'a tombstone that says less was erased',
    `update tombstones set new_leaf = null where new_leaf is not null`,
  ],
  ['a second rewriting of an erased text', `update documents set text = 'nothing happened'`],
  ['another input in place of the erased one', `update events set input = '{"a": 1}' where nonce is null`],
])('still finds %s', async (_what, statement) => {
  await sql`begin`.execute(world.store)
  for (const table of ['events', 'documents', 'tombstones'])
    await sql.raw(`alter table ${table} disable trigger append_only`).execute(world.store)
  await sql.raw(statement).execute(world.store)
  expect((await verifyLog(world.store)).breaks.length).toBeGreaterThan(0)
  await sql`rollback`.execute(world.store)
  expect((await verifyLog(world.store)).breaks).toEqual([])
})

it('opens no door but that one: outside it everything stays append-only', async () => {
  await expect(sql`delete from claims`.execute(world.store)).rejects.toThrow(/append-only/)
  await expect(sql`update events set input = null`.execute(world.store)).rejects.toThrow(/append-only/)
})
