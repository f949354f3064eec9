/** Zarina learns that a record rests on a false report, and that its page endangers people: it goes for good, and the log still adds up. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { APPENDED } from '../../src/store/kinds-of-tables.ts'
import { verifyLog } from '../../src/store/verify.ts'
import type { Context } from '../../src/usecases/context.ts'
import { askExport } from '../../src/usecases/exports/ask-export.ts'
import { forgetRecord } from '../../src/usecases/forget-record.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { contentOf, replay } from '../../src/usecases/replay.ts'
import { crawl } from '../crawl.ts'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Almaty detained the activist Zarina Tolebi near the Old Square and held her for three hours.

On 9 May 2024 a court in Almaty fined Zarina Tolebi 132,550 tenge for the meeting of two days before.`

const GONE = 'kz-2024-05-07-a'
const LEFT = 'kz-2024-05-09-a'
/** Begins with the same letters. */
const LIKE = 'kz-2024-05-07-ab'

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    {
      record: 'person',
      id: 'tolebi',
      names: { en: 'Zarina Tolebi', ru: null, kk: null },
      basis: {
        kind: 'consent',
        level: 'name',
        reason: 'asked',
        givenHow: 'in writing',
        reviewBy: '2027-10-01',
      },
      by: 'lena',
      at: '2026-10-01T09:00:00Z',
    },
    aDecision({
      from: 'On 7 May 2024',
      to: 'for three hours.',
      people: [{ id: 'tolebi', role: 'activist', harmed: true }],
      actors: ['gendarmes of the square'],
      outcome: 'let go after an odd promise',
      tiers: [{ field: 'organisation', value: 'team', why: 'a club that is afraid' }],
    }),
    aDecision({
      id: LEFT,
      date: '2024-05-09',
      from: 'On 9 May 2024',
      to: 'two days before.',
      people: [{ id: 'tolebi', harmed: true }],
      acts: ['fine'],
      links: [{ kind: 'follows', incident: GONE }],
      why: `read beside ${GONE} and ${LIKE}`,
    }),
    {
      record: 'proceeding',
      id: 'case-tolebi',
      person: 'tolebi',
      charges: [],
      stages: [
        { stage: 'detained', date: '2024-05-07', incident: GONE },
        { stage: 'sentence', date: '2024-05-09', incident: LEFT },
      ],
      by: 'lena',
      at: '2026-10-02T09:00:00Z',
    },
    {
      record: 'reply',
      id: GONE,
      asked: { on: '2026-05-03', of: 'gendarmes', how: 'by an odd letter', until: '2026-05-17' },
      by: 'lena',
      at: '2026-10-03T09:00:00Z',
    },
    {
      record: 'retention',
      id: GONE,
      until: '2030-01-01',
      why: 'an odd reason',
      by: 'lena',
      at: '2026-10-03T09:00:00Z',
    },
  ])
  await recordAll(world, [
    { ...aMove('withdraw', [GONE, LEFT]), why: 'a call at night' },
    aMove('reopen', [GONE, LEFT]),
    aMove('verify', [GONE, LEFT]),
    aMove('clear', [GONE, LEFT]),
    aMove('correct', [GONE, LEFT]),
    {
      record: 'share',
      ids: [GONE],
      with: { account: 'the-lawyer' },
      why: 'an odd lawyer',
      by: 'lena',
      at: '2026-11-12T09:00:00Z',
    },
  ])
  await askExport(world, { ids: [GONE, LEFT], audience: 'team', reason: `for the court, about ${GONE}` })
})
afterAll(() => world.store.destroy())

const stored = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      (
        [
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
      ).map((table) => contentOf(world.store, table as 'events')),
    ),
  )
const traces = (text: string): readonly string[] =>
  text.match(/kz-2024-05-07-a(?![a-z0-9-])|odd |gendarmes|club that/g) ?? []
const pages = async (): Promise<string> => (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')

it('is told in many places before', async () => {
  expect(new Set(traces(await stored())).size).toBe(4)
  expect(traces(await pages())).toContain(GONE)
})

it('does not go for a reason that names it, nor when it was never there', async () => {
  const why = `${GONE} is false`
  await expect(forgetRecord(world, { record: GONE, by: 'zarina', why })).rejects.toMatchObject({
    code: 'input.value',
  })
  await expect(
    forgetRecord(world, { record: 'kz-2024-05-08-z', by: 'zarina', why: 'false' }),
  ).rejects.toMatchObject({
    code: 'record.unknown',
  })
})

it('is nowhere after: no table, no input of the log, no page, no stage of a journey', async () => {
  const done = await forgetRecord(world, { record: GONE, by: 'zarina', why: 'the report was false' })
  expect(done.inputs).toBe(15)
  expect(done.rows).toBeGreaterThan(15)
  expect(traces(await stored())).toEqual([])
  expect(traces(await pages())).toEqual([])
})

it('leaves the other record, its journey, the text they were read in and what a like id says', async () => {
  const [rest, shown] = [await stored(), await pages()]
  expect(shown).toContain(LEFT)
  expect(shown).toContain('132,550')
  expect(rest).toContain(LIKE)
  expect(rest).toContain('near the Old Square')
  expect(rest).toContain('"incident":"kz-2024-05-09-a"')
})

it('leaves a log that adds up and says that something was erased', async () => {
  const found = await verifyLog(world.store)
  expect(found.breaks).toEqual([])
  expect(found.erased).toBeGreaterThan(20)
  expect((await rebuild(world)).same).toBe(true)
  await expect(replay(world, world.store)).rejects.toMatchObject({ code: 'log.erased' })
})

it('is not known any more: a reply to it or a day for it is refused', async () => {
  const line = {
    record: 'retention',
    id: GONE,
    until: '2031-01-01',
    why: 'x',
    by: 'lena',
    at: '2026-10-04T09:00:00Z',
  }
  await expect(decideAll(world, [line])).rejects.toMatchObject({ code: 'record.unknown' })
})
