/** The lines of a page → which of them are footnotes, as PDF text layers leave them at the foot of the page. */
import { isBlank, type Line, startsLower } from './line.ts'

const NUMBERED = /^(?:\d{1,3}|\*{1,3})\s+[\p{Lu}\p{L}“«"‘'(]/u
/** Signs that only a note has, rule or no rule. */
const SIGNED = /^(?:[¹²³⁰-⁹]{1,3}|\[\d{1,3}\])\s*\p{L}/u
const ADDRESS = /^(?:https?:\/\/|www\.)?\S{25,}(?:\s+\(.*)?$/u

/** A rule above footnotes: a line of blanks or of underscores, with a numbered note within the next lines. */
function isRule(lines: readonly Line[], at: number): boolean {
  const line = lines[at]
  if (line === undefined) return false
  const drawn = (line.words === '' && line.drawn >= 20) || /^[_—-]{5,}$/.test(line.words)
  return drawn && lines.slice(at + 1, at + 12).some((one) => NUMBERED.test(one.words))
}

/** True for the first line of a note. */
export const startsNote = (words: string): boolean => NUMBERED.test(words) || SIGNED.test(words)

/** Indexes of the lines that belong to footnotes. Page text begins again after a blank line, or where a line is set in by one. */
export function footnoteLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  let state: 'page' | 'rule' | 'note' | 'signed' = 'page'
  lines.forEach((line, at) => {
    if (isRule(lines, at)) {
      state = 'rule'
      return
    }
    if (line.words === '') return
    const afterBlank = isBlank(lines[at - 1])
    // « 4. HEADING» set in by one below a note is the next page; so is a new paragraph that is neither note nor address.
    if (
      state === 'note' &&
      (line.indent === 1 || (afterBlank && !NUMBERED.test(line.words) && !ADDRESS.test(line.words)))
    )
      state = 'page'
    if (state === 'signed' && (afterBlank || !startsLower(line.words))) state = 'page'
    if (state === 'page' && SIGNED.test(line.words)) state = 'signed'
    if (state === 'rule') state = 'note'
    if (state !== 'page') found.add(at)
  })
  return found
}
