/** A date as far as it is known: ISO bounds with a precision; an unknown bound is null, never guessed. */
export const PRECISIONS = ['day', 'month', 'year', 'unknown'] as const
export type Precision = (typeof PRECISIONS)[number]
export type PartialDate = {
  readonly from: string | null
  readonly to: string | null
  readonly precision: Precision
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0')
export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** True for a calendar day that exists, written YYYY-MM-DD. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export const day = (year: number, month: number, date: number): PartialDate => {
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(date)}`
  return { from: iso, to: iso, precision: 'day' }
}

export const month = (year: number, number: number): PartialDate => ({
  from: `${pad(year, 4)}-${pad(number)}-01`,
  to: `${pad(year, 4)}-${pad(number)}-${pad(daysInMonth(year, number))}`,
  precision: 'month',
})

export const year = (number: number): PartialDate => ({
  from: `${pad(number, 4)}-01-01`,
  to: `${pad(number, 4)}-12-31`,
  precision: 'year',
})

export const UNKNOWN_DATE: PartialDate = { from: null, to: null, precision: 'unknown' }

/** `18.03.2020`, as it is written here, is `2020-03-18`; anything else stays as it is. */
export const withIsoDays = (text: string): string =>
  text.replace(
    /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/g,
    (_, date: string, ofMonth: string, inYear: string) =>
      `${inYear}-${ofMonth.padStart(2, '0')}-${date.padStart(2, '0')}`,
  )

/** `2020`, `2020-03`, `2020-03-18`, `2020-03-18..2020-03-20` or `..2020-03-20` in; null for anything that is no date. */
export function parsePartialDate(text: string): PartialDate | null {
  const range = text.split('..')
  if (range.length === 2) {
    const [first, last] = [parsePartialDate(range[0] ?? ''), parsePartialDate(range[1] ?? '')]
    // One bound alone: the other stays open, and how exact the date is stays unknown.
    if (range[0] === '' && last) return { from: null, to: last.to, precision: 'unknown' }
    if (range[1] === '' && first) return { from: first.from, to: null, precision: 'unknown' }
    if (!first || !last || !first.from || !last.to || first.from > last.to) return null
    return { from: first.from, to: last.to, precision: first.precision }
  }
  if (isIsoDay(text)) return { from: text, to: text, precision: 'day' }
  const monthly = /^(\d{4})-(\d{2})$/.exec(text)
  if (monthly && Number(monthly[2]) >= 1 && Number(monthly[2]) <= 12)
    return month(Number(monthly[1]), Number(monthly[2]))
  return /^\d{4}$/.test(text) ? year(Number(text)) : null
}

/** Whole days after 1970-01-01 for an ISO day (proleptic Gregorian, UTC). */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000)

export const addDays = (iso: string, days: number): string =>
  new Date((dayNumber(iso) + days) * 86_400_000).toISOString().slice(0, 10)

/** Order for lists: first bound, then last; dates without any bound come last. */
export const compareDates = (a: PartialDate, b: PartialDate): number =>
  (a.from ?? a.to ?? '9999').localeCompare(b.from ?? b.to ?? '9999') ||
  (a.to ?? '9999').localeCompare(b.to ?? '9999')

/** True when the date may lie inside the period; a date without bounds lies in none. */
export const within = (date: PartialDate, from: string, to: string): boolean =>
  (date.from !== null || date.to !== null) &&
  (date.from ?? date.to ?? '') <= to &&
  (date.to ?? date.from ?? '') >= from

/** As decisions write it: the inverse of `parsePartialDate`; empty for a date without any bound. */
export const dateText = ({ from, to, precision }: PartialDate): string => {
  if (from === null && to === null) return ''
  if (from !== null && precision === 'month' && from.slice(0, 7) === to?.slice(0, 7)) return from.slice(0, 7)
  if (from !== null && precision === 'year' && from.slice(0, 4) === to?.slice(0, 4)) return from.slice(0, 4)
  return from === to ? (from ?? '') : `${from ?? ''}..${to ?? ''}`
}
