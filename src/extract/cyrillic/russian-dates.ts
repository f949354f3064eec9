/** The word lists of Russian → every form a date takes in it. */
import { addDays, day, daysInMonth, month, type PartialDate, year } from '../../core/partial-date.ts'
import type { Lexicon } from '../../core/reading.ts'
import { type DateContext, type DateForm, dateKit, daysFrom, monthsFrom, stretch } from '../date-form.ts'
import { END, numberOf, numberSource, START } from './numbers.ts'

/** A form with its pattern compiled for letters of any script. */
export const form =
  (isRelative: boolean) =>
  (id: string, reason: string, example: string, source: string, read: DateForm['read']): DateForm => ({
    id,
    reason,
    example,
    relative: isRelative,
    pattern: new RegExp(source, 'giu'),
    read,
  })
const absolute = form(false)
const relative = form(true)

/** The last such weekday up to the day of publication. */
export function lastWeekday(context: DateContext, wanted: number | undefined): PartialDate | null {
  if (!context.asOf || wanted === undefined) return null
  const today = new Date(`${context.asOf}T00:00:00Z`).getUTCDay()
  return daysFrom(context.asOf, -((today - wanted + 7) % 7))
}

/** Monday to Sunday of the week before the day of publication. */
export function lastWeek({ asOf }: DateContext): PartialDate | null {
  if (!asOf) return null
  const since = (new Date(`${asOf}T00:00:00Z`).getUTCDay() + 6) % 7
  return { from: addDays(asOf, -since - 7), to: addDays(asOf, -since - 1), precision: 'day' }
}

export const numericForms = (prefix: string): readonly DateForm[] => [
  absolute(
    `${prefix}date-numeric@1`,
    'Day, month, year in digits.',
    '07.05.2031',
    '(?<![\\d.])(\\d{1,2})[./](\\d{1,2})[./]((?:19|20)\\d{2})(?!\\d)',
    (m) => {
      const [d, mo, y] = [Number(m[1]), Number(m[2]), Number(m[3])]
      return mo >= 1 && mo <= 12 && d >= 1 && d <= daysInMonth(y, mo) ? day(y, mo, d) : null
    },
  ),
]

