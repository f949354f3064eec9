/** A page asked for in; its HTML, JSON or feed out; null when there is no such page. */
import type { PublicDay } from '../../core/act/public-days.ts'
import { atomFeed, atomOf } from '../../publish/atom.ts'
import { campaignCard } from '../../publish/card/campaign-card.ts'
import type { Card } from '../../publish/card/card.ts'
import {
  countryCard,
  incidentCard,
  lawCard,
  periodCard,
  ratingCard,
  worldCard,
} from '../../publish/card/cards.ts'
import { cardSvg } from '../../publish/card/draw.ts'
import { billCard, bodyCard, placeCard } from '../../publish/card/thing-cards.ts'
import { embedJson, embedPage } from '../../publish/embed/page.ts'
import { embedSvg } from '../../publish/embed/svg.ts'
import type { Form, Page } from '../../publish/links.ts'
import { jsonFeedOf } from '../../publish/open/json-feed.ts'
import { billJson, billPage } from '../../publish/pages/bill.ts'
import { billsJson, billsPage } from '../../publish/pages/bills.ts'
import { bodyJson, bodyPage } from '../../publish/pages/body.ts'
import { calendarJson, calendarPage } from '../../publish/pages/calendar.ts'
import { campaignJson, campaignPage } from '../../publish/pages/campaign.ts'
import {
  campaignCardJson,
  campaignCardPage,
  campaignLetterJson,
  campaignLetterPage,
} from '../../publish/pages/campaign-letter.ts'
import { campaignsJson, campaignsPage } from '../../publish/pages/campaigns.ts'
import { correctionsJson, correctionsPage } from '../../publish/pages/corrections.ts'
import { countryJson, countryPage } from '../../publish/pages/country.ts'
import { dataJson, dataPage } from '../../publish/pages/data.ts'
import { easyCardJson, easyCardPage } from '../../publish/pages/easy-card.ts'
import { eyesJson, eyesPage, policyOf } from '../../publish/pages/eyes.ts'
import { feedsJson, feedsPage } from '../../publish/pages/feeds.ts'
import { glossaryJson, glossaryPage } from '../../publish/pages/glossary.ts'
import { incidentJson, incidentPage } from '../../publish/pages/incident.ts'
import { incidentsJson, incidentsPage } from '../../publish/pages/incidents.ts'
import { kitJson, kitPage, kitsJson, kitsPage } from '../../publish/pages/kit.ts'
import { lawJson, lawPage } from '../../publish/pages/law.ts'
import { lawCardJson, lawCardPage } from '../../publish/pages/law-card.ts'
import { lawCardsJson, lawCardsPage } from '../../publish/pages/law-cards.ts'
import { lettersJson, lettersPage } from '../../publish/pages/letters.ts'
import { methodJson, methodPage } from '../../publish/pages/method.ts'
import { movedJson, movedPage } from '../../publish/pages/moved.ts'
import { newJson, newPage } from '../../publish/pages/new.ts'
import { periodJson, periodPage } from '../../publish/pages/period.ts'
import { personJson, personPage } from '../../publish/pages/person.ts'
import { placeJson, placePage } from '../../publish/pages/place.ts'
import { profilesJson, profilesPage } from '../../publish/pages/profiles.ts'
import { publicationJson, publicationPage } from '../../publish/pages/publication.ts'
import { publicationsJson, publicationsPage } from '../../publish/pages/publications.ts'
import { ratingJson, ratingPage } from '../../publish/pages/rating.ts'
import { recommendationJson, recommendationPage } from '../../publish/pages/recommendation.ts'
import { recommendationsJson, recommendationsPage } from '../../publish/pages/recommendations.ts'
import { ruleJson, rulePage } from '../../publish/pages/rule.ts'
import { rulesJson, rulesPage } from '../../publish/pages/rules.ts'
import { searchJson, searchPage } from '../../publish/pages/search.ts'
import { tacticJson, tacticPage, tacticsJson, tacticsPage } from '../../publish/pages/tactics.ts'
import { updateJson, updatePage } from '../../publish/pages/update.ts'
import { worldJson, worldPage } from '../../publish/pages/world.ts'
import type { Face, MovedView } from '../../publish/views.ts'
import { publicCalendar } from '../../usecases/act/public-calendar.ts'
import * as acts from './act-views.ts'
import { calendarView } from './calendar-views.ts'
import { campaignFile, campaignLetterFile } from './campaign-files.ts'
import * as campaigns from './campaign-views.ts'
import * as cards from './card-views.ts'
import { dataView } from './data-view.ts'
import { eyesView } from './eyes-view.ts'
import { feedFor, feedsView } from './feed-views.ts'
import * as kits from './kit-views.ts'
import { lettersView } from './letters-view.ts'
import { madeFile } from './made-files.ts'
import { updatePaper } from './paper.ts'
import * as texts from './publication-views.ts'
import * as demands from './recommendation-views.ts'
import { searchView } from './search-view.ts'
import { quiltSheet } from './sheet.ts'
import * as things from './thing-views.ts'
import * as views from './views.ts'

