/** A partial date in, its words in one language out: a day, a range, a month, a bound, or plainly not known. */
import type { Language } from '../../core/language.ts'
import { type PartialDate, parsePartialDate } from '../../core/partial-date.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { fill, pattern } from './pattern.ts'

export const UNKNOWN_DATE: PartialDate = { from: null, to: null, precision: 'unknown' }

/** The first date shown, or the unknown one. */
export const dateOf = (incident: IncidentBody): PartialDate => incident.fields.date[0]?.value ?? UNKNOWN_DATE

/** British order: day before month, as in the sources. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru', kk: 'kk' }
export const localeOf = (language: Language): string => LOCALES[language]

const at = (iso: string): Date => new Date(`${iso}T00:00:00Z`)
const FORMS = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
  name: { month: 'long', timeZone: 'UTC' },
  short: { day: 'numeric', month: 'short', timeZone: 'UTC' },
  months: { month: 'short', timeZone: 'UTC' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
type Form = keyof typeof FORMS

/** Making a formatter costs more than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(language: Language, form: Form): Intl.DateTimeFormat {
  const key = `${language} ${form}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), FORMS[form])
  formatters.set(key, made)
  return made
}

const isYear = (from: string, to: string): boolean =>
  from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`

/** Thin and narrow spaces of Intl differ between versions of its data; a page must not. */
const plain = (text: string): string =>
  text.replace(/(\d)\s–\s(?=\d)/, '$1–').replace(/[\u2009\u202f]/g, '\u00a0')

/** One ISO day in words. */
export const dayIn = (iso: string, language: Language): string =>
  plain(formatter(language, 'day').format(at(iso)))

/** Months from one to another; Russian data repeats the year, which nobody writes. */
function monthsIn(from: string, to: string, language: Language): string {
  const whole = formatter(language, 'month')
  if (from.slice(0, 7) === to.slice(0, 7)) return plain(whole.format(at(from)))
  if (language !== 'ru' || from.slice(0, 4) !== to.slice(0, 4))
    return plain(whole.formatRange(at(from), at(to)))
  return plain(`${formatter(language, 'name').format(at(from))} – ${whole.format(at(to))}`)
}

/** From the first day of a period to its last: a year, or its months. */
export function periodIn(from: string, to: string, language: Language): string {
  if (isYear(from, to))
    return language === 'en' ? from.slice(0, 4) : plain(formatter(language, 'year').format(at(from)))
  return monthsIn(from, to, language)
}

/** The months of a quarter without their year, for a list whose head gives it. */
export const shortMonths = (from: string, to: string, language: Language): string =>
  plain(formatter(language, 'months').formatRange(at(from), at(to)))

/** A partial date in words; a bound that is not known is never guessed. */
export function whenIn(date: PartialDate, tell: Tell): string {
  const { from, to, precision } = date
  if (from !== null && to !== null) {
    if (precision === 'year' || (precision !== 'day' && isYear(from, to))) {
      const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
      return first === last ? periodIn(from, to, tell.language) : `${first}–${last}`
    }
    if (precision === 'month') return monthsIn(from, to, tell.language)
    const format = formatter(tell.language, 'day')
    return plain(from === to ? format.format(at(from)) : format.formatRange(at(from), at(to)))
  }
  if (to !== null) return fill(pattern(tell, 'date.until'), { date: dayIn(to, tell.language) })
  if (from !== null) return fill(pattern(tell, 'date.since'), { date: dayIn(from, tell.language) })
  return pattern(tell, 'date.unknown')
}

/** Every date shown, so that a disputed one is never told as if it were settled. */
export const whensIn = (incident: IncidentBody, tell: Tell): string =>
  incident.fields.date.length === 0
    ? pattern(tell, 'date.unknown')
    : incident.fields.date.map((shown) => whenIn(shown.value, tell)).join(' / ')

/** Day and month for a list whose head gives the year; anything less than a day is told in full. */
export function shortWhen(incident: IncidentBody, tell: Tell): string {
  const date = dateOf(incident)
  const isDay = incident.fields.date.length === 1 && date.from !== null && date.from === date.to
  return isDay && date.from !== null
    ? plain(formatter(tell.language, 'short').format(at(date.from)))
    : whensIn(incident, tell)
}

/** A date as sources.published writes it: a partial date when it is one, else as it stands. */
export function writtenIn(text: string, tell: Tell): string {
  const date = parsePartialDate(text)
  return date ? whenIn(date, tell) : text
}
