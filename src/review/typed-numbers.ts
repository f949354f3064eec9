/** A number, an open or closed range, or a date as somebody typed it in, its bounds out; null when it is none. */
import { type PartialDate, parsePartialDate, UNKNOWN_DATE, withIsoDays } from '../core/partial-date.ts'
import { typedNumber } from '../core/typed-number.ts'

export type Range = { readonly min: number | null; readonly max: number | null }

/** `3`, `3..5`, `3–5`, `3..`, `..5`, `132 550`, `132,550`; nothing typed is an open range. */
export function typedRange(typed: string): Range | null {
  const text = typed.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '').trim()
  if (text === '') return { min: null, max: null }
  const bounds = /^(\d+(?:[.,]\d+)*)?(\.\.|…|[-–—])?(\d+(?:[.,]\d+)*)?$/.exec(
    text.replace(/\s*(\.\.|…|[-–—])\s*/g, '$1'),
  )
  if (!bounds) return null
  const [, first, dots, last] = bounds
  const number = (one: string | undefined): number | null => (one === undefined ? null : typedNumber(one))
  const [min, max] = [number(first), number(last)]
  if ((first !== undefined && min === null) || (last !== undefined && max === null)) return null
  if (dots === undefined) return min === null || last !== undefined ? null : { min, max: min }
  return (min === null && max === null) || (min !== null && max !== null && min > max) ? null : { min, max }
}

/** `2020-02-17`, `17.02.2020`, `2020-02`, `2020`, `a..b`; nothing typed is a date that nobody knows. */
export function typedDate(typed: string): PartialDate | null {
  const text = typed.trim().replace(/\s*(?:\.\.|–|—)\s*/g, '..')
  if (text === '') return UNKNOWN_DATE
  return parsePartialDate(withIsoDays(text))
}
