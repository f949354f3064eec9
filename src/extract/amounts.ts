/** One sentence → terms (days, months, years) and sums of money it names, apart from what they are for. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { numberOf, numberSource } from './numbers.ts'
import { findAll } from './scan.ts'

export type Unit = 'days' | 'months' | 'years'
export type Term = {
  readonly span: Span
  readonly unit: Unit
  readonly low: number
  readonly high: number | null
  readonly each: boolean
}
export type Sum = { readonly span: Span; readonly amount: number; readonly currency: string }

type Patterns = { readonly term: RegExp; readonly sum: RegExp }
const cache = new WeakMap<Lexicon, Patterns>()

function patternsOf(lexicon: Lexicon): Patterns {
  const made = cache.get(lexicon)
  if (made) return made
  const N = `(?:\\d+(?:\\.\\d+)?|${numberSource(lexicon)}|\\ban?)`
  const currency = lexicon.currencies.map((one) => one.replaceAll(' ', '\\s+')).join('|')
  const patterns = {
    term: new RegExp(
      `(?<![\\d,])(${N})(?:\\s*(-|–|to|or|and)\\s*(${N}))?[\\s-]+(?:and\\s+a\\s+half\\s+)?(day|month|year)s?\\b`,
      'gi',
    ),
    sum: new RegExp(
      `(?:\\b(${currency})\\s?|[€$£]\\s?)?(\\d{1,3}(?:[, ]\\d{3})+|\\d+)(?:\\s?(${currency})\\b)?`,
      'g',
    ),
  }
  cache.set(lexicon, patterns)
  return patterns
}

const UNITS: Readonly<Record<string, Unit>> = { day: 'days', month: 'months', year: 'years' }

/** Terms in order; maxima that the law provides for and ages are none. */
export function termsIn(text: string, sentence: Span, lexicon: Lexicon): Term[] {
  return findAll(text, patternsOf(lexicon).term, sentence).flatMap(({ span, groups }): Term[] => {
    const [whole = '', first = '', sign = '', second, unit = ''] = groups
    const before = text.slice(Math.max(sentence.start, span.start - 26), span.start)
    const after = text.slice(span.end, span.end + 24)
    if (
      /(?:up to|maximum (?:of )?|carries|punishable by|provides for|nearly|aged?|for the past|after|last)\s*$/i.test(
        before,
      )
    )
      return []
    if (
      /^[\s-]*(?:old|ago|later|earlier)\b/i.test(after) ||
      (/^[\s-]*(?:after|before)\b/i.test(after) && !/\bfor\s*$/i.test(before))
    )
      return []
    const value = (written: string): number | null =>
      /^an?$/i.test(written) ? 1 : /^\d+\.\d+$/.test(written) ? Number(written) : numberOf(written, lexicon)
    const low = value(first)
    const high = second === undefined ? null : value(second)
    if (low === null) return []
    const half = /and\s+a\s+half/i.test(whole) ? 0.5 : 0
    return [
      {
        span,
        unit: UNITS[unit.toLowerCase()] ?? 'days',
        low: low + half,
        high,
        each: /and/i.test(sign) && /respectively/i.test(text.slice(span.end, sentence.end)),
      },
    ]
  })
}

/** Sums in order, without conversions: an amount in brackets after an amount is the same money. */
export function sumsIn(text: string, sentence: Span, lexicon: Lexicon): Sum[] {
  const found: Sum[] = []
  for (const { span, groups } of findAll(text, patternsOf(lexicon).sum, sentence)) {
    const [whole = '', before, digits = '', after] = groups
    const currency = after ?? before ?? (/[€$£]/.exec(whole)?.[0] || null)
    if (!currency) continue
    const last = found.at(-1)
    const between = last ? text.slice(last.span.end, span.start) : ''
    if (last && /^[^)]*\([^)]*$/.test(between) && between.length < 40) continue
    found.push({ span, amount: Number(digits.replaceAll(/[, ]/g, '')), currency })
  }
  return found
}
