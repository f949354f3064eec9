import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PassagePart } from '../public-record.ts'
import { letterOf, passageParts, sentenceAround } from './passage.ts'

const TEXT = 'On 7 May police detained Asan Usenov in Almaty. He was fined.'
const spanOf = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const written = (parts: readonly PassagePart[]): string =>
  parts
    .map((part) =>
      part.kind === 'withheld'
        ? '▒'
        : part.kind === 'words'
          ? part.text
          : `[${part.text}|${part.marks.join('')}]`,
    )
    .join('')

describe('a passage cut for reading', () => {
  it('marks words with the letters of the values that end there', () => {
    const marks = [
      { letter: 'a', span: spanOf('7 May') },
      { letter: 'b', span: spanOf('police detained') },
      { letter: 'c', span: spanOf('detained') },
    ]
    expect(written(passageParts(TEXT, [{ start: 0, end: 47 }], marks, []))).toBe(
      'On [7 May|a] [police |][detained|bc] Asan Usenov in Almaty.',
    )
  })

  it('shows one slip of one width for a name, whatever its length and however many marks touch it', () => {
    const marks = [
      { letter: 'a', span: spanOf('Asan Usenov') },
      { letter: 'b', span: spanOf('Usenov in Almaty') },
    ]
    const parts = passageParts(TEXT, [{ start: 0, end: 47 }], marks, [spanOf('Asan Usenov')])
    expect(written(parts)).toBe('On 7 May police detained ▒[ in Almaty|b].')
    expect(JSON.stringify(parts)).not.toContain('Usenov')
  })

  it('never lets a held-back span through, wherever marks and fragments fall', () => {
    const span = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))
    const secret = 'XXXXXX'
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.array(span, { maxLength: 6 }),
        fc.array(span, { minLength: 1, maxLength: 3 }),
        (at, marks, fragments) => {
          const text = `${'.'.repeat(at)}${secret}${'.'.repeat(60 - at)}`
          const parts = passageParts(
            text,
            fragments,
            marks.map((one) => ({ letter: 'a', span: one })),
            [{ start: at, end: at + secret.length }],
          )
          return !JSON.stringify(parts).includes('X')
        },
      ),
    )
  })

  it('names its letters a … z, aa, ab', () =>
    expect([0, 25, 26, 27, 52].map(letterOf)).toEqual(['a', 'z', 'aa', 'ab', 'ba']))

  it('finds the sentence around words that govern a passage', () => {
    const text = 'Nothing here. On 7 May, at No. 4 Abai Street, a rally was held! Then rain.'
    const at = { start: text.indexOf('7 May'), end: text.indexOf('7 May') + 5 }
    const around = sentenceAround(text, at)
    expect(text.slice(around.start, around.end)).toBe('On 7 May, at No. 4 Abai Street, a rally was held!')
  })
})
