/** A page asked for in, the view its renderer needs out, read from the public tables alone; null when there is no such page. */
import type { Rule } from '../../core/codebook.ts'
import type { Language } from '../../core/language.ts'
import { periodOf, quarterOf, WITH_WITHHELD } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { usesOf } from '../../publish/laws.ts'
import type { Page, Site } from '../../publish/links.ts'
import { CORRECTED_PER_PAGE } from '../../publish/pages/corrections.ts'
import { NEWS_PER_PAGE } from '../../publish/pages/new.ts'
import { families } from '../../publish/rule-families.ts'
import type * as Views from '../../publish/views.ts'
import type { Store } from '../../store/connect.ts'
import * as read from '../../store/queries/public.ts'
import { publicCampaigns } from '../../store/queries/public-campaigns.ts'
import { publicMeasures, publicMeasuresBy, publicTotals } from '../../store/queries/public-measures.ts'
import * as news from '../../store/queries/public-news.ts'
import { publicProceedingsOf } from '../../store/queries/public-proceedings.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { publicRatings, publicWatch } from '../../store/queries/public-state.ts'
import type { Knowledge } from '../../usecases/context.ts'
import { papersHere } from '../../usecases/set-manuscript.ts'
import { isKnownFilter } from './known-filter.ts'
import { publicationsOf } from './publications-of.ts'

export type SiteContext = {
  readonly store: Pick<Store, 'selectFrom'>
  readonly knowledge: Knowledge
  /** Every rule that may have read, withheld or counted something. */
  readonly rules: readonly Rule[]
  /** Where the pages stand that files of open data name; left out: at no origin. */
  readonly filesAt?: Site
  /** Whether people can take part in campaigns here; in a copy they cannot. */
  readonly takesPart?: boolean
  /** Whether a mail server is set; a copy sends none. */
  readonly sendsLetters?: boolean
  /** Whether who asks for letters is asked for work. */
  readonly asksWork?: boolean
  /** A language in, the address of the sealed form out; left out: there is none. */
  readonly tellsAt?: ((language: Language) => string) | undefined
  /** A drawing in, the same as a PNG out; left out where nobody draws: then no page has a picture. */
  readonly paint?: Paint | undefined
  readonly isExample?: boolean | undefined
  /** Where readers write about what is wrong; empty or left out: nowhere is named. */
  readonly contact?: string | undefined
}
export type Paint = (svg: string) => Promise<Uint8Array<ArrayBuffer>>

/** How many incidents a country shows as a panel of the quilt, and as news. */
const NEWEST = 40
const NEWS = 6
/** Fewer incidents in a quarter allow no finding; see publish/findings.ts. */
const TELLING = 8

export function faceOf(
  { knowledge, isExample, tellsAt }: SiteContext,
  language: Language,
  site: Site,
): Views.Face {
  return {
    site,
    words: knowledge.words[language],
    tell: knowledge.tells[language],
    codebook: knowledge.codebook,
    isExample,
    tellsAt: tellsAt?.(language),
  }
}

export async function worldView(context: SiteContext, face: Views.Face): Promise<Views.WorldView> {
  const countries = []
  for (const id of await read.publicCountries(context.store)) {
    const pack = context.knowledge.packs.get(id)
    if (pack) countries.push(await frontOf(context, pack, await read.publicDays(context.store, id)))
  }
  return { ...face, countries }
}

/** The newest quarter about which something can be said stands at the front; else the one with most. */
async function frontOf(
  { store }: SiteContext,
  pack: Pack,
  days: readonly string[],
): Promise<Views.CountryFront> {
  const periods = countByQuarter(days)
  const most = Math.max(0, ...periods.map((one) => one.incidents))
  const told = periods.findLast((one) => one.incidents >= Math.min(TELLING, most))
  const period = told ? periodOf(told.period) : null
  return {
    pack,
    periods,
    front: period && { period, incidents: await read.publicIncidents(store, pack.id, period) },
    newest: await read.newestIncidents(store, pack.id, NEWEST),
    ratings: await publicRatings(store, pack.id),
    watch: await publicWatch(store, pack.id),
  }
}

