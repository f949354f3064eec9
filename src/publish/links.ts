/** A page in, its address out: the one place where public addresses are written. */
import type { Language } from '../core/language.ts'
import type { Narrowing } from '../core/public-search.ts'
import type { CardFile } from '../core/teach/card-files.ts'
import type { KitReader } from '../core/teach/kit.ts'
import type { CampaignFile } from './campaign/files.ts'
import type { CiteFormat } from './manuscript/cite-files.ts'
import type { Paper } from './manuscript/manuscript.ts'
import { type Extent, extentPath } from './open/extent.ts'
import { type FeedSubject, subjectPath } from './open/subject.ts'
import type { DemandFilter } from './recommendation/filter.ts'
import type { SheetFile } from './sheet/sheet.ts'
import type { Filter } from './views.ts'

/** What a page is read as. */
export type Form = 'html' | 'json' | 'atom' | 'png' | 'svg'

/** Where pages and the few files they need stand: under the origin of a server, or in the files of a copy. */
export type Site = {
  readonly address: (language: Language, page: Page, form: Form) => string
  readonly asset: (name: string) => string
  /** A feed names its pages by whole addresses; a copy that has no origin has none. */
  readonly hasFeeds: boolean
  /** True where a server answers: a copy that nobody can ask has no form, and no file but those that lie in it. */
  readonly isServed: boolean
  /** Whole address for whoever is told of the page elsewhere; null where no origin is known. */
  readonly whole: (language: Language, page: Page, form: Form) => string | null
  /** Whether the page has a picture of itself here. */
  readonly hasCard: (page: Page) => boolean
}

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
  /** The update as a file. */
  | { readonly kind: 'paper'; readonly country: string; readonly period: string; readonly paper: Paper }
  /** The quilt of a quarter on A4. */
  | { readonly kind: 'sheet'; readonly country: string; readonly period: string; readonly file: SheetFile }
  /** A text that editors wrote from records, and the files it is set as. */
  | { readonly kind: 'publication'; readonly id: string }
  | { readonly kind: 'publication-paper'; readonly id: string; readonly paper: Paper }
  /** How to cite it, with its sources, for reference managers. */
  | { readonly kind: 'publication-cite'; readonly id: string; readonly format: CiteFormat }
  | { readonly kind: 'publications'; readonly country: string }
  /** What people are called to do, and what came of it. */
  | { readonly kind: 'campaign'; readonly id: string }
  | { readonly kind: 'campaigns'; readonly country: string }
  /** To an authority, to be printed or sent; and a card to the person or the family. */
  | {
      readonly kind: 'campaign-letter'
      readonly id: string
      readonly to: string
      /** Set for paper. */
      readonly isPdf?: boolean | undefined
    }
  | { readonly kind: 'campaign-card'; readonly id: string }
  /** What is printed for an event, or set from it. */
  | { readonly kind: 'campaign-file'; readonly id: string; readonly file: CampaignFile }
  | { readonly kind: 'incident'; readonly id: string }
  | {
      readonly kind: 'law'
      readonly country: string
      readonly provision: string
      readonly page?: number | undefined
    }
  | {
      readonly kind: 'place' | 'body'
      readonly country: string
      readonly id: string
      /** Of the incidents, from 1. */
      readonly page?: number | undefined
    }
  | { readonly kind: 'bill'; readonly country: string; readonly id: string }
  | { readonly kind: 'bills'; readonly country: string }
  /** A reader's own words beside public cases, on the reader's device. */
  | { readonly kind: 'eyes'; readonly country: string }
  /** A law in plain words; easy: for readers who need short sentences. */
  | { readonly kind: 'law-card' | 'easy-card'; readonly country: string; readonly id: string }
  | { readonly kind: 'law-cards'; readonly country: string }
  /** A lesson, for who leads it or who learns. */
  | { readonly kind: 'kit'; readonly country: string; readonly id: string; readonly reader: KitReader }
  | {
      readonly kind: 'kit-paper'
      readonly country: string
      readonly id: string
      readonly reader: KitReader
      readonly paper: Paper
    }
  | { readonly kind: 'kits'; readonly country: string }
  | { readonly kind: 'law-card-file'; readonly country: string; readonly id: string; readonly file: CardFile }
  | { readonly kind: 'glossary' }
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'recommendation'; readonly id: string }
  | { readonly kind: 'tactics' }
  | { readonly kind: 'tactic'; readonly id: string }
  /** People who were held or tried, and may be named. */
  | { readonly kind: 'profiles'; readonly country: string }
  /** Days ahead that readers may know of, and the same for calendar programs. */
  | { readonly kind: 'calendar' | 'calendar-file'; readonly country: string }
  | {
      readonly kind: 'recommendations'
      readonly country: string
      readonly asked: DemandFilter
      readonly page: number
    }
  | { readonly kind: 'method' }
  | { readonly kind: 'rules'; readonly family: string }
  | { readonly kind: 'rule'; readonly id: string }
  | { readonly kind: 'data' }
  /** A file of open data: the same in every language. */
  | { readonly kind: 'file'; readonly of: Extent; readonly name: string }
  | { readonly kind: 'feeds' }
  /** A light page and a picture for somebody else's: only where a server answers. */
  | { readonly kind: 'embed'; readonly country: string; readonly period: string }
  /** Where letters are asked for: only where a server answers. */
  | { readonly kind: 'letters' }
  /** Where somebody takes part in a campaign: only where a server answers. */
  | { readonly kind: 'act'; readonly campaign: string; readonly of: string }
  /** Where somebody tells something sealed: only where a server answers. */
  | { readonly kind: 'tell' }
  /** As Atom, and as a JSON feed: it has no page of its own. */
  | { readonly kind: 'feed'; readonly of: FeedSubject }
  | { readonly kind: 'new'; readonly country: string; readonly since: string | null; readonly page: number }
  | { readonly kind: 'corrections'; readonly country: string; readonly page: number }
  | { readonly kind: 'rating'; readonly country: string }
  | {
      readonly kind: 'search'
      /** Null: in every country. */
      readonly country: string | null
      /** As typed. */
      readonly words: string
      readonly narrowing: Narrowing
      readonly page: number
    }

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
    case 'paper':
      return `${page.country}/${page.period}/update.${page.paper}`
    case 'sheet':
      return `${page.country}/${page.period}/${page.file}`
    case 'publication':
      return `publication/${encodeURIComponent(page.id)}`
    case 'publication-paper':
      return `publication/${encodeURIComponent(page.id)}.${page.paper}`
    case 'publication-cite':
      return `publication/${encodeURIComponent(page.id)}/cite.${page.format}`
    case 'publications':
      return `${page.country}/publications`
    case 'campaign':
      return `campaign/${encodeURIComponent(page.id)}`
    case 'campaigns':
      return `${page.country}/campaigns`
    case 'campaign-letter':
      return `campaign/${encodeURIComponent(page.id)}/letter-${encodeURIComponent(page.to)}${page.isPdf === true ? '.pdf' : ''}`
    case 'campaign-card':
      return `campaign/${encodeURIComponent(page.id)}/card`
    case 'campaign-file':
      return `campaign/${encodeURIComponent(page.id)}/${page.file}`
    case 'incident':
      return `i/${encodeURIComponent(page.id)}`
    case 'law':
      return `${page.country}/law/${encodeURIComponent(page.provision)}`
    case 'place':
    case 'body':
    case 'bill':
      return `${page.country}/${page.kind}/${encodeURIComponent(page.id)}`
    case 'bills':
      return `${page.country}/bills`
    case 'law-card':
      return `card/${page.country}/${encodeURIComponent(page.id)}`
    case 'easy-card':
      return `card/${page.country}/${encodeURIComponent(page.id)}/easy`
    case 'law-card-file':
      return `card/${page.country}/${encodeURIComponent(page.id)}/${page.file}`
    case 'law-cards':
      return `${page.country}/cards`
    case 'kits':
      return `${page.country}/kits`
    case 'kit':
    case 'kit-paper': {
      const path = `kit/${page.country}/${encodeURIComponent(page.id)}${page.reader === 'learner' ? '/learner' : ''}`
      return page.kind === 'kit' ? path : `${path}/kit.${page.paper}`
    }
    case 'person':
      return `p/${encodeURIComponent(page.id)}`
    case 'recommendation':
      return `recommendation/${encodeURIComponent(page.id)}`
    case 'tactics':
      return 'tactics'
    case 'tactic':
      return `tactic/${encodeURIComponent(page.id)}`
    case 'calendar-file':
      return `${page.country}/calendar.ics`
    case 'profiles':
      return `${page.country}/profiles`
    case 'recommendations':
      return `${page.country}/recommendations`
    case 'method':
      return 'method'
    case 'rules':
      return `rules/${page.family}`
    case 'rule':
      return `rule/${page.id}`
    case 'data':
      return 'data'
    case 'file':
      return `data/${extentPath(page.of)}/${page.name}`
    case 'embed':
      return `embed/${page.country}/${page.period}`
    case 'feeds':
    case 'letters':
    case 'tell':
    case 'glossary':
      return page.kind
    case 'act':
      return `act/${page.campaign}/${page.of}`
    case 'feed':
      return `feeds/${subjectPath(page.of)}`
    case 'new':
    case 'calendar':
    case 'corrections':
    case 'rating':
    case 'eyes':
      return `${page.country}/${page.kind}`
    case 'search':
      return page.country === null ? 'search' : `${page.country}/search`
  }
}

