/** A written count (digits or words) → a whole number, and the pattern that finds one. */
import type { Lexicon } from '../core/reading.ts'

/** Words after the first: «two hundred and fifty thousand three hundred and twelve» has eight; a text of number words alone must not be tried at every length. */
const LONGEST = 9

/** Pattern source for one number: `12`, `1,200`, `10 000`, `twenty-five`, `two hundred`. */
export function numberSource(lexicon: Lexicon): string {
  const words = [...lexicon.numbers.keys()].sort((a, b) => b.length - a.length).join('|')
  return `(?:\\d{1,3}(?:[, ]\\d{3})+|\\d+|\\b(?:a\\s+(?=hundred|thousand|million))?(?:${words})(?:(?:(?<=hundred|thousand|million)\\s+and\\s+|[\\s-]+)(?:${words})){0,${LONGEST}}\\b)`
}

/** The value of what `numberSource` matched; null when it is no number. */
export function numberOf(written: string, lexicon: Lexicon): number | null {
  const plain = written.trim().toLowerCase()
  if (/^\d[\d, ]*$/.test(plain)) return Number(plain.replaceAll(/[, ]/g, ''))
  let total = 0
  let current = 0
  for (const word of plain.split(/[\s-]+/)) {
    if (word === 'and' || word === 'a') continue
    const value = lexicon.numbers.get(word)
    if (value === undefined) return null
    if (value === 100) current = Math.max(1, current) * 100
    else if (value >= 1000) {
      total += Math.max(1, current) * value
      current = 0
    } else current += value
  }
  return total + current
}
