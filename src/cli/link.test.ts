/** The verb from its options to its files: what is printed, what is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openWords } from '../app/knowledge.ts'
import { readConfig } from '../config.ts'
import type { Words } from '../core/words.ts'
import { invented, inventedCsv } from '../link/fixture.ts'
import { linkVerb } from './link.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)
writeFileSync(at('people.csv'), inventedCsv(invented(300, 2)))
const opened = openWords('en')
if (!opened) throw new Error('locales/ cannot be read')
const words: Words = opened

async function run(options: Readonly<Record<string, string | boolean>>, file = at('people.csv')) {
  const [said, noted, data]: [string[], string[], unknown[]] = [[], [], []]
  const terminal = {
    words,
    say: (text: string) => said.push(text),
    note: (text: string) => noted.push(text),
    data: (value: unknown) => data.push(value),
    progress: () => ({ to: () => {}, end: () => {} }),
  }
  const given = {
    config: readConfig({}),
    terminal,
    options: { memory: '300MB', threads: '1', ...options },
    arguments: [file],
  }
  const exit = await linkVerb.run(given)
  return { exit, said: said.join('\n'), noted: noted.join('\n'), data: data[0] }
}
const files = { id: 'id', pairs: at('pairs.csv'), clusters: at('groups.csv') }

describe('link', () => {
  it('prints the model it drafted and writes pairs, groups and the page', async () => {
    const { exit, said, noted, data } = await run({ ...files, report: at('page.html'), progress: true })
    expect(exit).toBe(0)
    expect(said).toMatch(/^# given: given .*\ncomparisons:\n/s)
    expect(noted).toMatch(/Records: 300\..*Blocking found/s)
    expect(data).toMatchObject({ rows: 300, blocking: { by: 'all' } })
    expect(readFileSync(at('pairs.csv'), 'utf8')).toMatch(
      /^left,right,probability,weight_given,weight_surname,weight_born,weight_town,weight_phone,weight_of_group\n/,
    )
    expect(readFileSync(at('groups.csv'), 'utf8')).toMatch(/^id,cluster\nr1,r1\n/)
    expect(readFileSync(at('page.html'), 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('stops at the model when it is only suggested', async () => {
    const { said, data } = await run({ id: 'id', suggest: true })
    expect(said).toContain('blocking:')
    expect(data).toMatchObject({ model: expect.stringContaining('comparisons:') })
  })

  it.each([
    ['no id', { pairs: files.pairs, clusters: files.clusters }, 'usage'],
    ['nowhere to write', { id: 'id' }, 'usage'],
    ['both outputs in one file', { ...files, clusters: files.pairs }, 'usage'],
    ['an output over the table', { ...files, pairs: at('people.csv') }, 'usage'],
    ['a folder that is not there', { ...files, pairs: at('no/pairs.csv') }, 'input.not-found'],
    ['a model that is not there', { ...files, model: at('no.yaml') }, 'input.not-found'],
    ['half a thread', { ...files, threads: '0.5' }, 'usage'],
    ['memory without a unit', { ...files, memory: '5' }, 'usage'],
  ])('refuses %s', async (_, options, code) => {
    await expect(run(options)).rejects.toThrow(code)
  })
})
