/** Lists as they come in: short ones are read by rules, long ones are stored whole and none of their words are shown outside. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSource, emptyWorld } from '../../test/world.ts'
import { UNREAD } from '../store/queries/incidents.ts'
import type { Context } from './context.ts'
import { importReport } from './import-report.ts'

let world: Context
beforeAll(async () => {
  world = { ...(await emptyWorld()), maxBytes: 10_000_000 }
})
afterAll(() => world?.store.destroy())

const ROW = 'Asan Usenov was detained in Almaty on 7 May 2024 and fined 132,550 tenge'
const HEAD = 'No,Town,What happened'
const listOf = (rows: number): string =>
  [HEAD, ...Array.from({ length: rows }, (_, n) => `${n},Almaty,"${ROW}"`)].join('\n')

const readingOf = async (rows: number) => {
  const { document, drafts } = await importReport(world, {
    ...{ bytes: new TextEncoder().encode(listOf(rows)), name: `list-${rows}.csv`, country: 'kz' },
    ...{ source: aSource(), asOf: null, language: 'en', by: 'lena' },
  })
  const reading = world.house.selectFrom('readings').select('rules_version').where('document', '=', document)
  const stored = world.house.selectFrom('documents').select(['text', 'blocks']).where('id', '=', document)
  return { drafts, ...(await reading.executeTakeFirstOrThrow()), ...(await stored.executeTakeFirstOrThrow()) }
}

test('a short list is read, and the place of every cell is stored', async () => {
  const { drafts, rules_version, text, blocks } = await readingOf(3)
  expect(drafts).toBeGreaterThan(0)
  expect(rules_version).not.toBe(UNREAD)
  const cells = blocks.map(({ span, cells = [] }) =>
    cells.map(([, start, end]) => text.slice(span.start + start, span.start + end)),
  )
  expect(cells).toEqual([HEAD.split(','), ...[0, 1, 2].map((n) => [String(n), 'Almaty', ROW])])
})

test('a list of 20,000 rows is stored whole, and no rule has read it', async () => {
  const { drafts, rules_version, blocks } = await readingOf(20_000)
  expect([drafts, rules_version, blocks.length]).toEqual([0, UNREAD, 20_001])
})