/** Pages that have a picture of themselves for messengers and posts. */
const CARDED: ReadonlySet<Page['kind']> = new Set([
  'world',
  'country',
  'period',
  'update',
  'incident',
  'law',
  'place',
  'body',
  'bill',
  'rating',
  'campaign',
])
export const isCarded = (page: Page): boolean => CARDED.has(page.kind)

/** Filters in one order, so that the same rows have one address. */
function queryOf(page: Page): string {
  const turned = 'page' in page && page.page !== undefined && page.page > 1 ? [`page=${page.page}`] : []
  if (page.kind === 'new')
    return [...(page.since === null ? [] : [`since=${page.since}`]), ...turned].join('&')
  const query = askedOf(page)
    .flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, value] as const]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  return [...query, ...turned].join('&')
}

function askedOf(page: Page): readonly (readonly [string, string | undefined])[] {
  if (page.kind === 'search') return [['q', page.words], ...Object.entries(page.narrowing)]
  if (page.kind === 'incidents') return Object.entries(page.filter)
  if (page.kind === 'recommendations') return Object.entries(page.asked)
  return page.kind === 'file' && 'filter' in page.of ? Object.entries(page.of.filter) : []
}

const ENDING: Readonly<Record<Form, string>> = {
  html: '',
  json: '.json',
  atom: '.atom',
  png: '.png',
  svg: '.svg',
}

