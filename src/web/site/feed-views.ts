/** What can be followed, and what somebody follows, in; their views out, read from the public tables alone. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { campaignFeed } from '../../publish/campaign/feed.ts'
import { matching } from '../../publish/filter.ts'
import { valueName } from '../../publish/filter-words.ts'
import { provisionIn, usesOf } from '../../publish/laws.ts'
import type { Form, Page } from '../../publish/links.ts'
import { billFeed } from '../../publish/open/bill-feed.ts'
import { type Feed, feedOf } from '../../publish/open/feed.ts'
import { type FeedSubject, subjectPath } from '../../publish/open/subject.ts'
import { shownName } from '../../publish/telling/who.ts'
import type { Face, FeedsView } from '../../publish/views.ts'
import { textsAbout } from '../../publish/writing/texts-on.ts'
import * as read from '../../store/queries/public.ts'
import { publicProceeding, publicProceedingsAmong } from '../../store/queries/public-proceedings.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { campaignView } from './campaign-views.ts'
import { publicationsOf } from './publications-of.ts'
import { demandsFeed } from './recommendation-views.ts'
import { billView } from './thing-views.ts'
import type { SiteContext } from './views.ts'

/** Only what has something in it: a feed of nothing would tell nobody anything. */
export async function feedsView(context: SiteContext, face: Face): Promise<FeedsView> {
  const countries = []
  for (const id of await read.publicCountries(context.store)) {
    const pack = context.knowledge.packs.get(id)
    if (!pack) continue
    const incidents = await read.publicIncidents(context.store, id)
    const topics = FREEDOMS.filter((freedom) => matching(incidents, { freedom }, pack).length > 0)
    const laws = usesOf(incidents).flatMap((use) => pack.provisions.get(use.provision) ?? [])
    const hasDemands = (await publicRecommendations(context.store, id)).length > 0
    countries.push({ pack, topics, laws, hasDemands })
  }
  return { ...face, countries, cases: await publicProceedingsAmong(context.store, null) }
}

async function feedOfCampaign(
  context: SiteContext,
  face: Face,
  page: Page & { kind: 'feed' },
  id: string,
  form: Form,
): Promise<Feed | null> {
  const view = await campaignView(context, face, { id })
  return view && campaignFeed(view, page, form)
}

type Told = {
  readonly title: string
  readonly about: Page
  readonly country: string
  readonly incidents: readonly PublicIncident[]
  /** The law or the case itself: a text may rest on it and on none of the incidents. */
  readonly more: readonly string[]
}

export async function feedFor(
  context: SiteContext,
  face: Face,
  page: Page & { kind: 'feed' },
  form: Form,
): Promise<Feed | null> {
  if (page.of.kind === 'campaign') return feedOfCampaign(context, face, page, page.of.id, form)
  if (page.of.kind === 'recommendations') return demandsFeed(context, face, { ...page, of: page.of }, form)
  const id = `${face.words.language}/feeds/${subjectPath(page.of)}`
  if (page.of.kind === 'bill') {
    const view = await billView(context, face, { ...page.of, kind: 'bill' })
    return view && billFeed(view, { id, page, form })
  }
  const told =
    page.of.kind === 'case'
      ? await ofCase(context, face, page.of.id)
      : await ofCountry(context, face, page.of)
  if (!told || told.incidents.length === 0) return null
  const about = new Set([...told.incidents.map((one) => one.id), ...told.more])
  const all = await publicationsOf(context, told.country)
  const texts = page.of.kind === 'country' ? all : textsAbout(all, about)
  return feedOf(face, { id, page, form, title: told.title, about: told.about }, told.incidents, texts)
}

async function ofCountry(
  context: SiteContext,
  face: Face,
  subject: Exclude<FeedSubject, { kind: 'case' | 'campaign' | 'recommendations' | 'bill' }>,
): Promise<Told | null> {
  const pack = context.knowledge.packs.get(subject.country)
  if (!pack) return null
  const name = labelIn(pack.name, face.words.language).text
  const of = { country: pack.id, more: [] }
  switch (subject.kind) {
    case 'country':
      return {
        ...of,
        title: name,
        about: subject,
        incidents: await read.publicIncidents(context.store, pack.id),
      }
    case 'topic': {
      const incidents = matching(
        await read.publicIncidents(context.store, pack.id),
        { freedom: subject.topic },
        pack,
      )
      return {
        ...of,
        title: `${name}, ${valueName('freedom', subject.topic, pack, face)}`,
        about: { kind: 'country', country: pack.id },
        incidents,
      }
    }
    case 'law': {
      const provision = pack.provisions.get(subject.provision)
      if (!provision) return null
      const incidents = await read.incidentsUnderLaw(context.store, pack.id, provision.id)
      const title = `${name}, ${provisionIn(provision, pack, face)}`
      return { ...of, title, about: subject, incidents, more: [provision.id] }
    }
  }
}

/** The incidents of a legal journey; a stage that no incident tells has no decision of its own, and no day to be new on. */
async function ofCase(context: SiteContext, face: Face, id: string): Promise<Told | null> {
  const found: PublicProceeding | null = await publicProceeding(context.store, id)
  if (!found) return null
  const ids = found.stages.flatMap((one) => one.incident ?? [])
  const incidents = await read.publicIncidentsById(context.store, [...new Set(ids)])
  const [first] = incidents
  return first
    ? {
        title: shownName(found.person, face.words.language) ?? id,
        about: { kind: 'incident', id: first.id },
        country: first.country,
        more: [found.id],
        incidents,
      }
    : null
}
