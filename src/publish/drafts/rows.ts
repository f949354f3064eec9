/** What was counted in, one line that says it out, and back: `kz 2020-q1 act=fine`. */
import { FACETS } from '../../core/measure.ts'
import type { Filter } from '../views.ts'

const KEYS = [...FACETS, 'from', 'to'] as const
type Of = { readonly country: string; readonly period: string }

export const rowsId = ({ country, period }: Of, filter: Filter): string =>
  [
    country,
    period,
    ...KEYS.flatMap((key) => (filter[key] === undefined ? [] : [`${key}=${filter[key]}`])),
  ].join(' ')

export function rowsOf(id: string): Of & { readonly filter: Filter } {
  const [country = '', period = '', ...parts] = id.split(' ')
  const told = parts.flatMap((part) => {
    const [key, value = ''] = part.split('=')
    const known = KEYS.find((one) => one === key)
    return known ? [[known, value] as const] : []
  })
  return { country, period, filter: Object.fromEntries(told) }
}
