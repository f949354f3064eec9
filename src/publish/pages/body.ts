/** A body in, a court, a medium, an office or a group with its incidents, its page out. */
import { labelIn } from '../../core/language.ts'
import type { Organisation } from '../../core/pack.ts'
import { bodyCard } from '../card/thing-cards.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { bodyKind } from '../sections/body-kind.ts'
import { certainty } from '../sections/certainty.ts'
import { incidentsIn, inTime, thingHeading } from '../sections/in-time.ts'
import { lawsUsed } from '../sections/laws-used.ts'
import { penaltiesGiven, whatWasDone } from '../sections/outcomes.ts'
import { thingData } from '../sections/thing-data.ts'
import { thingList } from '../sections/thing-list.ts'
import { where } from '../sections/where.ts'
import type { BodyView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row, ruleLink } from './parts.ts'

const PARTS = ['acted', 'struck', 'told'] as const
const pageOf = (view: BodyView, body: Organisation, page?: number): Page => ({
  ...{ kind: 'body', country: view.pack.id, id: body.id, page },
})

/** In how many incidents it is in which part; one that acted and was struck in one incident stands in both. */
function parts(view: BodyView): Markup | false {
  const { words } = view
  const counts = PARTS.flatMap((part) => {
    const { certain, claimed } = view.counts.parts.get(part) ?? { certain: 0, claimed: 0 }
    return claimed === 0 ? [] : [{ part, text: incidentsIn(certain, claimed, view) }]
  })
  if (counts.length === 0) return false
  return html`<p class="sub">${counts.map((one) => `${words.t(`body.part.${one.part}`)}: ${one.text}`).join(' · ')}</p>`
}

/** What was closed came again under another name: the chain, with this one in it. */
function chain(view: BodyView): Markup | false {
  const { words, body, before, after } = view
  if (before.length + after.length === 0) return false
  const item = (one: Organisation): Piece =>
    one.id === body.id
      ? html`<li aria-current="true"><h3>${labelled(one.name, words)}</h3><p>${words.t('body.chain.here')}</p></li>`
      : html`<li><h3><a href="${href(view.site, words.language, pageOf(view, one))}">${labelled(one.name, words)}</a></h3>${certainty(one.certainty, words)}</li>`
  return row(
    's',
    words.t('body.chain'),
    words.t('body.chain.note'),
    words.t('body.chain.heading'),
    html`<ol class="journey">${[...before.toReversed(), body, ...after].map(item)}</ol>`,
  )
}

/** `/{lang}/kz/body/court-atyrau-regional` */
export function bodyPage(view: BodyView): string {
  const { body, pack, words } = view
  const name = labelIn(body.name, words.language).text
  const heading = thingHeading(name, view)
  const names = [body.name.en, body.name.ru, body.name.kk, ...body.aliases].filter(
    (one) => one !== null && one !== name,
  )
  const sub = html`${parts(view)}${names.length > 0 && html`<p class="meta">${words.t('body.names')}: ${[...new Set(names)].join(' · ')}</p>`}<p class="meta">${words.t('body.not-blame')} ${ruleLink('body.as-named@1', view)}</p>`
  const note = html`${certainty(body.certainty, words)}`
  return layout({
    face: view,
    page: pageOf(view, body, view.page),
    title: name,
    pack,
    card: bodyCard(view),
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: name, page: null },
    ],
    body: html`${opening(bodyKind(body, view), note, heading, sub)}${chain(view)}${inTime(view)}${whatWasDone(view)}${penaltiesGiven(view, words.t('thing.penalties.note'))}${lawsUsed(view)}${where(view)}${thingList(
      view,
      (page) => pageOf(view, body, page),
      words.t('nav.incidents'),
      words.t('thing.list'),
    )}`,
  })
}

/** The same as data. */
export const bodyJson = (view: BodyView): unknown => ({
  country: view.pack.id,
  body: view.body,
  before: view.before.map((one) => one.id),
  after: view.after.map((one) => one.id),
  ...thingData(view),
})
