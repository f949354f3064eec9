/** Tier 5: a number with its unit, method, doubt and the rows it opens to. */
export const UNITS = ['incidents', 'persons', 'penalties', 'days', 'money'] as const
export type Unit = (typeof UNITS)[number]

export const FACETS = ['act', 'law', 'region', 'freedom', 'month', 'penalty', 'kind'] as const
export type Facet = (typeof FACETS)[number]

export type Slice = { readonly facet: Facet; readonly value: string }
export type Period = { readonly id: string; readonly from: string; readonly to: string }

/** `certain` is what every source allows; `claimed` the most any source says, null = open upwards. Never 0 for unknown: then there is no measure. */
export type Measure = {
  readonly method: string
  readonly unit: Unit
  readonly period: string
  readonly slice: Slice | null
  readonly certain: number
  readonly claimed: number | null
  readonly rows: readonly string[]
}

/** The one method whose numbers allow for records that are held back; see src/measure/with-withheld.ts. */
export const WITH_WITHHELD = 'count.incidents-with-withheld@1'

/** `2020-q1` or `2020` in, its days out; null for anything else. */
export function periodOf(id: string): Period | null {
  const quarter = /^(\d{4})-q([1-4])$/.exec(id)
  if (quarter) {
    const first = (Number(quarter[2]) - 1) * 3 + 1
    const last = ['03-31', '06-30', '09-30', '12-31'][Number(quarter[2]) - 1] ?? '12-31'
    return { id, from: `${quarter[1]}-${String(first).padStart(2, '0')}-01`, to: `${quarter[1]}-${last}` }
  }
  return /^\d{4}$/.test(id) ? { id, from: `${id}-01-01`, to: `${id}-12-31` } : null
}

/** The quarter an ISO day lies in. */
export const quarterOf = (iso: string): string =>
  `${iso.slice(0, 4)}-q${Math.ceil(Number(iso.slice(5, 7)) / 3)}`
