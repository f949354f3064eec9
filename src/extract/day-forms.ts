/** The word lists of a language → the forms of a day or a stretch of days. */
import { day, daysInMonth } from '../core/partial-date.ts'
import { absolute, type DateForm, type DateKit, daysFrom, stretch, TO } from './date-form.ts'

/** In order of preference where two match the same words. */
export const dayForms = (kit: DateKit): readonly DateForm[] => [
  absolute(
    'date-days@1',
    'Two days of one month are one stretch.',
    'on 7th-8th February 2031',
    `${kit.D}${TO}${kit.D}\\s*(?:of\\s+)?${kit.M}${kit.Y}`,
    (m, c) => stretch(kit.onDay(m[1], m[3], m[4], c), kit.onDay(m[2], m[3], m[4], c)),
  ),
  absolute(
    'date-stretch@1',
    'A stretch over two months.',
    '28 April to 3 May 2031',
    `${kit.D}\\s*${kit.M}${kit.Y}${TO}${kit.D}\\s*${kit.M}${kit.Y}`,
    (m, c) => stretch(kit.onDay(m[1], m[2], m[3] ?? m[6], c), kit.onDay(m[4], m[5], m[6], c)),
  ),
  absolute(
    'date-day-after@1',
    'A day told by the one before or after it.',
    'the day after the 3 May 2031 rally',
    `\\b[Tt]he (?:day|night|morning) (after|before) (?:the\\s+)?${kit.D}\\s*(?:of\\s+)?${kit.M}${kit.Y}`,
    (m, c) => daysFrom(kit.onDay(m[2], m[3], m[4], c)?.from ?? null, m[1] === 'after' ? 1 : -1),
  ),
  absolute(
    'date-dmy@1',
    'Day before month, ordinal or not, even glued.',
    'on 26thJanuary 2031',
    `(?<!\\d)${kit.D}\\s*(?:of\\s+)?${kit.M}${kit.Y}`,
    (m, c) => kit.onDay(m[1], m[2], m[3], c),
  ),
  absolute(
    'date-mdy-days@1',
    'Month first, two days.',
    'May 7-9, 2031',
    `${kit.M}\\s+${kit.D}${TO}${kit.D}(?!\\d|:)${kit.Y}`,
    (m, c) => stretch(kit.onDay(m[2], m[1], m[4], c), kit.onDay(m[3], m[1], m[4], c)),
  ),
  absolute(
    'date-mdy@1',
    'Month before day.',
    'on May 7, 2031',
    `${kit.M}\\s+${kit.D}(?!\\d|:|\\s*(?:people|percent|%))${kit.Y}`,
    (m, c) => kit.onDay(m[2], m[1], m[3], c),
  ),
  absolute(
    'date-numeric@1',
    'Day, month, year in digits.',
    '07.05.2031',
    '(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[./]((?:19|20)\\d{2})(?!\\d)',
    (m) => {
      const [d, mo, y] = [Number(m[1]), Number(m[2]), Number(m[3])]
      return mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo) ? day(y, mo, d) : null
    },
  ),
  absolute('date-iso@1', 'ISO order.', '2031-05-07', '\\b((?:19|20)\\d{2})-(\\d{2})-(\\d{2})\\b', (m) =>
    Number(m[2]) >= 1 && Number(m[2]) <= 12 ? day(Number(m[1]), Number(m[2]), Number(m[3])) : null,
  ),
]
