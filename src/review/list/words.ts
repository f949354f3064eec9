/** Words of a cell or a heading in, the form they are compared in out: no case, no marks, figures kept. */
import { keptFor } from '../kept-for.ts'

export const foldWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[«»“”"'`’ʼ:]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Parts that somebody set apart by semicolons, lines or numbers in brackets. */
export const partsOf = (words: string): readonly string[] =>
  words
    .split(/[;\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Two names in one cell: parted by commas or a word for *and*. */
export const listedIn = (words: string, and: readonly string[]): readonly string[] =>
  words
    .split(parting(and))
    .map((one) => one.trim())
    .filter((one) => one !== '')
const parting = keptFor(
  (and: readonly string[]) => new RegExp(`\\s*,\\s*|\\s+(?:${and.map(escaped).join('|')}|&)\\s+`, 'iu'),
)

/** True where a word of the text begins with one of these; two letters are a whole word, for «ай» is a month and «айыппұл» a fine. */
export const hasStem = (folded: string, stems: readonly string[]): boolean => begins(stems).test(folded)
const begins = keptFor(
  (stems: readonly string[]) =>
    new RegExp(
      `(?<!\\p{L})(?:${stems.map((one) => `${escaped(one)}${one.length > 2 ? '' : '(?!\\p{L})'}`).join('|')})`,
      'u',
    ),
)

export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
