/** A page asked for in; its HTML, JSON or feed out; null when there is no such page. */
import { atomFeed, atomOf } from '../../publish/atom.ts'
import type { Form, Page } from '../../publish/links.ts'
import { jsonFeedOf } from '../../publish/open/json-feed.ts'
import { countryJson, countryPage } from '../../publish/pages/country.ts'
import { dataJson, dataPage } from '../../publish/pages/data.ts'
import { feedsJson, feedsPage } from '../../publish/pages/feeds.ts'
import { incidentJson, incidentPage } from '../../publish/pages/incident.ts'
import { incidentsJson, incidentsPage } from '../../publish/pages/incidents.ts'
import { lawJson, lawPage } from '../../publish/pages/law.ts'
import { lettersJson, lettersPage } from '../../publish/pages/letters.ts'
import { methodJson, methodPage } from '../../publish/pages/method.ts'
import { movedJson, movedPage } from '../../publish/pages/moved.ts'
import { periodJson, periodPage } from '../../publish/pages/period.ts'
import { ruleJson, rulePage } from '../../publish/pages/rule.ts'
import { rulesJson, rulesPage } from '../../publish/pages/rules.ts'
import { updateJson, updatePage } from '../../publish/pages/update.ts'
import { worldJson, worldPage } from '../../publish/pages/world.ts'
import type { Face, MovedView } from '../../publish/views.ts'
import { dataView } from './data-view.ts'
import { feedFor, feedsView } from './feed-views.ts'
import { lettersView } from './letters-view.ts'
import { madeFile } from './made-files.ts'
import * as views from './views.ts'

export type Rendered = {
  readonly type: string
  /** A file of open data may be no text. */
  readonly body: string | Uint8Array
  /** The page that is shown instead, for whoever can be led there. */
  readonly movedTo?: Page
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'
const JSON_FEED = 'application/feed+json; charset=utf-8'
const ATOM = 'application/atom+xml; charset=utf-8'

const forms = <View>(
  view: View | null,
  form: Form,
  page: (view: View) => string,
  json: (view: View) => unknown,
): Rendered | null => {
  if (view === null) return null
  return form === 'json'
    ? { type: JSON_TYPE, body: JSON.stringify(json(view)) }
    : { type: HTML, body: page(view) }
}

function elsewhere(view: MovedView | null, form: Form): Rendered | null {
  const rendered = forms(view, form, movedPage, movedJson)
  return rendered && view && { ...rendered, movedTo: { kind: 'incident', id: view.under } }
}

export async function render(
  context: views.SiteContext,
  face: Face,
  page: Page,
  form: Form,
): Promise<Rendered | null> {
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
    case 'incident': {
      const view = await views.incidentView(context, face, page)
      return view
        ? forms(view, form, incidentPage, incidentJson)
        : elsewhere(await views.movedView(context, face, page), form)
    }
    case 'law':
      return forms(await views.lawView(context, face, page), form, lawPage, lawJson)
    case 'method':
      return forms(views.methodView(context, face), form, methodPage, methodJson)
    case 'rules':
      return forms(views.rulesView(context, face, page), form, rulesPage, rulesJson)
    case 'rule':
      return forms(views.ruleView(context, face, page), form, rulePage, ruleJson)
    case 'data':
      return forms(await dataView(context, face), form, dataPage, dataJson)
    case 'file':
      return madeFile(context, page.of, page.name, face.site)
    case 'feeds':
      return forms(await feedsView(context, face), form, feedsPage, feedsJson)
    case 'letters':
      return forms(await lettersView(context, face), form, lettersPage, lettersJson)
    case 'feed': {
      const feed = await feedFor(context, face, page, form)
      if (feed && form === 'json')
        return { type: JSON_FEED, body: JSON.stringify(jsonFeedOf(feed, face.words.language)) }
      return feed && { type: ATOM, body: atomOf(feed, face.words.language) }
    }
  }
}
