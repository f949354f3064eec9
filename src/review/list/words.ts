/** Words of a cell or a heading in, the form they are compared in out: no case, no marks, figures kept. */

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
    .split(new RegExp(`\\s*,\\s*|\\s+(?:${and.join('|')}|&)\\s+`, 'iu'))
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** True where a word of the text begins with one of these; two letters are a whole word, for «ай» is a month and «айыппұл» a fine. */
export const hasStem = (folded: string, stems: readonly string[]): boolean =>
  stems.some((stem) =>
    new RegExp(`(?<!\\p{L})${escaped(stem)}${stem.length > 2 ? '' : '(?!\\p{L})'}`, 'u').test(folded),
  )

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
