/** A record counts in code points and leaves out what is only inferred. */
import { expect, test } from 'vitest'
import { pack, recordsOf } from './fixture.ts'

test('offsets are code points, not UTF-16 units', () => {
  const [record] = recordsOf('😀 Note.\nOn 3 May 2031 Asan Usenov was detained.')
  expect(record?.start).toBe(8)
  expect(record?.end).toBe(8 + 'On 3 May 2031 Asan Usenov was detained.'.length)
})

test('a law that only a wording of the pack suggests is no law of the record', () => {
  const wording = [...pack.provisions.values()]
    .flatMap((one) => one.wordings)
    .find((one) => /false information/.test(one))
  expect(wording).toBeDefined()
  const [record] = recordsOf(`On 3 May 2031 Asan Usenov was detained for ${wording}.`)
  expect(record?.laws).toEqual([])
})