export function russianDates(lexicon: Lexicon): readonly DateForm[] {
  const kit = dateKit(lexicon)
  const names = [...lexicon.months.keys()].sort((a, b) => b.length - a.length).join('|')
  const M = `(${names})(?!\\p{L})\\.?`
  const D = '(?<![\\d.,])(\\d{1,2})(?:-?го)?'
  const G = '(?:-го|-й)?(?:\\s*(?:года|году|год|гг?\\.?)(?!\\p{L}))?'
  const Y = `(?:,?\\s+((?:19|20)\\d{2})${G})?`
  const N = `(${numberSource(lexicon)})`
  const unit = '(дн\\p{L}+|день|недел\\p{L}+|сут\\p{L}+)'
  const count = (m: string | undefined, u: string | undefined): number | null => {
    const n = m ? numberOf(m, lexicon) : 1
    return n === null ? null : n * (/^недел/i.test(u ?? '') ? 7 : 1)
  }
  const shift = (c: DateContext, n: number | null, sign: number): PartialDate | null =>
    n === null ? null : daysFrom(c.anchor, sign * n)
  return [
    absolute(
      'ru-date-days@1',
      'Two days of one month are one stretch.',
      'с 3 по 5 марта 2031 года',
      `${D}\\s*(?:по|на|до|и|или|-|–)\\s*${D}\\s+${M}${Y}`,
      (m, c) => stretch(kit.onDay(m[1], m[3], m[4], c), kit.onDay(m[2], m[3], m[4], c)),
    ),
    absolute(
      'ru-date-night@1',
      'The night to a day began the day before.',
      'в ночь на 8 августа 2031 года',
      `${START}в\\s+ночь\\s+на\\s+${D}\\s+${M}${Y}`,
      (m, c) => {
        const last = kit.onDay(m[1], m[2], m[3], c)
        return last?.from ? { from: addDays(last.from, -1), to: last.to, precision: 'day' } : null
      },
    ),
    absolute(
      'ru-date-stretch@1',
      'A stretch over two months.',
      'с 28 апреля по 3 мая 2031 года',
      `${D}\\s+${M}${Y}\\s*(?:по|до|-|–)\\s*${D}\\s+${M}${Y}`,
      (m, c) => stretch(kit.onDay(m[1], m[2], m[3] ?? m[6], c), kit.onDay(m[4], m[5], m[6], c)),
    ),
    absolute(
      'ru-date-dmy@1',
      'Day before month, with or without a year.',
      '20 марта 2031 года',
      `${D}\\s+${M}${Y}`,
      (m, c) => kit.onDay(m[1], m[2], m[3], c),
    ),
    ...numericForms('ru-'),
    absolute(
      'ru-date-months@1',
      'A stretch over months.',
      'с января по март 2031 года',
      `(?:${START}с\\s+)?${START}${M}${Y}\\s*(?:по|-|–|и)\\s*${M}${Y}`,
      (m, c) => stretch(kit.inMonth(m[1], m[2] ?? m[4], c), kit.inMonth(m[3], m[4], c)),
    ),
    absolute(
      'ru-date-month@1',
      'A month, or part of one, is coded as the month.',
      'в конце мая 2031 года',
      `(?:${START}(?:начал|середин|конц)\\p{L}\\s+)?${START}${M},?\\s+((?:19|20)\\d{2})${G}`,
      (m, c) => kit.inMonth(m[1], m[2], c),
    ),
    absolute(
      'ru-date-bare-month@1',
      'A month without a year takes the year named before.',
      'в марте',
      `${START}(?:в|с|за|до|к|начал\\p{L}|середин\\p{L}|конц\\p{L})\\s+(?:начал\\p{L}\\s+|середин\\p{L}\\s+|конц\\p{L}\\s+)?${M}`,
      (m, c) => kit.notAfter(m[1], c),
    ),
    absolute(
      'ru-date-half@1',
      'Half a year or a quarter of it.',
      'за первое полугодие 2031 года',
      `${START}(перв|втор|трет|четв[её]рт)\\p{L}+\\s+(полугоди|квартал)\\p{L}*\\s+((?:19|20)\\d{2})${G}`,
      (m) => {
        const nth = ['перв', 'втор', 'трет'].indexOf((m[1] ?? '').toLowerCase())
        const at = nth < 0 ? 3 : nth
        const size = /^полугод/i.test(m[2] ?? '') ? 6 : 3
        if (at * size > 11) return null
        return stretch(month(Number(m[3]), at * size + 1), month(Number(m[3]), (at + 1) * size))
      },
    ),
    absolute(
      'ru-date-year@1',
      'A year after a word of time.',
      'в 2031 году',
      `${START}(?:в|с|за|до|к|начала|весной|летом|осенью|зимой|конце|начале|течение)\\s+((?:19|20)\\d{2})(?:-го)?(?:\\s*(?:года|году|год|г\\.?)(?!\\p{L}))`,
      (m) => year(Number(m[1])),
    ),
    relative(
      'ru-date-same@1',
      'The same day is the day named before.',
      'в тот же день',
      `${START}(?:(?:в\\s+)?(?:тот|этот)\\s+же\\s+(?:день|вечер)|(?:в\\s+)?(?:ту|эту)\\s+же\\s+ночь|того\\s+же\\s+дня|этим\\s+же\\s+вечером)${END}`,
      (_, c) => daysFrom(c.anchor, 0),
    ),
    relative(
      'ru-date-next@1',
      'The next day is one after the day named before.',
      'на следующий день',
      `${START}(?:на\\s+(?:следующий|другой)\\s+день|на\\s+следующее\\s+утро|наутро|назавтра|днём\\s+позже|через\\s+день|следующим\\s+утром)${END}`,
      (_, c) => daysFrom(c.anchor, 1),
    ),
    relative(
      'ru-date-before@1',
      'The day before is one earlier.',
      'накануне',
      `${START}(?:накануне|дн[её]м\\s+ранее|за\\s+день\\s+до\\s+этого)${END}(?!\\s+(?:выбор|праздник|референдум|Дня|\\p{Ll}*съезд))`,
      (_, c) => daysFrom(c.anchor, -1),
    ),
    relative(
      'ru-date-later@1',
      'Days counted on from the day named before.',
      'через три дня',
      `${START}(?:(?:через|спустя)\\s+(?:${N}\\s+)?${unit}|${N}\\s+${unit}\\s+спустя)${END}`,
      (m, c) => shift(c, count(m[1] ?? m[3], m[2] ?? m[4]), 1),
    ),
    relative(
      'ru-date-earlier@1',
      'Days counted back from the day named before.',
      'за два дня до этого',
      `${START}за\\s+(?:${N}\\s+)?${unit}\\s+до\\s+(?:этого|того)${END}`,
      (m, c) => shift(c, count(m[1], m[2]), -1),
    ),
    relative(
      'ru-date-same-month@1',
      'The same month is that of the date named before.',
      'в тот же месяц',
      `${START}в\\s+(?:тот|этот)\\s+же\\s+месяц${END}|${START}в\\s+том\\s+же\\s+месяце${END}`,
      (_, c) => monthsFrom(c.anchor, 0),
    ),
    relative(
      'ru-date-weekday@1',
      'A weekday is the last one up to the day of publication.',
      'в субботу',
      `${START}(?:во?|вечером\\s+в|утром\\s+в)\\s+(?:минувш\\p{L}+\\s+|прошл\\p{L}+\\s+)?(${[...lexicon.weekdays.keys()].join('|')})${END}(?!,?\\s+\\d)`,
      (m, c) => lastWeekday(c, lexicon.weekdays.get((m[1] ?? '').toLowerCase())),
    ),
    relative(
      'ru-date-ago@1',
      'Counted back from the day of publication.',
      'вчера',
      `${START}(?:(сегодня|вчера|позавчера)|${N}\\s+${unit}\\s+назад)${END}`,
      (m, c) => {
        const named = ['сегодня', 'вчера', 'позавчера'].indexOf((m[1] ?? '').toLowerCase())
        const n = named >= 0 ? named : count(m[2], m[3])
        return n === null ? null : daysFrom(c.asOf, -n)
      },
    ),
    relative(
      'ru-date-last-week@1',
      'Last week is the one before the day of publication.',
      'на прошлой неделе',
      `${START}на\\s+(?:прошлой|минувшей)\\s+неделе${END}`,
      (_, c) => lastWeek(c),
    ),
    relative(
      'ru-date-last-month@1',
      'Last month is the one before that of publication.',
      'в прошлом месяце',
      `${START}в\\s+(?:прошлом|минувшем)\\s+месяце${END}`,
      (_, c) => monthsFrom(c.asOf, -1),
    ),
  ]
}