export async function countryView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'country' },
): Promise<Views.CountryView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const days = pack ? await read.publicDays(context.store, page.country) : []
  if (!pack || days.length === 0) return null
  const front = await frontOf(context, pack, days)
  const asked = { country: page.country, since: null }
  const fresh = await news.newsPage(context.store, asked, { limit: NEWS, offset: 0 })
  const laws = usesOf(await read.incidentsUnderLaw(context.store, page.country))
  const years = await publicMeasuresBy(context.store, page.country, WITH_WITHHELD)
  const totals = await publicTotals(context.store, page.country)
  const publications = await publicationsOf(context, page.country)
  const campaigns = await publicCampaigns(context.store, page.country)
  const demands = await publicRecommendations(context.store, page.country)
  return { ...face, ...front, news: fresh, laws, years, totals, publications, campaigns, demands }
}

/** Quarters with incidents, in order; an incident counts in the quarter of its first known day. */
export function countByQuarter(days: readonly string[]): readonly Views.PeriodCount[] {
  const counts = new Map<string, number>()
  for (const day of days) counts.set(quarterOf(day), (counts.get(quarterOf(day)) ?? 0) + 1)
  return [...counts]
    .map(([period, n]) => ({ period, incidents: n }))
    .sort((a, b) => a.period.localeCompare(b.period))
}

type OfPeriod = { readonly country: string; readonly period: string }

async function periodParts(context: SiteContext, page: OfPeriod) {
  const [pack, period] = [context.knowledge.packs.get(page.country), periodOf(page.period)]
  if (!pack || !period) return null
  const incidents = await read.publicIncidents(context.store, page.country, period)
  return incidents.length === 0 ? null : { pack, period, incidents }
}

export async function periodView(
  context: SiteContext,
  face: Views.Face,
  page: OfPeriod,
): Promise<Views.PeriodView | null> {
  const parts = await periodParts(context, page)
  if (!parts) return null
  const measures = await publicMeasures(context.store, page.country, page.period)
  const quarters = countByQuarter(await read.publicDays(context.store, page.country)).map((one) => one.period)
  const neighbours = page.period.includes('-q')
    ? quarters
    : [...new Set(quarters.map((one) => one.slice(0, 4)))]
  const before = neighbours.filter((one) => one < page.period).at(-1) ?? null
  const after = neighbours.find((one) => one > page.period) ?? null
  const [year] = await publicMeasuresBy(context.store, page.country, WITH_WITHHELD, page.period.slice(0, 4))
  const typesets = (await papersHere()).includes('pdf')
  return { ...face, ...parts, measures, year, before, after, typesets }
}

export async function incidentsView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'incidents' },
): Promise<Views.IncidentsView | null> {
  const parts = await periodParts(context, page)
  // A value that is in no vocabulary opens no rows, and is not shown back: an address can be made to say anything.
  if (!parts || !isKnownFilter(page.filter, parts.pack, face.codebook)) return null
  return { ...face, ...parts, filter: page.filter, page: page.page }
}

export async function updateView(
  context: SiteContext,
  face: Views.Face,
  page: OfPeriod,
): Promise<Views.UpdateView | null> {
  const parts = await periodParts(context, page)
  if (!parts) return null
  const measures = await publicMeasures(context.store, page.country, page.period)
  return { ...face, ...parts, measures, typesets: (await papersHere()).includes('pdf') }
}

