/** Numbers as a language with endings writes them, in digits or words: the pattern that finds one, and its value. */
import type { Lexicon } from '../../core/reading.ts'

export const START = '(?<![\\p{L}\\d])'
export const END = '(?![\\p{L}\\d])'

const cache = new WeakMap<Lexicon, string>()

/** Pattern source without groups; number words stand in the lexicon in every form they take. */
export function numberSource(lexicon: Lexicon): string {
  const made = cache.get(lexicon)
  if (made) return made
  const words = [...lexicon.numbers.keys()].sort((a, b) => b.length - a.length).join('|')
  const source = `(?:\\d{1,3}(?: \\d{3})+(?!\\d)|\\d+(?:,\\d+)?|${START}(?:${words})${END}(?:\\s+(?:${words})${END})*)`
  cache.set(lexicon, source)
  return source
}

/** `2,5` is a fraction; words add up, and a hundred or a thousand multiplies what stands before it. */
export function numberOf(written: string, lexicon: Lexicon): number | null {
  const plain = written.trim().toLowerCase()
  if (/^\d[\d ]*$/.test(plain)) return Number(plain.replaceAll(' ', ''))
  if (/^\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'))
  let total = 0
  let current = 0
  for (const word of plain.split(/\s+/)) {
    const value = lexicon.numbers.get(word)
    if (value === undefined) return null
    if (value >= 1000) {
      total += Math.max(1, current) * value
      current = 0
    } else current += value
  }
  return total + current
}
