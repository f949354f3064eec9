/** Countries with what stands at the front of each in, the first page out: each with its finding, its newest quilt, its rating and the ways on. */
import { worldCard } from '../card/cards.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { countsOf, descriptionOf } from '../quilt/counts.ts'
import { drawPanel, shapes } from '../quilt/draw.ts'
import { patchesOf } from '../quilt/patch.ts'
import { foundAtFront, nameOf, ratingLine, waysOn } from '../sections/front.ts'
import type { CountryFront, WorldView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** The newest forty as one panel: on a phone it stands on end. */
function panel(country: CountryFront, index: number, view: WorldView): Markup {
  const patches = patchesOf(country.newest, view.codebook)
  if (patches.length === 0) return html``
  const { words } = view
  const title = words.t('front.quilt', { n: patches.length, country: nameOf(country, view) })
  const desc = descriptionOf(countsOf(patches), words)
  return html`<figure class="quilt">${drawPanel(patches, title, desc, `q${index}`)}<figcaption>${words.t('quilt.one-patch')} ${words.t('face.quilt.caption')}</figcaption></figure>`
}

function countryRow(country: CountryFront, index: number, view: WorldView): Markup {
  const { words, site } = view
  const count = country.periods.reduce((sum, one) => sum + one.incidents, 0)
  const found = foundAtFront(country, view)
  const to = href(site, words.language, { kind: 'country', country: country.pack.id })
  const name = nameOf(country, view)
  return row(
    `c${index}`,
    html`<a href="${to}">${name}</a>`,
    html`${words.t('face.incidents', { n: count })}${found && html`<br>${found.when}`}`,
    html`<a href="${to}">${found?.heading ?? name}</a>`,
    html`${found && html`<p>${found.proof}</p>`}${ratingLine(country, view)}${waysOn(country, view)}${panel(country, index, view)}`,
  )
}

/** `/{lang}/` */
export function worldPage(view: WorldView): string {
  const { words, site, countries } = view
  const total = countries.flatMap((one) => one.periods).reduce((sum, one) => sum + one.incidents, 0)
  const data = href(site, words.language, { kind: 'data' })
  const ways = ['cite', 'wrong', 'blocked'] as const
  const sub = html`<p class="sub">${words.t('face.world.sub')}</p>`
  return layout({
    face: view,
    page: { kind: 'world' },
    title: words.t('face.world.title'),
    pack: countries[0]?.pack ?? null,
    crumbs: [],
    card: worldCard(view),
    body: html`${opening(words.t('face.world.label'), '', words.t('face.world.headline', { n: total }), sub)}${shapes(true)}${countries.map((one, index) => countryRow(one, index, view))}${row(
      'w',
      words.t('front.ways'),
      '',
      words.t('front.ways.heading'),
      html`<ul class="told">${ways.map((one) => html`<li><a href="${data}#${one}">${words.t(`front.way.${one}`)}</a></li>`)}</ul>`,
    )}`,
  })
}

/** The same as data. */
export const worldJson = (view: WorldView): unknown => ({
  countries: view.countries.map(({ pack, periods, front, ratings, watch }) => ({
    id: pack.id,
    name: pack.name,
    version: pack.version,
    periods,
    front: front?.period.id ?? null,
    rating: ratings?.now ?? null,
    watch,
  })),
})