export async function incidentView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'incident' },
): Promise<Views.IncidentView | null> {
  const incident = await read.publicIncident(context.store, page.id)
  const pack = incident && context.knowledge.packs.get(incident.country)
  if (!incident || !pack) return null
  const from = await read.publicIncidentsLinkingTo(context.store, incident.id)
  const proceedings = await publicProceedingsOf(context.store, incident.id)
  const stages = proceedings.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? []))
  const to = await read.publicIncidentsById(context.store, [
    ...incident.links.map((one) => one.incident),
    ...stages,
  ])
  const linkedFrom = from.flatMap((one) =>
    one.links.filter((link) => link.incident === incident.id).map(({ kind }) => ({ kind, incident: one.id })),
  )
  const linked = [...new Map([...from, ...to].map((one) => [one.id, one])).values()]
  return { ...face, pack, incident, linked, linkedFrom, proceedings }
}

/** Of a record that has no page of its own because readers see it within another. */
export async function movedView(
  context: SiteContext,
  face: Views.Face,
  { id }: Page & { kind: 'incident' },
): Promise<Views.MovedView | null> {
  const under = await read.shownUnder(context.store, id)
  return under === null ? null : { ...face, id, under }
}

export async function ratingView(
  context: SiteContext,
  face: Views.Face,
  { country }: Page & { kind: 'rating' },
): Promise<Views.RatingView | null> {
  const pack = context.knowledge.packs.get(country)
  const ratings = pack ? await publicRatings(context.store, country) : null
  if (!pack || !ratings) return null
  const ids = [...new Set(ratings.evidence.flatMap((one) => one.incidents))]
  const cited = await read.publicIncidentsById(context.store, ids)
  return { ...face, pack, ratings, watch: await publicWatch(context.store, country), cited }
}

/** A page past the last is the last. */
export const pagesOf = (total: number, size: number, asked: number) => {
  const pages = Math.max(1, Math.ceil(total / size))
  return { total, pages, page: Math.min(asked, pages) }
}

/** Null for a country of which nothing is public: an empty list would say that there is something. */
async function knownCountry(context: SiteContext, country: string) {
  const pack = context.knowledge.packs.get(country)
  const countries = pack ? await read.publicCountries(context.store) : []
  return pack && countries.includes(country) ? pack : null
}

export async function newView(
  context: SiteContext,
  face: Views.Face,
  asked: Page & { kind: 'new' },
): Promise<Views.NewView | null> {
  const pack = await knownCountry(context, asked.country)
  if (!pack) return null
  const total = await news.countNews(context.store, asked)
  const where = pagesOf(total, NEWS_PER_PAGE, asked.page)
  const slice = { limit: NEWS_PER_PAGE, offset: (where.page - 1) * NEWS_PER_PAGE }
  const incidents = await news.newsPage(context.store, asked, slice)
  const texts = (await publicationsOf(context, asked.country)).filter(
    (one) => (one.corrections.at(-1)?.on ?? one.published) >= (asked.since ?? ''),
  )
  const publications = where.page === 1 ? texts : []
  return { ...face, pack, since: asked.since, publications, incidents, ...where }
}

export async function correctionsView(
  context: SiteContext,
  face: Views.Face,
  asked: Page & { kind: 'corrections' },
): Promise<Views.CorrectionsView | null> {
  const pack = await knownCountry(context, asked.country)
  if (!pack) return null
  const total = await news.countCorrected(context.store, asked.country)
  const where = pagesOf(total, CORRECTED_PER_PAGE, asked.page)
  const slice = { limit: CORRECTED_PER_PAGE, offset: (where.page - 1) * CORRECTED_PER_PAGE }
  const incidents = await news.correctedPage(context.store, asked.country, slice)
  return { ...face, pack, incidents, ...where }
}

export const methodView = (context: SiteContext, face: Views.Face): Views.MethodView => ({
  ...face,
  rules: context.rules,
})
export function rulesView(
  context: SiteContext,
  face: Views.Face,
  { family }: Page & { kind: 'rules' },
): Views.RulesView | null {
  const rules = families(context.rules).get(family)
  return rules ? { ...face, family, rules } : null
}
export function ruleView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'rule' },
): Views.RuleView | null {
  const rule = context.rules.find((one) => one.id === page.id)
  return rule ? { ...face, rule } : null
}
