/** The word lists of Kazakh → every form a date takes in it: the year first or last, the month with its ending. */
import { month, type PartialDate, year } from '../../core/partial-date.ts'
import type { Lexicon } from '../../core/reading.ts'
import { type DateContext, type DateForm, dateKit, daysFrom, monthsFrom, stretch } from '../date-form.ts'
import { END, numberOf, numberSource, START } from './numbers.ts'
import { form, lastWeek, lastWeekday, numericForms } from './russian-dates.ts'

const absolute = form(false)
const relative = form(true)

export function kazakhDates(lexicon: Lexicon): readonly DateForm[] {
  const kit = dateKit(lexicon)
  const names = [...lexicon.months.keys()].sort((a, b) => b.length - a.length).join('|')
  const M = `${START}(${names})\\p{Ll}*`
  const D = '(?<![\\d.,])(\\d{1,2})(?:-?(?:ші|шы|нші|ншы|інші|ыншы))?'
  const Y = '((?:19|20)\\d{2})\\s*(?:жыл\\p{Ll}*|ж\\.)'
  const N = `(${numberSource(lexicon)})`
  const unit = '(күн|апта|тәулік)\\p{Ll}*'
  const shift = (
    c: DateContext,
    n: string | undefined,
    u: string | undefined,
    sign: number,
  ): PartialDate | null => {
    const count = numberOf(n ?? '', lexicon)
    return count === null ? null : daysFrom(c.anchor, sign * count * (u === 'апта' ? 7 : 1))
  }
  return [
    absolute(
      'kk-date-days@1',
      'Two days of one month are one stretch.',
      '2031 жылғы 3-5 наурызда',
      `(?:${Y}\\s+)?${D}\\s*(?:-|–|мен|пен)\\s*${D}\\s+${M}(?:\\s+${Y})?`,
      (m, c) => stretch(kit.onDay(m[2], m[4], m[1] ?? m[5], c), kit.onDay(m[3], m[4], m[1] ?? m[5], c)),
    ),
    absolute(
      'kk-date-ydm@1',
      'The year before the day and the month.',
      '2031 жылғы 3 мамырда',
      `${Y}\\s+${D}\\s+${M}(?:\\s+күні)?`,
      (m, c) => kit.onDay(m[2], m[3], m[1], c),
    ),
    absolute(
      'kk-date-dmy@1',
      'The day before the month, with or without a year after it.',
      '3 мамыр 2031 жылы',
      `${D}\\s+${M}(?:,?\\s+${Y})?(?:\\s+күні)?`,
      (m, c) => kit.onDay(m[1], m[2], m[3], c),
    ),
    ...numericForms('kk-'),
    absolute(
      'kk-date-month@1',
      'A month of a year.',
      '2031 жылдың шілде айында',
      `${Y}\\s+${M}(?:\\s+ай\\p{Ll}*)?`,
      (m, c) => kit.inMonth(m[2], m[1], c),
    ),
    absolute(
      'kk-date-bare-month@1',
      'A month without a year takes the year named before.',
      'наурыз айында',
      `${START}(${names})(?:\\s+ай\\p{Ll}*|(?:да|де|та|те)${END})`,
      (m, c) => kit.notAfter(m[1], c),
    ),
    absolute(
      'kk-date-half@1',
      'Half a year.',
      '2031 жылдың бірінші жартысында',
      `${Y}\\s+(бірінші|екінші|алғашқы)\\s+(?:жартыс|жартыжылд)\\p{Ll}*`,
      (m) =>
        /^екінші/i.test(m[2] ?? '')
          ? stretch(month(Number(m[1]), 7), month(Number(m[1]), 12))
          : stretch(month(Number(m[1]), 1), month(Number(m[1]), 6)),
    ),
    absolute('kk-date-year@1', 'A year.', '2031 жылы', `${START}${Y}`, (m) => year(Number(m[1]))),
    relative(
      'kk-date-same@1',
      'The same day is the day named before.',
      'сол күні',
      `${START}(?:дәл\\s+)?(?:сол|осы)\\s+күні${END}`,
      (_, c) => daysFrom(c.anchor, 0),
    ),
    relative(
      'kk-date-next@1',
      'The next day is one after the day named before.',
      'ертесі күні',
      `${START}(?:ертесі(?:не)?(?:\\s+күні)?|келесі\\s+күні|ертеңінде)${END}`,
      (_, c) => daysFrom(c.anchor, 1),
    ),
    relative(
      'kk-date-before@1',
      'The day before is one earlier.',
      'алдыңғы күні',
      `${START}(?:алдыңғы|өткен)\\s+күні${END}`,
      (_, c) => daysFrom(c.anchor, -1),
    ),
    relative(
      'kk-date-later@1',
      'Days counted on from the day named before.',
      'үш күннен кейін',
      `${START}${N}\\s+${unit}\\s+(?:кейін|соң|өткен\\s+соң)${END}`,
      (m, c) => shift(c, m[1], m[2], 1),
    ),
    relative(
      'kk-date-earlier@1',
      'Days counted back from the day named before.',
      'екі күн бұрын',
      `${START}${N}\\s+${unit}\\s+бұрын${END}`,
      (m, c) => shift(c, m[1], m[2], -1),
    ),
    relative(
      'kk-date-weekday@1',
      'A weekday is the last one up to the day of publication.',
      'сенбі күні',
      `${START}(${[...lexicon.weekdays.keys()].join('|')})\\s+күн\\p{Ll}*`,
      (m, c) => lastWeekday(c, lexicon.weekdays.get((m[1] ?? '').toLowerCase())),
    ),
    relative(
      'kk-date-ago@1',
      'Counted back from the day of publication.',
      'кеше',
      `${START}(бүгін|кеше)${END}`,
      (m, c) => daysFrom(c.asOf, /^кеше/i.test(m[1] ?? '') ? -1 : 0),
    ),
    relative(
      'kk-date-last-week@1',
      'Last week is the one before the day of publication.',
      'өткен аптада',
      `${START}өткен\\s+аптада${END}`,
      (_, c) => lastWeek(c),
    ),
    relative(
      'kk-date-last-month@1',
      'Last month is the one before that of publication.',
      'өткен айда',
      `${START}өткен\\s+айда${END}`,
      (_, c) => monthsFrom(c.asOf, -1),
    ),
  ]
}
