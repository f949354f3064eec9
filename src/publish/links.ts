/** A page in, its address out: the one place where public addresses are written. */
import type { Language } from '../core/language.ts'
import type { Filter, Site } from './views.ts'

/** A page by itself, apart from language and form. */
export type Page =
  | { readonly kind: 'world' }
  | { readonly kind: 'country'; readonly country: string }
  | { readonly kind: 'period'; readonly country: string; readonly period: string }
  | {
      readonly kind: 'incidents'
      readonly country: string
      readonly period: string
      readonly filter: Filter
      readonly page: number
    }
  | { readonly kind: 'update'; readonly country: string; readonly period: string }
  | { readonly kind: 'incident'; readonly id: string }
  | { readonly kind: 'law'; readonly country: string; readonly provision: string }
  | { readonly kind: 'method' }
  | { readonly kind: 'rules'; readonly family: string }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'data' }

function pathOf(page: Page): string {
  switch (page.kind) {
    case 'world':
      return ''
    case 'country':
      return page.country
    case 'period':
      return `${page.country}/${page.period}`
    case 'incidents':
      return `${page.country}/${page.period}/incidents`
    case 'update':
      return `${page.country}/${page.period}/update`
    case 'incident':
      return `i/${encodeURIComponent(page.id)}`
    case 'law':
      return `${page.country}/law/${encodeURIComponent(page.provision)}`
    case 'method':
      return 'method'
    case 'rules':
      return `rules/${page.family}`
    case 'rule':
      return `rule/${page.id}`
    case 'data':
      return 'data'
  }
}

/** Filters in one order, so that the same rows have one address. */
function queryOf(page: Page): string {
  if (page.kind !== 'incidents') return ''
  const query = Object.entries(page.filter)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  return [...query, ...(page.page > 1 ? [`page=${page.page}`] : [])].join('&')
}

/** Address for readers. */
export function href(site: Site, language: Language, page: Page): string {
  const query = queryOf(page)
  return `${site.base}/${language}/${pathOf(page)}${query === '' ? '' : `?${query}`}`
}

/** Address of the same as JSON; the world's is index.json. */
export function jsonHref(site: Site, language: Language, page: Page): string {
  const query = queryOf(page)
  return `${site.base}/${language}/${pathOf(page) || 'index'}.json${query === '' ? '' : `?${query}`}`
}

/** Address of a period's feed. */
export const feedHref = (site: Site, language: Language, country: string, period: string): string =>
  `${site.base}/${language}/${country}/${period}.atom`
