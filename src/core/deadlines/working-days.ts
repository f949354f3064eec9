/** Days in, which of them are worked and when a term of so many ends out: by the holidays of a country, as dates without a clock. */
import { addDays, dayNumber, daysInMonth } from '../partial-date.ts'
import type { Holidays } from './deadline.ts'

/** 0 is Sunday. The first of January 1970 was a Thursday. */
const weekday = (iso: string): number => (((dayNumber(iso) + 4) % 7) + 7) % 7
export const isWeekend = (iso: string): boolean => weekday(iso) === 0 || weekday(iso) === 6

type Year = ReadonlySet<string>
const cache = new WeakMap<Holidays, Map<number, Year>>()

/** Every day of a year that is off by name, with those that make up for a weekend. */
export function holidaysOf(holidays: Holidays, year: number): Year {
  const known = cache.get(holidays) ?? new Map<number, Year>()
  cache.set(holidays, known)
  const made = known.get(year)
  if (made) return made
  const named = holidays.fixed
    .map((one) => ({ ...one, on: `${year}-${one.day}` }))
    .filter(({ on, from, to }) => (from ?? '') <= on && on <= (to ?? '9999'))
  const off = new Set([
    ...named.map((one) => one.on),
    ...holidays.moving.flatMap(({ day }) => (day.startsWith(`${year}-`) ? [day] : [])),
  ])
  for (const { on, carries } of named.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (!carries || !isWeekend(on)) continue
    let next = addDays(on, 1)
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1)
    off.add(next)
  }
  known.set(year, off)
  return off
}

/** A holiday of the last days of a year may be made up for in the next. */
export const isWorked = (iso: string, holidays: Holidays): boolean => {
  const year = Number(iso.slice(0, 4))
  return !isWeekend(iso) && !holidaysOf(holidays, year).has(iso) && !holidaysOf(holidays, year - 1).has(iso)
}

/** The day itself, or the next that is worked. */
export function nextWorked(iso: string, holidays: Holidays): string {
  let day = iso
  while (!isWorked(day, holidays)) day = addDays(day, 1)
  return day
}

/** `n` working days on: the day it starts from is not counted. */
export function addWorkingDays(iso: string, n: number, holidays: Holidays): string {
  let day = iso
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (isWorked(day, holidays)) left -= 1
  }
  return day
}

/** The same day of a later month, or its last: 31 August and six months are 28 or 29 February. */
export function addMonths(iso: string, n: number): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number)
  const all = year * 12 + month - 1 + n
  const [then, at] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1]
  const day = Math.min(date, daysInMonth(then, at))
  return `${String(then).padStart(4, '0')}-${String(at).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
