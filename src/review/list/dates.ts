/** The cells of a column of dates in, the orders they can be read in out; one cell and an order in, its day out. */
import { DATE_ORDERS, type DateOrder } from '../../core/list.ts'
import { addDays, day, daysInMonth, type PartialDate, parsePartialDate } from '../../core/partial-date.ts'

/** A year of two figures is one of this century: lists that people keep today are not older. */
const yearOf = (figures: string): number => Number(figures.length === 2 ? `20${figures}` : figures)

/** The hour beside a day is not the day. */
const withoutHour = (words: string): string => words.trim().replace(/[\sT]+\d{1,2}:\d{2}(:\d{2})?$/, '')

export function dateIn(words: string, order: DateOrder): PartialDate | null {
  const text = withoutHour(words)
  if (order === 'iso') return parsePartialDate(text)
  if (order === 'serial') {
    const days = Number(text)
    // Day 61 is 1 March 1900; the days before it are one off in every spreadsheet.
    if (!/^\d{4,6}$/.test(text) || days < 61) return null
    return parsePartialDate(addDays('1899-12-30', days))
  }
  const [, first = '', sign = '', second = '', third = ''] =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\.?(?:\s*(?:г|ж)\.?)?$/u.exec(text) ?? []
  // Nobody who writes the month first parts it from the day with a dot.
  if (third === '' || (order === 'mdy' && sign === '.')) return null
  const [date, month] = order === 'dmy' ? [Number(first), Number(second)] : [Number(second), Number(first)]
  const year = yearOf(third)
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
    ? day(year, month, date)
    : null
}

/** Several where nothing in the column decides: somebody must say, and nothing is guessed. */
export function ordersOf(cells: readonly string[]): readonly DateOrder[] {
  const given = cells.filter((one) => one.trim() !== '')
  const fit = DATE_ORDERS.map((order) => [order, given.filter((one) => dateIn(one, order)).length] as const)
  const most = Math.max(0, ...fit.map(([, n]) => n))
  return most === 0 ? [] : fit.filter(([, n]) => n === most).map(([order]) => order)
}
