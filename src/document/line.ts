/** A text → its lines, trimmed, each with its place in the text. */
export type Line = {
  /** Offsets of the trimmed words; equal for a blank line. */
  readonly start: number
  readonly end: number
  readonly words: string
  /** White space before the words. */
  readonly indent: number
  /** Length with all white space: a PDF text layer draws the rule above footnotes as a long line of blanks. */
  readonly drawn: number
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  for (const raw of text.split(/[\n\f]/)) {
    const words = raw.trim()
    const indent = words === '' ? 0 : raw.length - raw.trimStart().length
    lines.push({ start: at + indent, end: at + indent + words.length, words, indent, drawn: raw.length })
    at += raw.length + 1
  }
  return lines
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.words === ''

/** True when the words end as a sentence does. */
export const isClosed = (words: string): boolean => /[.!?…:;][»”’"')\]]*\d{0,3}$/.test(words.slice(-12))

export const startsLower = (words: string): boolean => /^[“"«‘(]?\p{Ll}/u.test(words)

/** Words without one small letter, at least two capitals: a heading as PDF layers give them. */
export const isCapitals = (words: string): boolean =>
  !/\p{Ll}/u.test(words) && /\p{Lu}[^\p{L}]*\p{Lu}/u.test(words)

/** A line that only prose has: a long one, one that closes a sentence, or one that goes on with it. */
export const isProse = ({ words }: Line): boolean =>
  words.length >= 120 ||
  (words.length >= 25 && /\s\S+\s/.test(words) && (isClosed(words) || startsLower(words)))
