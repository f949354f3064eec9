/** The register of recommendations, or one of them, asked for in; the view its renderer needs out, read from the public tables alone. */
import { labelIn } from '../../core/language.ts'
import { nameUuid } from '../../core/name-uuid.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicRecommendation } from '../../core/recommendation/recommendation.ts'
import { type Form, href, type Page } from '../../publish/links.ts'
import type { Feed } from '../../publish/open/feed.ts'
import { isKnownAsked } from '../../publish/recommendation/filter.ts'
import { bodyName } from '../../publish/recommendation/names.ts'
import type { Face, RecommendationsView, RecommendationView } from '../../publish/views.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { publicRecommendation, publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { countersOfThing } from '../../store/queries/public-things.ts'
import { thingCounts } from '../../usecases/measure/of-thing.ts'
import type { SiteContext } from './views.ts'

export async function recommendationView(
  context: SiteContext,
  face: Face,
  { id }: Page & { kind: 'recommendation' },
): Promise<RecommendationView | null> {
  const recommendation = await publicRecommendation(context.store, id)
  const pack = recommendation && context.knowledge.packs.get(recommendation.country)
  if (!recommendation || !pack) return null
  const all = await publicRecommendations(context.store, pack.id)
  const same = all.filter((one) => recommendation.same.includes(one.id)).toReversed()
  const cited = recommendation.grades.flatMap(({ evidence }) =>
    evidence.flatMap((one) => ('incident' in one ? [one.incident] : [])),
  )
  const trends = []
  for (const provision of provisionsOf(recommendation, pack)) {
    const asked = { kind: 'law', id: provision.id, country: pack.id } as const
    trends.push({ provision, counts: thingCounts(await countersOfThing(context.store, asked)) })
  }
  return {
    ...{ ...face, pack, recommendation, same, trends },
    cited: await publicIncidentsById(context.store, [...new Set(cited)]),
  }
}

/** Provisions that it names, and those of an act or a bill that it names as a whole. Each is drawn by itself: one incident may lie under two. */
function provisionsOf({ laws }: PublicRecommendation, pack: Pack) {
  const acts = laws.flatMap((id) => {
    const bill = pack.bills.get(id)
    return bill ? [bill.becomes, bill.replaces] : [id]
  })
  return [...pack.provisions.values()].filter(
    (one) => laws.includes(one.id) || acts.some((act) => act === one.act && pack.acts.has(one.act)),
  )
}

export async function recommendationsView(
  context: SiteContext,
  face: Face,
  { country, asked, page }: Page & { kind: 'recommendations' },
): Promise<RecommendationsView | null> {
  const pack = context.knowledge.packs.get(country)
  const all = pack ? await publicRecommendations(context.store, country) : []
  if (!pack || all.length === 0 || !isKnownAsked(all, asked, pack)) return null
  return { ...face, pack, all, asked, page }
}

const ENTRIES = 50

/** The newest word on each: a new demand, or a new grade of an old one. */
export async function demandsFeed(
  context: SiteContext,
  face: Face,
  page: Page & { kind: 'feed'; of: { kind: 'recommendations'; country: string } },
  form: Form,
): Promise<Feed | null> {
  const { country } = page.of
  const pack = context.knowledge.packs.get(country)
  const all = pack ? await publicRecommendations(context.store, country) : []
  if (!pack || all.length === 0) return null
  const { site, words } = face
  const newest = all
    .toSorted((a, b) => (a.updated > b.updated ? -1 : a.updated < b.updated ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, ENTRIES)
  const at = (one: PublicRecommendation): string => `${one.updated}T00:00:00Z`
  const about: Page = { kind: 'recommendations', country, asked: {}, page: 1 }
  return {
    id: nameUuid(`${words.language}/feeds/${country}/recommendations`),
    title: `${labelIn(pack.name, words.language).text}, ${words.t('rec.title')} · Aigaq`,
    updated: newest[0] ? at(newest[0]) : '1970-01-01T00:00:00Z',
    self: site.address(words.language, page, form),
    page: href(site, words.language, about),
    entries: newest.map((one) => ({
      id: nameUuid(`recommendation/${one.id}`),
      title: labelIn(one.ask, words.language).text,
      updated: at(one),
      url: href(site, words.language, { kind: 'recommendation', id: one.id }),
      summary: `${bodyName(one.body, pack, face)}. ${one.grades.map((each) => `${words.t(`rec.by.${each.grader}`)}: ${each.grade}`).join(', ')}`,
    })),
  }
}
