/** What somebody wants to take away in, the name of that and what it holds out: everything, a country, a period, a filter, one incident. */
import type { Filter } from '../views.ts'

export type Extent =
  | { readonly kind: 'all' }
  | { readonly kind: 'country'; readonly country: string; readonly filter: Filter }
  | { readonly kind: 'period'; readonly country: string; readonly period: string; readonly filter: Filter }
  | { readonly kind: 'incident'; readonly id: string }

/** `kz-2020-q1`, for the names of files and data packages. */
export function extentName(extent: Extent): string {
  switch (extent.kind) {
    case 'all':
      return 'all'
    case 'country':
      return extent.country
    case 'period':
      return `${extent.country}-${extent.period}`
    case 'incident':
      return extent.id
  }
}

/** The folder of its files: `kz/2020-q1`. */
export function extentPath(extent: Extent): string {
  switch (extent.kind) {
    case 'all':
      return 'all'
    case 'country':
      return extent.country
    case 'period':
      return `${extent.country}/${extent.period}`
    case 'incident':
      return `i/${encodeURIComponent(extent.id)}`
  }
}

export const isFiltered = (extent: Extent): boolean =>
  'filter' in extent && Object.values(extent.filter).some((value) => value !== undefined && value !== '')