/** The path and query of a page under its origin, from the first slash on; the world's JSON is index.json. */
export function pathAndQuery(language: Language, page: Page, form: Form): string {
  const query = queryOf(page)
  if (page.kind === 'file') return `/${pathOf(page)}${query === '' ? '' : `?${query}`}`
  const path = form === 'html' ? pathOf(page) : pathOf(page) || 'index'
  return `/${language}/${path}${ENDING[form]}${query === '' ? '' : `?${query}`}`
}

/**
 * A site that a server answers for; `base` is its origin, or nothing where links need none. `origin`: where readers come to it,
 * for what is told of its pages elsewhere. `paints`: whether it draws pictures of its pages.
 */
export const servedAt = (base: string, origin = base, paints = false): Site => ({
  address: (language, page, form) => `${base}${pathAndQuery(language, page, form)}`,
  asset: (name) => `${base}/assets/${name}`,
  hasFeeds: true,
  isServed: true,
  whole: (language, page, form) => (origin === '' ? null : `${origin}${pathAndQuery(language, page, form)}`),
  hasCard: (page) => paints && isCarded(page),
})

/** Address for readers. */
export const href = (site: Site, language: Language, page: Page): string =>
  site.address(language, page, 'html')

/** Address of the same as JSON. */
export const jsonHref = (site: Site, language: Language, page: Page): string =>
  site.address(language, page, 'json')

/** Address of a period's feed. */
export const feedHref = (site: Site, language: Language, country: string, period: string): string =>
  site.address(language, { kind: 'period', country, period }, 'atom')

/** Address of a file of open data. */
export const fileHref = (site: Site, of: Extent, name: string): string =>
  site.address('en', { kind: 'file', of, name }, 'html')
/** Where the form of the search is sent to: its address before any word. */
export const pathOnly = (site: Site, language: Language, country: string | null): string =>
  href(site, language, { kind: 'search', country, words: '', narrowing: {}, page: 1 })

/** Address of the Atom feed of a country, a topic, a law or a case. */
export const subjectFeed = (site: Site, language: Language, of: FeedSubject): string =>
  site.address(language, { kind: 'feed', of }, 'atom')
