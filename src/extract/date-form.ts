/** One form a date can take in a language, and the word lists of months as patterns and readers. */
import { addDays, day, daysInMonth, month, type PartialDate } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'

export type DateContext = {
  readonly year: number | null
  /** Year of the date named last, whatever its precision. */
  readonly near: number | null
  readonly anchor: string | null
  readonly asOf: string | null
}
export type DateForm = {
  readonly id: string
  readonly reason: string
  readonly example: string
  readonly relative: boolean
  readonly pattern: RegExp
  readonly read: (match: RegExpMatchArray, context: DateContext) => PartialDate | null
}

export const absolute = (
  id: string,
  reason: string,
  example: string,
  source: string,
  read: DateForm['read'],
): DateForm => ({ id, reason, example, relative: false, pattern: new RegExp(source, 'g'), read })
export const relative = (
  id: string,
  reason: string,
  example: string,
  source: string,
  read: DateForm['read'],
): DateForm => ({ id, reason, example, relative: true, pattern: new RegExp(source, 'gi'), read })

const HALF_A_YEAR = 183

/** Nobody counts further from a day: a longer count is no date. */
export const MOST_YEARS = 100

/** So many days from an ISO day; null where there is none, or for a count that nobody means. */
export function daysFrom(iso: string | null, days: number): PartialDate | null {
  if (iso === null || Math.abs(days) > MOST_YEARS * 366) return null
  const on = addDays(iso, days)
  return { from: on, to: on, precision: 'day' }
}

/** The month that lies so many months from the month of an ISO day. */
export function monthsFrom(iso: string | null, months: number): PartialDate | null {
  if (iso === null || Math.abs(months) > MOST_YEARS * 12) return null
  const at = Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1 + months
  return month(Math.floor(at / 12), (at % 12) + 1)
}

/** What stands between the two ends of a stretch. */
export const TO = '\\s*(?:-|–|and|to|until|or)\\s*(?:the\\s+)?'

/** From the first day of one date to the last of another. */
export const stretch = (from: PartialDate | null, to: PartialDate | null): PartialDate | null =>
  from?.from && to?.to && from.from <= to.to
    ? { from: from.from, to: to.to, precision: from.precision }
    : null

type Word = string | undefined
export type DateKit = {
  readonly M: string
  readonly D: string
  readonly Y: string
  readonly onDay: (date: Word, name: Word, inYear: Word, context: DateContext) => PartialDate | null
  readonly inMonth: (name: Word, inYear: Word, context: DateContext) => PartialDate | null
  readonly notAfter: (name: Word, context: DateContext) => PartialDate | null
}

/** Pattern sources for month, day, year, and the functions that turn matched words into dates. */
export function dateKit(lexicon: Lexicon): DateKit {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  const names = [...lexicon.months.keys()].map(capital).sort((a, b) => b.length - a.length)
  const monthOf = (name: Word): number => lexicon.months.get((name ?? '').toLowerCase()) ?? 0
  const inMonth: DateKit['inMonth'] = (name, inYear, context) => {
    const y = inYear ? Number(inYear) : context.year
    return y && monthOf(name) ? month(y, monthOf(name)) : null
  }
  return {
    M: `(${names.join('|')})\\b\\.?`,
    D: '(\\d{1,2})(?:st|nd|rd|th)?',
    Y: '(?:,?\\s+((?:19|20)\\d{2})\\b)?',
    inMonth,
    onDay: (date, name, inYear, context) => {
      const [y, m, d] = [inYear ? Number(inYear) : context.year, monthOf(name), Number(date)]
      return y && m && d >= 1 && d <= daysInMonth(y, m) ? day(y, m, d) : null
    },
    // «In December», told in February, was the December before; «in January», told in December, the one after.
    notAfter: (name, context) => {
      const found = inMonth(name, undefined, context)
      if (!found?.from || context.anchor === null || !context.year) return found
      if (found.from > addDays(context.anchor, HALF_A_YEAR))
        return inMonth(name, String(context.year - 1), context)
      return found.from < addDays(context.anchor, -HALF_A_YEAR)
        ? inMonth(name, String(context.year + 1), context)
        : found
    },
  }
}
