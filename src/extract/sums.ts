/** One sentence → the sums of money it names, without the conversions that stand in brackets beside them. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { findAll } from './scan.ts'

/** `low` is the lower end of a range («between 700 and 900 lari»). */
export type Sum = {
  readonly span: Span
  readonly amount: number
  readonly low: number | null
  readonly currency: string
}

const cache = new WeakMap<Lexicon, RegExp>()

function patternOf(lexicon: Lexicon): RegExp {
  const made = cache.get(lexicon)
  if (made) return made
  const currency = lexicon.currencies.map((one) => one.replaceAll(' ', '\\s+')).join('|')
  const pattern = new RegExp(
    `(?:\\b(${currency})\\s?|[€$£₺₽₾₸]\\s?)?(\\d{1,3}(?:[, ]\\d{3})+|\\d{1,3}(?:\\.\\d{3}){2,}|\\d+(?:\\.\\d{1,2}(?!\\d))?)(?:\\s?(thousand|million|billion|mln)\\b)?(?:\\s?(?:\\p{Lu}\\p{Ll}+\\s)?(${currency})\\b)?`,
    'gu',
  )
  cache.set(lexicon, pattern)
  return pattern
}

/** Sums in order, without conversions: an amount in brackets after an amount is the same money. */
export function sumsIn(text: string, sentence: Span, lexicon: Lexicon): Sum[] {
  const found: Sum[] = []
  for (const { span, groups } of findAll(text, patternOf(lexicon), sentence)) {
    const [whole = '', before, digits = '', scale = '', after] = groups
    const currency = after ?? before ?? (/[€$£₺₽₾₸]/.exec(whole)?.[0] || null)
    if (!currency) continue
    const last = found.at(-1)
    const between = last ? text.slice(last.span.end, span.start) : ''
    if (last && /^[^)]*\([^)]*$/.test(between) && between.length < 40) continue
    const lower = LOWER.exec(text.slice(Math.max(sentence.start, span.start - 30), span.start))
    const low = lower ? amountOf(lower[1] ?? '', scale) : null
    // «From GEL 500 to GEL 2,000» is one sum with two ends.
    if (low !== null && last?.amount === low && span.start - last.span.end < 8) found.pop()
    found.push({ span, amount: amountOf(digits, scale), low, currency })
  }
  return found
}

const LOWER = /\b(?:between|from)\s+(?:\p{Lu}{3}\s)?(\d[\d,. ]*?)\s*(?:and|to|-|–)\s*$/u

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1_000,
  million: 1_000_000,
  mln: 1_000_000,
  billion: 1_000_000_000,
}

/** `5.4` and `million` make 5,400,000; a stop between threes of digits divides nothing. */
function amountOf(digits: string, scale: string): number {
  const plain = digits.replaceAll(/[, ]/g, '')
  const number = Number(/\.\d{3}(?:\.|$)/.test(plain) ? plain.replaceAll('.', '') : plain)
  return Math.round(number * (SCALES[scale] ?? 1) * 100) / 100
}
