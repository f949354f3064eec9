/** A public path in, the page and form it asks for out: the inverse of publish/links.ts. */
import { isLanguage, type Language } from '../../core/language.ts'
import { FACETS } from '../../core/measure.ts'
import type { Form, Page } from '../../publish/links.ts'
import type { Filter } from '../../publish/views.ts'
import { fileAsked, subjectAsked } from './open-address.ts'

export type Asked = { readonly language: Language; readonly page: Page; readonly form: Form }

const ID = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,100}$/

export function parseAddress(path: string, query: URLSearchParams): Asked | null {
  const file = fileAsked(path, rowsAsked(query).filter)
  if (file) return { language: 'en', page: file, form: 'html' }
  const form: Form = path.endsWith('.json') ? 'json' : path.endsWith('.atom') ? 'atom' : 'html'
  const bare = form === 'html' ? path : path.slice(0, -5)
  const parts = bare.split('/').slice(1).map(decode)
  const [language, ...rest] = parts
  if (!isLanguage(language) || parts.some((part) => part === null)) return null
  const page = pageOf(rest as string[], query, form)
  if (page === null || (form === 'atom' && page.kind !== 'period' && page.kind !== 'feed')) return null
  return { language, page, form }
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function pageOf(rest: readonly string[], query: URLSearchParams, form: Form): Page | null {
  const [first = '', second, third, ...more] = rest
  if (first === 'feeds' && second !== undefined) return form === 'html' ? null : subjectAsked(rest.slice(1))
  if (more.length > 0 || [second, third].some((part) => part !== undefined && !ID.test(part))) return null
  if (second === undefined) {
    if (first === '' && form === 'html') return { kind: 'world' }
    if (first === 'index' && form === 'json') return { kind: 'world' }
    if (first === 'method' || first === 'data' || first === 'feeds' || first === 'letters')
      return { kind: first }
    return /^[a-z]{2}$/.test(first) ? { kind: 'country', country: first } : null
  }
  if (first === 'rules') return third === undefined ? { kind: 'rules', family: second } : null
  if (first === 'rule') return third === undefined ? { kind: 'rule', id: second } : null
  if (first === 'i') return third === undefined ? { kind: 'incident', id: second } : null
  if (!/^[a-z]{2}$/.test(first)) return null
  if (second === 'law') return third === undefined ? null : { kind: 'law', country: first, provision: third }
  if (third === undefined) return { kind: 'period', country: first, period: second }
  if (third === 'update') return { kind: 'update', country: first, period: second }
  if (third === 'incidents') return { kind: 'incidents', country: first, period: second, ...rowsAsked(query) }
  return null
}

/** Only known facets are read; anything else in a query is ignored and never shown back. */
function rowsAsked(query: URLSearchParams): { filter: Filter; page: number } {
  const filter: Record<string, string> = {}
  for (const name of [...FACETS, 'from', 'to']) {
    const value = query.get(name)
    if (value !== null && /^[\w.,-]{1,400}$/.test(value)) filter[name] = value
  }
  const page = Number(query.get('page') ?? '1')
  return { filter, page: Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1 }
}
