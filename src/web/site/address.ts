/** A public path in, the page and form it asks for out: the inverse of publish/links.ts. */
import { isLanguage, type Language } from '../../core/language.ts'
import { FACETS } from '../../core/measure.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import { NARROWS, type Narrowing } from '../../core/public-search.ts'
import { CARD_FILES } from '../../core/teach/card-files.ts'
import { CAMPAIGN_FILES } from '../../publish/campaign/files.ts'
import { type Form, isCarded, type Page } from '../../publish/links.ts'
import { CITE_FORMATS } from '../../publish/manuscript/cite-files.ts'
import { PAPERS } from '../../publish/manuscript/manuscript.ts'
import { DEMAND_FILTERS, type DemandFilter } from '../../publish/recommendation/filter.ts'
import { SHEETS } from '../../publish/sheet/sheet.ts'
import type { Filter } from '../../publish/views.ts'
import { fileAsked, subjectAsked } from './open-address.ts'

export type Asked = { readonly language: Language; readonly page: Page; readonly form: Form }

/** How everything that has a page of its own is named. */
export const ID = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,100}$/

const FORMS = ['json', 'atom', 'png', 'svg'] as const satisfies readonly Form[]

export function parseAddress(path: string, query: URLSearchParams): Asked | null {
  const file = fileAsked(path, rowsAsked(query).filter, query.get('file'))
  if (file) return { language: 'en', page: file, form: 'html' }
  const form = FORMS.find((one) => path.endsWith(`.${one}`)) ?? 'html'
  const bare = form === 'html' ? path : path.slice(0, -1 - form.length)
  const parts = bare.split('/').slice(1).map(decode)
  const [language, ...rest] = parts
  if (!isLanguage(language) || parts.some((part) => part === null)) return null
  const page = pageOf(rest as string[], query, form)
  if (page === null || (form === 'atom' && page.kind !== 'period' && page.kind !== 'feed')) return null
  if (form === 'png' && !isCarded(page)) return null
  // A file has its own ending, and no other form.
  if (page.kind === 'sheet') return { language, page, form: 'html' }
  if (form === 'svg' && page.kind !== 'embed') return null
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
  if (first === 'card') return cardAsked(rest.slice(1), form)
  if (first === 'kit') return kitAsked(rest.slice(1), form)
  if (first === 'feeds' && second !== undefined) return form === 'html' ? null : subjectAsked(rest.slice(1))
  if (more.length > 0 || [second, third].some((part) => part !== undefined && !ID.test(part))) return null
  if (second === undefined) {
    if (first === '' && form === 'html') return { kind: 'world' }
    if (first === 'index' && (form === 'json' || form === 'png')) return { kind: 'world' }
    if (first === 'tactics' && form !== 'atom') return { kind: 'tactics' }
    if (
      first === 'method' ||
      first === 'data' ||
      first === 'feeds' ||
      first === 'letters' ||
      first === 'glossary'
    )
      return { kind: first }
    if (first === 'search') return { kind: 'search', country: null, ...soughtIn(query) }
    return /^[a-z]{2}$/.test(first) ? { kind: 'country', country: first } : null
  }
  if (first === 'embed')
    return third !== undefined && /^[a-z]{2}$/.test(second)
      ? { kind: 'embed', country: second, period: third }
      : null
  if (first === 'rules') return third === undefined ? { kind: 'rules', family: second } : null
  if (first === 'rule') return third === undefined ? { kind: 'rule', id: second } : null
  if (first === 'publication')
    return third === undefined ? publicationAsked(second, form) : citationAsked(second, third, form)
  if (first === 'campaign') return campaignAsked(second, third, form)
  if (first === 'i') return third === undefined ? { kind: 'incident', id: second } : null
  if (first === 'p') return third === undefined ? { kind: 'person', id: second } : null
  if (first === 'tactic') return third === undefined ? { kind: 'tactic', id: second } : null
  if (first === 'recommendation') return third === undefined ? { kind: 'recommendation', id: second } : null
  if (!/^[a-z]{2}$/.test(first)) return null
  if (second === 'search')
    return third === undefined ? { kind: 'search', country: first, ...soughtIn(query) } : null
  if (second === 'profiles') return third === undefined ? { kind: 'profiles', country: first } : null
  if (second === 'calendar') return third === undefined ? { kind: 'calendar', country: first } : null
  if (second === 'calendar.ics')
    return third === undefined && form === 'html' ? { kind: 'calendar-file', country: first } : null
  if (second === 'recommendations')
    return third === undefined
      ? { kind: 'recommendations', country: first, asked: demandsAsked(query), page: pageAsked(query) }
      : null
  if (second === 'bills') return third === undefined ? { kind: 'bills', country: first } : null
  if (second === 'eyes') return third === undefined ? { kind: 'eyes', country: first } : null
  if (second === 'kits') return third === undefined ? { kind: 'kits', country: first } : null
  if (second === 'cards') return third === undefined ? { kind: 'law-cards', country: first } : null
  if (second === 'law' || second === 'place' || second === 'body' || second === 'bill')
    return third === undefined ? null : thingAsked(first, second, third, query)
  if (third === undefined && second === 'new')
    return { kind: 'new', country: first, since: dayAsked(query), page: pageAsked(query) }
  if (third === undefined && second === 'corrections')
    return { kind: 'corrections', country: first, page: pageAsked(query) }
  if (third === undefined && second === 'publications') return { kind: 'publications', country: first }
  if (third === undefined && second === 'campaigns') return { kind: 'campaigns', country: first }
  if (third === undefined && second === 'rating') return { kind: 'rating', country: first }
  if (third === undefined) return { kind: 'period', country: first, period: second }
  const paper = PAPERS.find((one) => third === `update.${one}`)
  if (paper) return form === 'html' ? { kind: 'paper', country: first, period: second, paper } : null
  const file = SHEETS.find((one) => one === (form === 'svg' ? `${third}.svg` : third))
  if (file)
    return form === 'html' || form === 'svg' ? { kind: 'sheet', country: first, period: second, file } : null
  if (third === 'update') return { kind: 'update', country: first, period: second }
  if (third === 'incidents') return { kind: 'incidents', country: first, period: second, ...rowsAsked(query) }
  return null
}

