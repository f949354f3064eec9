/** Signs that no typeface here can draw: the paper is set all the same, and tells them by number. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readDocument } from '../../document/read.ts'
import { missingIn, numbered } from './shown.ts'
import { canTypeset, typeset } from './typesetter.ts'

const leaf = (text: string, svg: string | null = null): object => ({
  ...{ title: text, language: 'kk', foot: text },
  leaves: [
    {
      ...{ label: text, heading: text },
      blocks: [
        { kind: 'para', text },
        { kind: 'small', text },
        { kind: 'points', items: [text, text] },
        ...(svg === null ? [] : [{ kind: 'figure', svg, height: '40mm', alt: text }]),
      ],
    },
  ],
})
const bytesOf = async (of: object): Promise<Uint8Array> => (await typeset(of, 'leaves')) ?? new Uint8Array()
const textOf = async (of: object): Promise<string> => {
  const read = await readDocument(await bytesOf(of), {
    name: 'a.pdf',
    language: 'kk',
    sha256: '0'.repeat(64),
  })
  return read.text.replaceAll(/\s+/g, ' ')
}

describe.runIf(await canTypeset())('a paper', () => {
  it.each([
    ['letters of three scripts', 'Әділ Adil عادل', 'Әділ Adil'],
    ['a Chinese name', 'the book 租三 of 2024', 'the book [U+79DF U+4E09] of 2024'],
    ['a picture among words', 'peace 🕊!', 'peace [U+1F54A]!'],
    ['a family of five signs', 'x👩‍👧y', 'x[U+1F469 U+200D U+1F467]y'],
    ['an accent of physics', 'a\u20d7b', '[U+0061 U+20D7]b'],
    ['what no screen shows', 'a\u0000b\u0001c', 'a[U+0000]b[U+0001]c'],
    ['half a sign', 'a\ud800b', 'a\ufffdb'],
    ['words that look like a number', 'a [U+0041] b', 'a [U+0041] b'],
  ])('with %s is set', async (_what, text, told) => {
    expect(await textOf(leaf(text))).toContain(told)
  })

  it('with such signs in a figure is set', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20"><text x="1" y="15">租 🕊 a</text></svg>`
    expect(await textOf(leaf('ordinary', svg))).toContain('ordinary')
  })

  it('with thousands of such signs asks a few times and no more', () => {
    const signs = Array.from({ length: 2_000 }, (_, n) => String.fromCodePoint(0x4e00 + n))
    const families = signs.map((one) => `${one}\u0301`)
    let asked = 0
    /** As it says it: at times a part of a sign alone. */
    const draws = (of: readonly string[]): string | null => {
      asked += 1
      const missing = of.filter((one) => /[\u4e00-\u9fff]/.test(one))
      return missing.length === 0
        ? null
        : missing.map((one) => `text \`\\"${one[0]}\\"\` could not`).join(', ')
    }
    const found = missingIn([...signs, ...families, 'a', 'ә'].join(' '), draws)
    expect(found).toEqual(new Set([...signs, ...families]))
    expect(asked).toBeLessThan(10)
  })

  it('of words that can be drawn is not altered by the others before it', async () => {
    const before = await bytesOf(leaf('Орал, 2 маусым'))
    await bytesOf(leaf('租'))
    expect(Buffer.from(await bytesOf(leaf('Орал, 2 маусым'))).equals(before)).toBe(true)
  })

  it('without a title is set', async () => {
    expect((await bytesOf({ ...leaf('a'), title: ' ' })).length).toBeGreaterThan(500)
  })

  it('of any words is set', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect((await bytesOf(leaf(text))).length).toBeGreaterThan(500)
      }),
      { numRuns: 60 },
    )
  })
})

test.each([
  ['', ''],
  ['ab', 'ab'],
  ['租', '[U+79DF]'],
  ['租三, 租', '[U+79DF U+4E09], [U+79DF]'],
  ['[租]', '[[U+79DF]]'],
])('%j is told as %j', (text, told) => {
  expect(numbered(text, new Set(['租', '三']))).toBe(told)
})
