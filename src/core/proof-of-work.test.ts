import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  answerOf,
  bitsFor,
  hasZeroBits,
  readAnswer,
  readChallenge,
  textOfChallenge,
} from './proof-of-work.ts'
import { nextTurn } from './slow-down.ts'

describe('a challenge', () => {
  const challenge = { form: 'letters', until: 1_764_175_600_000, bits: 10, chance: 'a'.repeat(32) }
  const signed = `${textOfChallenge(challenge)}.${'b'.repeat(43)}`

  it('is read as it was written, with what was signed apart from the signature', () => {
    expect(readChallenge(signed)).toEqual({
      challenge,
      text: textOfChallenge(challenge),
      signature: 'b'.repeat(43),
    })
  })

  it.each([
    '',
    signed.slice(1 + 'letters'.length),
    signed.slice(0, -1),
    `${signed}c`,
    signed.replace('letters', 'LETTERS'),
    signed.replace('letters', 'a'.repeat(21)),
    signed.replace('.10.', '.1000.'),
    signed.replace('.10.', '.-1.'),
    ` ${signed}`,
    `${signed}\n`,
  ])('is not %j', (text) => {
    expect(readChallenge(text)).toBeNull()
  })

  it('comes back with its number', () => {
    expect(readAnswer(answerOf(signed, 812))).toEqual({ signed, number: '812' })
    for (const text of [
      '',
      signed.slice(0, 60),
      `${signed}.`,
      `${signed}.-1`,
      `${signed}.1e9`,
      `x.${'9'.repeat(11)}`,
    ])
      expect(readAnswer(text)).toBeNull()
  })
})

describe('zero bits', () => {
  test.each<[readonly number[], number, boolean]>([
    [[255], 0, true],
    [[127], 1, true],
    [[128], 1, false],
    [[0, 255], 8, true],
    [[0, 128], 9, false],
    [[0, 63], 10, true],
    [[0, 64], 10, false],
    [[1, 0], 8, false],
    [[], 1, false],
  ])('%j begins with %d: %s', (bytes, bits, holds) => {
    expect(hasZeroBits(Uint8Array.from(bytes), bits)).toBe(holds)
  })

  it('are the zeros that the number begins with', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 3, maxLength: 3 }), fc.nat(16), (bytes, bits) => {
        const written = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
        expect(hasZeroBits(bytes, bits)).toBe(written.startsWith('0'.repeat(bits)))
      }),
    )
  })
})

test.each<[number, number, number]>([
  [10, 0, 10],
  [10, 30, 10],
  [10, 31, 11],
  [10, 60, 11],
  [10, 121, 13],
  [10, 1_000_000, 14],
  [0, 1_000_000, 0],
])('%d bits when it is quiet are asked of the next after %d in a minute as %d', (bits, lately, asked) => {
  expect(bitsFor({ bits, perMinute: 30 }, lately)).toBe(asked)
})

test('whoever brings no work waits three seconds alone, five after another, and comes back later when eight wait', () => {
  const turns: (number | null)[] = []
  let last = 0
  for (let n = 0; n < 10; n += 1) {
    const turn = nextTurn(last, 1_000_000)
    turns.push(turn === null ? null : turn - 1_000_000)
    last = turn ?? last
  }
  expect(turns).toEqual([3_000, 8_000, 13_000, 18_000, 23_000, 28_000, 33_000, 38_000, null, null])
  expect(nextTurn(last, 1_000_000 + 38_000)).toBe(1_000_000 + 43_000)
})
