/** Files as received, read again part by part: each within a month, one part a day, and what is not as it was is told where somebody looks. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyWorld, importText, knowledge } from '../../../test/world.ts'
import { folderFiles } from '../../adapters/file-store.ts'
import { LANGUAGES } from '../../core/language.ts'
import { addDays } from '../../core/partial-date.ts'
import type { Context } from '../context.ts'
import { keptSafe } from '../log/kept-safe.ts'
import { verify } from '../verify.ts'
import { custodySheet } from './custody-sheet.ts'
import { paperOfSheet } from './paper-of-sheet.ts'
import { REREAD, rereadEvidence } from './reread-evidence.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-reread-'))
let day = '2026-11-23'
let world: Context
beforeAll(async () => {
  const clock = { now: () => `${day}T09:00:00.000Z` }
  world = { ...(await emptyWorld()), files: folderFiles(folder), clock }
  for (let n = 0; n < 70; n += 1)
    await importText(
      world,
      `On ${(n % 28) + 1} May 2024 police in Almaty detained two.`.padEnd(60 + n),
      `n${n}.txt`,
    )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const received = async (): Promise<readonly string[]> =>
  (await world.house.selectFrom('files').select('sha256').orderBy('event').execute()).map((one) => one.sha256)
const entries = async (): Promise<number> =>
  (await world.house.selectFrom('events').select('seq').where('use_case', '=', REREAD).execute()).length

it('none was read again yet, and the sheet and the desk say so', async () => {
  const [first = ''] = await received()
  expect((await custodySheet(world, first)).reread).toBeNull()
  expect((await keptSafe(world, null)).evidence).toBeNull()
})

it('one part is read a day, however often it is asked for, and a month reads every file once', async () => {
  let read = 0
  for (let n = 0; n < 30; n += 1) {
    read += (await rereadEvidence(world))?.files ?? 0
    expect(await rereadEvidence(world)).toBeNull()
    day = addDays(day, 1)
  }
  expect(read).toBeGreaterThanOrEqual((await received()).length)
  expect((await keptSafe(world, null)).evidence).toMatchObject({ all: (await received()).length, wrong: [] })
  const sheets = await Promise.all((await received()).map((one) => custodySheet(world, one)))
  expect(sheets.every((one) => one.reread?.found === 'whole')).toBe(true)
})

it('a file that was altered, one that is gone and one that cannot be read are found within a month, and whose they are is told', async () => {
  const [altered = '', gone = '', whole = '', unread = ''] = await received()
  const at = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  chmodSync(at(altered), 0o600)
  writeFileSync(at(altered), 'something else')
  rmSync(at(gone))
  rmSync(at(unread))
  mkdirSync(at(unread))
  const found = new Map<string, string>()
  for (let n = 0; n < 30; n += 1) {
    for (const one of (await rereadEvidence(world))?.wrong ?? []) found.set(one.sha256, one.kind)
    day = addDays(day, 1)
  }
  expect([...found].sort()).toEqual(
    [
      [altered, 'altered'],
      [gone, 'missing'],
      [unread, 'altered'],
    ].sort(),
  )
  expect((await keptSafe(world, null)).evidence?.wrong).toHaveLength(3)
  expect((await custodySheet(world, whole)).reread?.found).toBe('whole')
  const sheet = await custodySheet(world, altered)
  expect(sheet.reread?.found).toBe('altered')
  for (const language of LANGUAGES) {
    const words = knowledge.words[language]
    const text = Buffer.from(await paperOfSheet(sheet, 'txt', words)).toString('utf8')
    expect(text).toContain(words.t('custody.step.reread.altered', { entry: sheet.reread?.entry ?? 0 }))
  }
})

it('the log holds what was found, and a shut house reads nothing', async () => {
  expect((await verify(world)).breaks).toEqual([])
  const before = await entries()
  await world.house.updateTable('house_state').set({ shut: true }).execute()
  expect(await rereadEvidence(world)).toBeNull()
  expect(await entries()).toBe(before)
})
