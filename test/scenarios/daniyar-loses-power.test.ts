/** Daniyar’s laptop dies while decisions are being recorded. What he saw acknowledged is there when it starts again. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWords } from '../../src/app/knowledge.ts'
import { type App, openApp } from '../../src/app/open-app.ts'
import { securityFindings } from '../../src/cli/doctor-security.ts'
import { openTerminal } from '../../src/cli/terminal.ts'
import { readConfig } from '../../src/config.ts'
import { verifyLog } from '../../src/store/verify.ts'
import { isStale, refresh } from '../../src/usecases/refresh.ts'
import { aigaq, decideAndKill } from '../kill.ts'
import { ROOT } from '../world.ts'

const examples = (name: string): string => join(ROOT, 'examples', name)
let data: string
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'aigaq-kill-'))
  const imported = aigaq(data, ['import', examples('kz-2020-q1.md'), '--as-of', '2020-03-31', '--json'])
  expect(imported.status, imported.stderr).toBe(0)
  expect(aigaq(data, ['decide', examples('people.jsonl')]).status).toBe(0)
})
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** More rounds run in bench/. */
describe.each([
  { round: 1, after: 7, withDatabase: false },
  { round: 2, after: 23, withDatabase: true },
])('killed after $after acknowledged decisions (database too: $withDatabase)', ({ after, withDatabase }) => {
  it('loses none of them, keeps the log whole, and takes up the work where it stopped', async () => {
    const acknowledged = await decideAndKill(
      data,
      examples('decisions-kz-2020-q1.jsonl'),
      after,
      withDatabase,
    )
    expect(acknowledged.length).toBeGreaterThanOrEqual(after)
    const app = await openApp(readConfig({ AIGAQ_DATA: data }))
    try {
      const recorded = await app.store.selectFrom('decisions').select('record').distinct().execute()
      const there = new Set(recorded.map((one) => one.record))
      expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
      expect((await verifyLog(app.store)).breaks).toEqual([])
      expect(await isStale(app.store)).toBe(true)
      await refresh(app)
      expect(await isStale(app.store)).toBe(false)
      // Tier 4 has a row for each; the public tier may hold one back.
      const made = await app.store.selectFrom('incidents').select('id').execute()
      expect(made.length).toBe(there.size)
    } finally {
      await app.close()
    }
  })
})

describe('the command line afterwards', () => {
  // Somebody else is at work meanwhile, so the database runs on between the verbs.
  let colleague: App
  beforeAll(async () => {
    colleague = await openApp(readConfig({ AIGAQ_DATA: data }))
  })

  it('records the rest once, and recognises all of it when asked again', () => {
    const rest = aigaq(data, ['decide', examples('decisions-kz-2020-q1.jsonl'), '--json'])
    expect(rest.status, rest.stderr).toBe(0)
    const again = aigaq(data, ['decide', examples('decisions-kz-2020-q1.jsonl'), '--json'])
    expect(again.stdout.split('\n').filter((line) => line.includes('"new":true'))).toEqual([])
  })

  it.each([
    ['verify', [], /whole/],
    ['rebuild', [], /public_incidents: the same/],
    ['rebuild', ['--replay'], /claims: the same/],
    ['backup', ['--to', 'DATA/kept', '--open-because', 'nobody real is in it'], /Bundle 1/],
    ['doctor', [], /✓/],
  ])('%s %s says that all is well', (verb, options, expected) => {
    const done = aigaq(data, [verb, ...options.map((one) => one.replace('DATA', data))])
    expect(done.stdout).toMatch(expected)
    expect(done.stdout).not.toMatch(/✗|something else/)
    expect(done.status, done.stderr).toBe(0)
  })

  it('says under security that the last backup lies open, and of keys nothing, since none is set', async () => {
    const words = openWords('en')
    if (!words) throw new Error('no words')
    const terminal = openTerminal(words, true)
    const findings = await securityFindings({
      ...{ config: colleague.config, terminal, options: {}, arguments: [] },
    })
    const told = findings.filter(({ check }) => check.startsWith('security.backup'))
    expect(told.map(({ check, ok }) => [check, ok])).toEqual([
      ['security.backup-keys', true],
      ['security.backup-sealed', false],
      ['security.backup-abroad', true],
    ])
    expect(told[1]?.text).toContain('reads everything')
  })

  it.each([
    [['import', 'nowhere.txt'], 66, 'There is no file nowhere.txt'],
    [['import', examples('kz-2020-q1.md')], 0, 'already here'],
    [['import', examples('kz-cases-2011-2025.md'), '--as-of', '2999-01-01'], 65, 'lies in the future'],
    [['import', examples('kz-cases-2011-2025.md'), '--pack', 'zz'], 64, 'no country pack zz'],
    [['extract', examples('kz-2020-q1.md'), '--pack', 'zz'], 64, 'no country pack zz'],
    [['extract', examples('kz-2020-q1.md'), '--language', 'xx'], 65, 'The language xx'],
    [['decide'], 64, 'not understood'],
    [['decide', examples('README.md')], 65, 'cannot be read'],
    [['fly'], 64, 'unknown command'],
  ])('%j ends with exit code %i and a sentence', (args, status, sentence) => {
    const done = aigaq(data, args as string[])
    expect(`${done.stdout}${done.stderr}`).toContain(sentence)
    expect(done.status).toBe(status)
  })

  it('refuses 200 MB before reading them', () => {
    const big = join(data, 'big.txt')
    writeFileSync(big, 'x')
    truncateSync(big, 200_000_000)
    const done = aigaq(data, ['import', big])
    expect(done.stderr).toContain('larger than 20,000,000 bytes')
    expect(done.status).toBe(65)
  })

  it('takes one proposed draft as it stands, under a coder’s name', () => {
    const done = aigaq(data, [
      'decide',
      '--accept',
      'kz-2020-q1#3',
      '--id',
      'kz-2020-01-99-z',
      '--by',
      'lena',
      '--json',
    ])
    expect(done.status, done.stderr).toBe(0)
    expect(JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '')).toEqual({
      decided: 'kz-2020-01-99-z',
      new: true,
    })
  })

  it('stops its database when the last one leaves', async () => {
    await colleague.close()
    expect(aigaq(data, ['verify', '--json']).status).toBe(0)
    const status = aigaq(data, ['doctor', '--json'])
    expect(JSON.parse(status.stdout).every((one: { ok: boolean }) => one.ok)).toBe(true)
  })
})
