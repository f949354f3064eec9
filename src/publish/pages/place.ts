/** A place and the incidents there in, its page out. */
import { labelIn } from '../../core/language.ts'
import type { Place } from '../../core/pack.ts'
import { placeCard } from '../card/thing-cards.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { certainty } from '../sections/certainty.ts'
import { inTime, thingHeading } from '../sections/in-time.ts'
import { lawsUsed } from '../sections/laws-used.ts'
import { penaltiesGiven, whatWasDone } from '../sections/outcomes.ts'
import { thingData } from '../sections/thing-data.ts'
import { thingList } from '../sections/thing-list.ts'
import type { PlaceView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

const pageOf = (view: PlaceView, place: Place, page?: number): Page => ({
  ...{ kind: 'place', country: view.pack.id, id: place.id, page },
})

const link = (view: PlaceView, place: Place): Markup =>
  html`<a href="${href(view.site, view.words.language, pageOf(view, place))}">${labelled(place.name, view.words)}</a>`

/** What lies in it, the most told first; an incident in two of them stands in both. */
function within(view: PlaceView): Markup | false {
  const { words, children } = view
  if (children.length === 0) return false
  const most = children[0]
  return row(
    'i',
    words.t('place.inside'),
    words.t('place.inside.note'),
    most
      ? `${labelIn(most.place.name, words.language).text}: ${words.t('face.incidents', { n: most.incidents })}`
      : words.t('place.inside'),
    html`<table><thead><tr><th scope="col">${words.t('place.title')}</th><th scope="col" class="n">${words.t('unit-name.incidents')}</th></tr></thead><tbody>${children.map(
      (
        one,
      ) => html`<tr><th scope="row">${link(view, one.place)}<span class="src">${words.t(`place.kind.${one.place.kind}`)}</span></th><td class="n">${one.incidents}</td></tr>
`,
    )}</tbody></table>`,
  )
}

/** `/{lang}/kz/place/atyrau` */
export function placePage(view: PlaceView): string {
  const { place, parent, pack, words } = view
  const name = labelIn(place.name, words.language).text
  const heading = thingHeading(name, view)
  const other = [place.name.en, place.name.ru, place.name.kk].filter((one) => one !== null && one !== name)
  const sub: Piece = html`${other.length > 0 && html`<p class="sub">${other.join(' · ')}</p>`}<p class="meta">${parent && html`${words.t('place.lies-in')} ${link(view, parent)}. `}${words.t('face.recorded-only')}</p>`
  const note = html`${words.t(`place.kind.${place.kind}`)}${certainty(place.certainty, words)}`
  return layout({
    face: view,
    page: pageOf(view, place, view.page),
    title: name,
    pack,
    card: placeCard(view),
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      ...(parent ? [{ text: labelIn(parent.name, words.language).text, page: pageOf(view, parent) }] : []),
      { text: name, page: null },
    ],
    body: html`${opening(words.t('place.title'), note, heading, sub)}${inTime(view)}${whatWasDone(view)}${penaltiesGiven(view, words.t('thing.penalties.note'))}${within(view)}${lawsUsed(view)}${thingList(
      view,
      (page) => pageOf(view, place, page),
      words.t('nav.incidents'),
      words.t('thing.list'),
    )}`,
  })
}

/** The same as data. */
export const placeJson = (view: PlaceView): unknown => ({
  country: view.pack.id,
  place: view.place,
  liesIn: view.parent?.id ?? null,
  holds: view.children.map((one) => ({ place: one.place.id, incidents: one.incidents })),
  ...thingData(view),
})
