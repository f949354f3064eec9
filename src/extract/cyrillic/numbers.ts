/** Numbers as a language with endings writes them, in digits or words: the pattern that finds one, and its value. */
import type { Lexicon } from '../../core/reading.ts'

export const START = '(?<![\\p{L}\\d])'
export const END = '(?![\\p{L}\\d])'

const cache = new WeakMap<Lexicon, string>()

/** Words after the first: a text of number words alone must not be tried at every length. */
const LONGEST = 9
/** More than anybody counts. */
const MOST = 1e15

const isScale = (value: number): boolean => value >= 1000

/** Pattern source without groups; number words stand in the lexicon in every form they take. */
export function numberSource(lexicon: Lexicon): string {
  const made = cache.get(lexicon)
  if (made) return made
  const listed = (some: readonly string[]): string => some.toSorted((a, b) => b.length - a.length).join('|')
  const words = listed([...lexicon.numbers.keys()])
  const scales = listed([...lexicon.numbers].flatMap(([word, value]) => (isScale(value) ? [word] : [])))
  const digits = '(?:\\d{1,3}(?: \\d{3})+(?:,\\d+)?(?!\\d)|\\d+(?:,\\d+)?)'
  const scale = `\\s*(?:${scales})(?!\\p{L})\\.?`
  // `1 млн 200 тыс.`, `2 тысячи 500`.
  const more = `\\s+(?:\\d{1,3}${scale}|\\d{3}(?![\\d,]| \\d))`
  const source = `(?:${digits}(?:${scale}(?:${more}){0,2})?|${START}(?:${words})${END}(?:\\s+(?:${words})${END}){0,${LONGEST}})`
  cache.set(lexicon, source)
  return source
}

/** «Тысячи человек», «десятки тысяч»: a scale that no number stands before says some of them, and not how many. */
export const isLoose = (written: string, lexicon: Lexicon): boolean =>
  lexicon.loose.has(written.trim().toLowerCase())

/** `2,5` is a fraction; words add up, and a thousand or a million multiplies what stands before it. Null also for `132,550`, where nobody knows what the comma is. */
export function numberOf(written: string, lexicon: Lexicon): number | null {
  const plain = written.trim().toLowerCase()
  if (/^[\d ]+,\d{3}$/.test(plain)) return null
  let total = 0
  let current: number | null = null
  for (const [part] of plain.matchAll(/\d+(?: \d{3})*(?:,\d+)?|\p{L}+/gu)) {
    const value = /^\d/.test(part)
      ? Number(part.replaceAll(' ', '').replace(',', '.'))
      : lexicon.numbers.get(part)
    if (value === undefined) return null
    if (isScale(value) && !/^\d/.test(part)) {
      total += (current ?? 1) * value
      current = null
    } else current = (current ?? 0) + value
  }
  const sum = total + (current ?? 0)
  return plain === '' || sum > MOST ? null : sum
}
