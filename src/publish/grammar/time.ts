/** A partial date in, the words with which a sentence begins out: on 22 February 2020; в феврале 2020 года; 2020 жылғы 22 ақпанда. */
import type { PartialDate } from '../../core/partial-date.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { type Fillings, said } from './slots.ts'

type Ymd = { readonly y: string; readonly m: number; readonly d: string }
const parts = (iso: string): Ymd => ({
  y: iso.slice(0, 4),
  m: Number(iso.slice(5, 7)),
  d: String(Number(iso.slice(8, 10))),
})
const lastOf = (iso: string): number =>
  new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).getUTCDate()

/** From the first day of a month to the last day of one. */
const isWholeMonths = (from: string, to: string): boolean =>
  from.endsWith('-01') && Number(to.slice(8, 10)) === lastOf(to)
const isWholeYears = (from: string, to: string): boolean => from.endsWith('-01-01') && to.endsWith('-12-31')

function spanKey(a: Ymd, b: Ymd, whole: 'years' | 'months' | 'days'): string {
  if (whole === 'years') return a.y === b.y ? 'when.year' : 'when.years'
  if (whole === 'months') {
    if (a.y !== b.y) return 'when.months-years'
    return a.m === b.m ? 'when.month' : 'when.months'
  }
  if (a.y !== b.y) return 'when.between'
  if (a.m !== b.m) return 'when.within'
  return a.d === b.d ? 'when.day' : 'when.days'
}

/** A day that is not known is never made up: months stay months. */
export function inTime({ from, to, precision }: PartialDate, tell: Tell): string {
  const bound = (key: string, iso: string): string => {
    const { y, m, d } = parts(iso)
    return said(tell, key, { y, d, month: { month: m } })
  }
  if (from === null) return to === null ? said(tell, 'when.unknown') : bound('when.until', to)
  if (to === null) return bound('when.since', from)
  const isDays = precision === 'day'
  const whole = isDays
    ? 'days'
    : isWholeYears(from, to)
      ? 'years'
      : isWholeMonths(from, to)
        ? 'months'
        : 'days'
  const [a, b] = [parts(from), parts(to)]
  const fillings: Fillings = {
    ...{ y: a.y, d: a.d, month: { month: a.m } },
    ...{ z: b.y, e: b.d, month2: { month: b.m } },
  }
  return said(tell, spanKey(a, b, whole), fillings)
}

/** Two dates of which nobody knows which holds stand beside each other. */
export function incidentTime(incident: IncidentBody, tell: Tell): string {
  const [first, second] = incident.fields.date.map(({ value }) => inTime(value, tell))
  if (first === undefined) return said(tell, 'when.unknown')
  return second === undefined ? first : said(tell, 'when.or', { a: first, b: uncapital(second) })
}

/** Within a sentence. */
export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
