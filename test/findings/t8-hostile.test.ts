/** T8, by chance: a seeded sample of the files that bench/fuzz.ts makes ten thousand of. Each is read or refused with its reason; none is half-written. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { hostile } from '../hostile/documents.ts'
import { importEach } from '../hostile/import-each.ts'
import { take } from '../hostile/take.ts'

const SAMPLE = Array.from({ length: 80 }, (_, at) => 100_000 + at)

let imports: Awaited<ReturnType<typeof importEach>>
beforeAll(async () => {
  imports = await importEach()
})
afterAll(() => imports.close())

it('the same number is the same file', () => {
  for (const seed of SAMPLE.slice(0, 10)) expect(hostile(seed)).toEqual(hostile(seed))
})

it('every one of them ends in a Document that keeps its promises, or in a refusal', async () => {
  const ends = new Map<string, number>()
  for (const seed of SAMPLE) {
    const how = await take(hostile(seed)).catch((error: Error) => {
      throw new Error(`hostile file ${seed}: ${error.message}`, { cause: error })
    })
    ends.set(how, (ends.get(how) ?? 0) + 1)
  }
  // A sample that is refused whole, or at the first look, would test nothing behind it.
  expect(ends.get('read')).toBeGreaterThan(SAMPLE.length / 4)
  expect(ends.size).toBeGreaterThan(6)
})

it('an import is whole, or leaves nothing', async () => {
  // 4060: a NUL in the name of the file.
  for (const seed of [4060, ...SAMPLE.slice(0, 12)]) await imports.check(hostile(seed))
})