export type Rendered = {
  readonly type: string
  /** A file of open data and a picture are no text. */
  readonly body: string | Uint8Array
  /** The page that is shown instead, for whoever can be led there. */
  readonly movedTo?: Page
  /** Of a page that has a script: what it may do, in place of the policy of all others. */
  readonly policy?: string
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const ICAL = 'text/calendar; charset=utf-8'
const JSON_FEED = 'application/feed+json; charset=utf-8'
const SVG = 'image/svg+xml; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'

const forms = <View>(
  view: View | null,
  form: Form,
  page: (view: View) => string,
  json: (view: View) => unknown,
): Rendered | null => {
  if (view === null || form === 'png' || form === 'svg') return null
  return form === 'json'
    ? { type: JSON_TYPE, body: JSON.stringify(json(view)) }
    : { type: HTML, body: page(view) }
}

function elsewhere(view: MovedView | null, form: Form): Rendered | null {
  const rendered = forms(view, form, movedPage, movedJson)
  return rendered && view && { ...rendered, movedTo: { kind: 'incident', id: view.under } }
}

/** The picture of a page, from the same view; null where there is none, or nobody draws. */
async function painted(
  { paint }: views.SiteContext,
  face: Face,
  page: Page,
  card: Card | null,
): Promise<Rendered | null> {
  if (!card || !paint) return null
  const address = face.site.whole(face.words.language, page, 'html')?.replace(/^https?:\/\//, '') ?? ''
  return { type: 'image/png', body: await paint(cardSvg(card, face, address)) }
}

export async function render(
  context: views.SiteContext,
  face: Face,
  page: Page,
  form: Form,
): Promise<Rendered | null> {
  if (form === 'png') return painted(context, face, page, await cardOf(context, face, page))
  switch (page.kind) {
    case 'world':
      return forms(await views.worldView(context, face), form, worldPage, worldJson)
    case 'country':
      return forms(await views.countryView(context, face, page), form, countryPage, countryJson)
    case 'period': {
      const view = await views.periodView(context, face, page)
      if (view && form === 'atom') return { type: ATOM, body: atomFeed(view) }
      return forms(view, form, periodPage, periodJson)
    }
    case 'incidents':
      return forms(await views.incidentsView(context, face, page), form, incidentsPage, incidentsJson)
    case 'update':
      return forms(await views.updateView(context, face, page), form, updatePage, updateJson)
    case 'paper':
      return updatePaper(context, face, page)
    case 'sheet':
      return quiltSheet(context, face, page)
    case 'publication':
      return forms(await texts.publicationView(context, face, page), form, publicationPage, publicationJson)
    case 'publication-paper':
      return texts.publicationPaper(context, face, page)
    case 'publication-cite':
      return texts.publicationCitation(context, face, page)
    case 'publications':
      return forms(
        await texts.publicationsView(context, face, page),
        form,
        publicationsPage,
        publicationsJson,
      )
    case 'campaign':
      return forms(await campaigns.campaignView(context, face, page), form, campaignPage, campaignJson)
    case 'campaigns':
      return forms(await campaigns.campaignsView(context, face, page), form, campaignsPage, campaignsJson)
    case 'campaign-letter':
      if (page.isPdf === true) return campaignLetterFile(context, face, page)
      return forms(
        await campaigns.campaignLetterView(context, face, page),
        form,
        campaignLetterPage,
        campaignLetterJson,
      )
    case 'campaign-card':
      return forms(
        await campaigns.campaignView(context, face, page),
        form,
        campaignCardPage,
        campaignCardJson,
      )
    case 'campaign-file':
      return campaignFile(context, face, page)
    case 'incident': {
      const view = await views.incidentView(context, face, page)
      return view
        ? forms(view, form, incidentPage, incidentJson)
        : elsewhere(await views.movedView(context, face, page), form)
    }
    case 'law':
      return forms(await things.lawView(context, face, page), form, lawPage, lawJson)
    case 'place':
      return forms(await things.placeView(context, face, page), form, placePage, placeJson)
    case 'body':
      return forms(await things.bodyView(context, face, page), form, bodyPage, bodyJson)
    case 'bill':
      return forms(await things.billView(context, face, page), form, billPage, billJson)
    case 'bills':
      return forms(things.billsView(context, face, page), form, billsPage, billsJson)
    case 'eyes': {
      const view = await eyesView(context, face, page)
      const rendered = forms(view, form, eyesPage, eyesJson)
      return rendered && view && { ...rendered, policy: policyOf(view) }
    }
    case 'kit':
      return forms(await kits.kitView(context, face, page), form, kitPage, kitJson)
    case 'kits':
      return forms(await kits.kitsView(context, face, page), form, kitsPage, kitsJson)
    case 'kit-paper':
      return kits.kitPaper(context, face, page)
    case 'law-card':
      return forms(await cards.lawCardView(context, face, page), form, lawCardPage, lawCardJson)
    case 'easy-card':
      return forms(await cards.lawCardView(context, face, page), form, easyCardPage, easyCardJson)
    case 'law-card-file':
      return cards.lawCardFile(context, face, page)
    case 'law-cards':
      return forms(await cards.lawCardsView(context, face, page), form, lawCardsPage, lawCardsJson)
    case 'glossary':
      return forms(face, form, glossaryPage, glossaryJson)
    case 'person':
      return forms(await things.personView(context, face, page), form, personPage, personJson)
    case 'recommendation':
      return forms(
        await demands.recommendationView(context, face, page),
        form,
        recommendationPage,
        recommendationJson,
      )
    case 'tactics':
      return forms(await acts.tacticsView(context, face), form, tacticsPage, tacticsJson)
    case 'tactic':
      return forms(await acts.tacticView(context, face, page), form, tacticPage, tacticJson)
    case 'calendar':
      return forms(await calendarView(context, face, page), form, calendarPage, calendarJson)
    case 'calendar-file': {
      const view = await calendarView(context, face, page)
      const at = (of: PublicDay['of']): string | null => face.site.whole(face.words.language, of, 'html')
      return (
        view && {
          type: ICAL,
          body: publicCalendar(view.days, face.words, at, `${view.asOf ?? '1970-01-01'}T00:00:00Z`),
        }
      )
    }
    case 'profiles':
      return forms(await acts.profilesView(context, face, page), form, profilesPage, profilesJson)
    case 'recommendations':
      return forms(
        await demands.recommendationsView(context, face, page),
        form,
        recommendationsPage,
        recommendationsJson,
      )
    case 'method':
      return forms(views.methodView(context, face), form, methodPage, methodJson)
    case 'rules':
      return forms(views.rulesView(context, face, page), form, rulesPage, rulesJson)
    case 'rule':
      return forms(views.ruleView(context, face, page), form, rulePage, ruleJson)
    case 'new':
      return forms(await views.newView(context, face, page), form, newPage, newJson)
    case 'corrections':
      return forms(await views.correctionsView(context, face, page), form, correctionsPage, correctionsJson)
    case 'rating':
      return forms(await views.ratingView(context, face, page), form, ratingPage, ratingJson)
    case 'search':
      return forms(await searchView(context, face, page), form, searchPage, searchJson)
    case 'data':
      return forms(await dataView(context, face), form, dataPage, dataJson)
    case 'file':
      return madeFile(context, page.of, page.name, face.site)
    case 'embed': {
      const view = await views.updateView(context, face, page)
      if (view && form === 'svg') return { type: SVG, body: embedSvg(view) }
      return forms(view, form, embedPage, embedJson)
    }
    case 'feeds':
      return forms(await feedsView(context, face), form, feedsPage, feedsJson)
    case 'letters':
      return forms(await lettersView(context, face), form, lettersPage, lettersJson)
    case 'tell':
    case 'act':
      // Its own routes answer, where there is a form: site/intake.ts.
      return null
    case 'feed': {
      const feed = await feedFor(context, face, page, form)
      if (feed && form === 'json')
        return { type: JSON_FEED, body: JSON.stringify(jsonFeedOf(feed, face.words.language)) }
      return feed && { type: ATOM, body: atomOf(feed, face.words.language) }
    }
  }
}

async function cardOf(context: views.SiteContext, face: Face, page: Page): Promise<Card | null> {
  const of = <View>(view: View | null, card: (view: View) => Card): Card | null => view && card(view)
  switch (page.kind) {
    case 'world':
      return of(await views.worldView(context, face), worldCard)
    case 'country':
      return of(await views.countryView(context, face, page), countryCard)
    case 'campaign':
      return of(await campaigns.campaignView(context, face, page), campaignCard)
    case 'period':
    case 'update':
      return of(await views.updateView(context, face, page), periodCard)
    case 'incident':
      return of(await views.incidentView(context, face, page), incidentCard)
    case 'law':
      return of(await things.lawView(context, face, page), lawCard)
    case 'place':
      return of(await things.placeView(context, face, page), placeCard)
    case 'body':
      return of(await things.bodyView(context, face, page), bodyCard)
    case 'bill':
      return of(await things.billView(context, face, page), billCard)
    case 'rating':
      return of(await views.ratingView(context, face, page), ratingCard)
    default:
      return null
  }
}