/** A file has its own ending, and no other form. */
/** `kz/satire`, `kz/satire/learner`, and the papers of either. */
function kitAsked([country = '', id = '', ...more]: readonly string[], form: Form): Page | null {
  if (!/^[a-z]{2}$/.test(country) || !ID.test(id)) return null
  const [reader, rest] =
    more[0] === 'learner' ? (['learner', more.slice(1)] as const) : (['facilitator', more] as const)
  if (rest.length === 0) return { kind: 'kit', country, id, reader }
  const paper = PAPERS.find((one) => rest[0] === `kit.${one}`)
  return paper && rest.length === 1 && form === 'html'
    ? { kind: 'kit-paper', country, id, reader, paper }
    : null
}

function cardAsked([country = '', id = '', part, ...more]: readonly string[], form: Form): Page | null {
  if (!/^[a-z]{2}$/.test(country) || !ID.test(id) || more.length > 0) return null
  if (part === undefined) return { kind: 'law-card', country, id }
  if (part === 'easy') return { kind: 'easy-card', country, id }
  const file = CARD_FILES.find((one) => one === part)
  return file && form === 'html' ? { kind: 'law-card-file', country, id, file } : null
}

function publicationAsked(name: string, form: Form): Page | null {
  const paper = PAPERS.find((one) => name.endsWith(`.${one}`))
  if (!paper) return { kind: 'publication', id: name }
  return form === 'html' ? { kind: 'publication-paper', id: name.slice(0, -1 - paper.length), paper } : null
}

function campaignAsked(id: string, part: string | undefined, form: Form): Page | null {
  if (part === undefined) return { kind: 'campaign', id }
  if (part === 'card') return { kind: 'campaign-card', id }
  const file = CAMPAIGN_FILES.find((one) => one === part)
  if (file) return form === 'html' ? { kind: 'campaign-file', id, file } : null
  const [, to, pdf] = /^letter-(.+?)(\.pdf)?$/.exec(part) ?? []
  if (to === undefined) return null
  if (pdf === undefined) return { kind: 'campaign-letter', id, to }
  return form === 'html' ? { kind: 'campaign-letter', id, to, isPdf: true } : null
}

function citationAsked(id: string, name: string, form: Form): Page | null {
  const format = CITE_FORMATS.find((one) => name === `cite.${one}`)
  return format && form === 'html' ? { kind: 'publication-cite', id, format } : null
}

function thingAsked(
  country: string,
  kind: 'law' | 'place' | 'body' | 'bill',
  id: string,
  query: URLSearchParams,
): Page {
  if (kind === 'bill') return { kind, country, id }
  const page = pageAsked(query)
  return kind === 'law' ? { kind, country, provision: id, page } : { kind, country, id, page }
}

function pageAsked(query: URLSearchParams): number {
  const page = Number(query.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1
}

/** Only known facets are read; anything else in a query is ignored and never shown back. */
function rowsAsked(query: URLSearchParams): { filter: Filter; page: number } {
  const filter: Record<string, string> = {}
  for (const name of [...FACETS, 'from', 'to']) {
    const value = query.get(name)
    if (value !== null && PLAIN.test(value)) filter[name] = value
  }
  return { filter, page: pageAsked(query) }
}

/** As `rowsAsked`, of the register of recommendations. */
function demandsAsked(query: URLSearchParams): DemandFilter {
  return Object.fromEntries(
    DEMAND_FILTERS.flatMap((name) => {
      const value = query.get(name)
      return value !== null && PLAIN.test(value) ? [[name, value]] : []
    }),
  )
}

const PLAIN = /^[\w.,-]{1,400}$/

/** More letters than this are no question that somebody typed. */
const LONGEST_WORDS = 200

/** A form sends each box that is ticked by itself; an address holds them joined. */
function soughtIn(query: URLSearchParams): { words: string; narrowing: Narrowing; page: number } {
  const words = (query.get('q') ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  const narrowing = NARROWS.flatMap((name) => {
    const values = [...new Set(query.getAll(name).flatMap((one) => one.split(',')))]
    const value = values
      .filter((one) => one !== '')
      .sort()
      .join(',')
    return PLAIN.test(value) ? [[name, value]] : []
  })
  return {
    words: [...words].slice(0, LONGEST_WORDS).join('').trim(),
    narrowing: Object.fromEntries(narrowing),
    page: pageAsked(query),
  }
}

/** What is no day is not asked for, and never shown back. */
function dayAsked(query: URLSearchParams): string | null {
  const date = parsePartialDate(query.get('since') ?? '')
  return date?.precision === 'day' ? date.from : null
}
