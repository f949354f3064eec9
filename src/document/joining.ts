/** Two lines that follow each other → whether they are one sentence broken over lines. */
import { isBlank, isCapitals, isClosed, type Line, startsLower } from './line.ts'

/** `width` is where a text broken as pages are breaks its lines; null for a text with one paragraph a line. */
export type Setting = { readonly width: number | null }

/** How a text is set, seen from the lines that plainly go on in the next one. */
export function settingOf(lines: readonly Line[]): Setting {
  let pairs = 0
  const broken: number[] = []
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (line.words.length < 30 || next === undefined || isBlank(next)) return
    pairs += 1
    if (!isClosed(line.words) && startsLower(next.words)) broken.push(line.words.length)
  })
  const width = broken.toSorted((a, b) => a - b)[Math.floor(broken.length / 2)]
  // A third of all line ends inside sentences: nobody writes so by hand.
  return { width: width === undefined || broken.length * 3 < pairs || width > 200 ? null : width }
}

/** True when `next` goes on with what `line` says; `blanks` lines lie between them. */
export function goesOn(line: Line, next: Line, blanks: number, setting: Setting): boolean {
  const { width } = setting
  if (blanks > 1 || (blanks === 1 && width === null)) return false
  if (isCapitals(line.words) !== isCapitals(next.words)) return false
  if (startsLower(next.words) && !isClosed(line.words)) return true
  if (blanks > 0 || width === null) return false
  if (isCapitals(line.words)) return true
  if (next.indent > line.indent && line.indent === 0) return false
  return line.words.length >= width * (isClosed(line.words) ? 0.85 : 0.65)
}
