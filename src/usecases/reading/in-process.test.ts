/** A reader that dies, hangs or fails takes nothing with it; whoever waits is told why. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Document } from '../../core/document.ts'
import { inProcess } from './in-process.ts'
import type { Work } from './work.ts'

const BOUNDS = { seconds: 20, heapMb: 64, growth: 100_000_000 }
const WORK: Work = {
  kind: 'read',
  bytes: new TextEncoder().encode('Police held six people in Oral on 4 May 2026.\n'),
  given: { name: 'a.txt', language: 'en', sha256: '0'.repeat(64) },
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigaq-reader-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A reader that does this when it is asked. */
function readerThat(does: string): URL {
  const path = join(folder, `${does.length}.mjs`)
  writeFileSync(path, `process.once('message', async () => { ${does} })`)
  return pathToFileURL(path)
}

it('reads a document there', async () => {
  const { text, blocks } = await inProcess<Document>(WORK, BOUNDS)
  expect([text.trim(), blocks.length]).toEqual(['Police held six people in Oral on 4 May 2026.', 1])
})

it.each([
  ['is ended by the engine', 'process.abort()', 'input.unpacked'],
  ['leaves without a word', 'process.exit(0)', 'input.unpacked'],
  ['never answers', 'setInterval(() => {}, 1000)', 'input.slow'],
])('one that %s is told', async (_what, does, code) => {
  const asked = inProcess(
    WORK,
    { ...BOUNDS, seconds: code === 'input.slow' ? -1.5 : 20 },
    {},
    readerThat(does),
  )
  await expect(asked).rejects.toMatchObject({ code })
})

it('an error of our own is no fault of the file', async () => {
  const program = readerThat("process.send({ kind: 'broken', why: 'TypeError: x is not a function' })")
  await expect(inProcess(WORK, BOUNDS, {}, program)).rejects.toThrow('TypeError: x is not a function')
})

it('it knows no secret of the program', async () => {
  process.env.AIGAQ_TEST_SECRET = 'only here'
  const program = readerThat("process.send({ kind: 'done', result: Object.keys(process.env) })")
  const names = await inProcess<readonly string[]>(WORK, BOUNDS, {}, program)
  delete process.env.AIGAQ_TEST_SECRET
  expect(names.filter((name) => !name.startsWith('NODE_CHANNEL'))).toEqual([])
})

it('is given up at once', async () => {
  const giveUp = new AbortController()
  const asked = inProcess(WORK, BOUNDS, { signal: giveUp.signal }, readerThat('setInterval(() => {}, 999)'))
  setTimeout(() => giveUp.abort(), 100)
  await expect(asked).rejects.toMatchObject({ code: 'inbox.cancelled' })
})
