/** The word lists of a language → the forms a date can take, each a pattern with the function that reads it. */
import { addDays, day, daysInMonth, month, type PartialDate, year } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'
import { numberOf } from './numbers.ts'

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

const span = (from: PartialDate | null, to: PartialDate | null): PartialDate | null =>
  from?.from && to?.to && from.from <= to.to
    ? { from: from.from, to: to.to, precision: from.precision }
    : null

/** Forms in order of preference where two match the same words. */
export function dateForms(lexicon: Lexicon): readonly DateForm[] {
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  const M = `(${[...lexicon.months.keys()]
    .map(capital)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\b\\.?`
  const D = '(\\d{1,2})(?:st|nd|rd|th)?'
  const Y = '(?:,?\\s+((?:19|20)\\d{2})\\b)?'
  const monthOf = (name: string | undefined): number => lexicon.months.get((name ?? '').toLowerCase()) ?? 0
  const onDay = (
    date: string | undefined,
    name: string | undefined,
    inYear: string | undefined,
    context: DateContext,
  ) => {
    const [y, m, d] = [inYear ? Number(inYear) : context.year, monthOf(name), Number(date)]
    return y && m && d >= 1 && d <= daysInMonth(y, m) ? day(y, m, d) : null
  }
  const inMonth = (name: string | undefined, inYear: string | undefined, context: DateContext) => {
    const y = inYear ? Number(inYear) : context.year
    return y && monthOf(name) ? month(y, monthOf(name)) : null
  }
  // «In December», told in February, was the December before.
  const notAfter = (name: string | undefined, context: DateContext) => {
    const found = inMonth(name, undefined, context)
    const late = found?.from && context.anchor !== null && found.from > context.anchor
    return late && context.year ? inMonth(name, String(context.year - 1), context) : found
  }
  const shift = (context: DateContext, days: number): PartialDate | null => {
    if (!context.anchor) return null
    const iso = addDays(context.anchor, days)
    return { from: iso, to: iso, precision: 'day' }
  }
  const TO = '\\s*(?:-|–|and|to|until|or)\\s*(?:the\\s+)?'
  const form = (
    id: string,
    reason: string,
    example: string,
    source: string,
    read: DateForm['read'],
    relative = false,
  ): DateForm => ({ id, reason, example, relative, pattern: new RegExp(source, relative ? 'gi' : 'g'), read }) // prettier-ignore
  return [
    form(
      'date-days@1',
      'Two days of one month are one stretch.',
      'on 7th-8th February 2031',
      `${D}${TO}${D}\\s*(?:of\\s+)?${M}${Y}`,
      (m, c) => span(onDay(m[1], m[3], m[4], c), onDay(m[2], m[3], m[4], c)),
    ),
    form(
      'date-stretch@1',
      'A stretch over two months.',
      '28 April to 3 May 2031',
      `${D}\\s*${M}${Y}${TO}${D}\\s*${M}${Y}`,
      (m, c) => span(onDay(m[1], m[2], m[3] ?? m[6], c), onDay(m[4], m[5], m[6], c)),
    ),
    form(
      'date-dmy@1',
      'Day before month, ordinal or not, even glued.',
      'on 26thJanuary 2031',
      `(?<!\\d)${D}\\s*(?:of\\s+)?${M}${Y}`,
      (m, c) => onDay(m[1], m[2], m[3], c),
    ),
    form(
      'date-mdy-days@1',
      'Month first, two days.',
      'May 7-9, 2031',
      `${M}\\s+${D}${TO}${D}(?!\\d|:)${Y}`,
      (m, c) => span(onDay(m[2], m[1], m[4], c), onDay(m[3], m[1], m[4], c)),
    ),
    form(
      'date-mdy@1',
      'Month before day.',
      'on May 7, 2031',
      `${M}\\s+${D}(?!\\d|:|\\s*(?:people|percent|%))${Y}`,
      (m, c) => onDay(m[2], m[1], m[3], c),
    ),
    form(
      'date-numeric@1',
      'Day, month, year in digits.',
      '07.05.2031',
      '(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[./]((?:19|20)\\d{2})(?!\\d)',
      (m) => {
        const [d, mo, y] = [Number(m[1]), Number(m[2]), Number(m[3])]
        return mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo) ? day(y, mo, d) : null
      },
    ),
    form('date-iso@1', 'ISO order.', '2031-05-07', '\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b', (m) =>
      Number(m[2]) >= 1 && Number(m[2]) <= 12 ? day(Number(m[1]), Number(m[2]), Number(m[3])) : null,
    ),
    form(
      'date-months@1',
      'A stretch over two months without days.',
      'from January to March 2031',
      `(?:(?:early|late|mid)[\\s-]+)?${M}${Y}${TO}(?:(?:early|late|mid)[\\s-]+)?${M}${Y}`,
      (m, c) => span(inMonth(m[1], m[2] ?? m[4], c), inMonth(m[3], m[4], c)),
    ),
    form(
      'date-month@1',
      'A month, or part of one, is coded as the month.',
      'in late May 2031',
      `(?:\\b(?:early|late|mid(?:\\s+to\\s+late)?|(?:the\\s+)?(?:end|beginning|start|middle) of)[\\s-]+)?${M},?\\s+(?:of\\s+)?((?:19|20)\\d{2})\\b`,
      (m, c) => inMonth(m[1], m[2], c),
    ),
    form(
      'date-bare-month@1',
      'A month without a year takes the year named before.',
      'in early March',
      `\\b(?:[Ii]n|[Dd]uring|[Ss]ince|[Bb]y|[Ll]ast|[Tt]his|[Ee]nd of|[Bb]eginning of)\\s+(?:early\\s+|late\\s+|mid-?\\s*)?${M}(?!\\s+\\d)`,
      (m, c) => notAfter(m[1], c),
    ),
    form(
      'date-year-part@1',
      'Late and early in a year are its last and first quarter.',
      'in late 2031',
      '\\b(late|end of|early|(?:beginning|start) of)[\\s-]+((?:19|20)\\d{2})\\b',
      (m) =>
        /late|end/.test(m[1] ?? '')
          ? span(month(Number(m[2]), 10), month(Number(m[2]), 12))
          : span(month(Number(m[2]), 1), month(Number(m[2]), 3)),
    ),
    form(
      'date-year@1',
      'A year after a word of time.',
      'since 2031',
      '\\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Oo]f|[Ff]rom|[Uu]ntil|[Bb]y|[Ee]arly|[Tt]hroughout|[Yy]ear)\\s+((?:19|20)\\d{2})\\b(?!\\s*(?:people|cases|activists|protesters))',
      (m) => year(Number(m[1])),
    ),
    form(
      'date-same@1',
      'The same day is the day named before.',
      'the same day',
      '\\b(?:(?:the|that|on the) same (?:day|evening|night|morning|afternoon)|(?:on|later) that (?:same )?(?:day|evening|night))\\b',
      (_, c) => shift(c, 0),
      true,
    ),
    form(
      'date-next@1',
      'The next day is one after the day named before.',
      'the next day',
      '\\b(?:the (?:next|following) (?:day|morning)|a day later|one day later)\\b',
      (_, c) => shift(c, 1),
      true,
    ),
    form(
      'date-before@1',
      'The day before is one earlier.',
      'the day before',
      '\\b(?:the day before|the previous day|a day earlier|the night before|one day earlier)\\b',
      (_, c) => shift(c, -1),
      true,
    ),
    form(
      'date-offset@1',
      'Days counted from the day named before.',
      'three days later',
      '\\b([a-z]+|\\d+) (days?|weeks?) (later|earlier)\\b',
      (m, c) => {
        const n = numberOf(m[1] ?? '', lexicon)
        return n === null
          ? null
          : shift(c, n * (/week/i.test(m[2] ?? '') ? 7 : 1) * (/later/i.test(m[3] ?? '') ? 1 : -1))
      },
      true,
    ),
    form(
      'date-years-later@1',
      'Years counted from the year named before.',
      'two years later',
      '\\b([a-z]+|\\d+) years? (later|earlier)\\b',
      (m, c) => {
        const n = numberOf(m[1] ?? '', lexicon)
        return n === null || !c.near ? null : year(c.near + (/later/i.test(m[2] ?? '') ? n : -n))
      },
      true,
    ),
    form(
      'date-weekday@1',
      'A weekday is the last one before the day of publication.',
      'on Tuesday',
      `\\bon (${[...lexicon.weekdays.keys()].join('|')})\\b(?!,?\\s+(?:\\d|(?:the )?\\d|[A-Z][a-z]+ \\d))`,
      (m, c) => {
        const wanted = lexicon.weekdays.get((m[1] ?? '').toLowerCase())
        if (!c.asOf || wanted === undefined) return null
        const back = (new Date(`${c.asOf}T00:00:00Z`).getUTCDay() - wanted + 7) % 7
        const iso = addDays(c.asOf, -back)
        return { from: iso, to: iso, precision: 'day' }
      },
      true,
    ),
  ] // prettier-ignore
}
