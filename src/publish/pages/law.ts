/** A provision and the incidents that used it in, its page out. */

import { labelIn } from '../../core/language.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import { lawCard } from '../card/cards.ts'
import type { AxisMark } from '../figures/over-time.ts'
import { provisionIn } from '../laws.ts'
import { href, type Page, subjectFeed } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { analysesSection } from '../sections/analyses.ts'
import { certainty } from '../sections/certainty.ts'
import { inTime } from '../sections/in-time.ts'
import { onWhom } from '../sections/on-whom.ts'
import { penaltiesGiven, whatWasDone } from '../sections/outcomes.ts'
import { thingData } from '../sections/thing-data.ts'
import { thingList } from '../sections/thing-list.ts'
import { where } from '../sections/where.ts'
import { writtenIn } from '../telling/when.ts'
import type { LawView } from '../views.ts'
import { layout } from './layout.ts'
import { foreign, labelled, opening, row, unknown } from './parts.ts'

function penalties(view: LawView): Piece {
  const { provision, words, tell } = view
  if (provision.penalties.length === 0) return unknown(words)
  return html`<dl class="vals">${provision.penalties.map((one) => {
    const from = one.from === null ? null : words.t('face.since', { date: writtenIn(one.from, tell) })
    const to = one.to === null ? null : words.t('face.until', { date: writtenIn(one.to, tell) })
    return html`<div><dt>${[from, to].filter((part) => part !== null).join(', ') || unknown(words)}</dt><dd>${foreign(one.text, 'en', words)}${certainty(one.certainty, words)}</dd></div>
`
  })}</dl>`
}

/** Numbered, so that a mark on the axis of time is found here. */
const changes = (view: LawView): Markup =>
  html`<dl class="vals">${view.provision.changes.map(
    (one, index) =>
      html`<div><dt>${index + 1}. ${writtenIn(one.date, view.tell)}</dt><dd>${foreign(one.event, 'en', view.words)}${certainty(one.certainty, view.words)}</dd></div>
`,
  )}</dl>`

const marksOf = ({ provision }: LawView): readonly AxisMark[] =>
  provision.changes.flatMap((one, index) => {
    const date = parsePartialDate(one.date)
    return date?.from && date.to ? [{ n: index + 1, from: date.from, to: date.to }] : []
  })

/** Bills that the pack ties to this provision, or to the act that it is in. */
function bills(view: LawView): Markup | false {
  const { pack, provision, words, site } = view
  const own = [...pack.bills.values()].filter(
    (one) =>
      one.becomes === provision.act ||
      one.replaces === provision.act ||
      one.clauses.some((clause) => clause.provision === provision.id),
  )
  if (own.length === 0) return false
  return html`<p class="meta">${own.map((one) => html`<a href="${href(site, words.language, { kind: 'bill', country: pack.id, id: one.id })}">${labelled(one.title, words)}</a> `)}</p>`
}

const inPlainWords = ({ cards = [], pack, words, site }: LawView): Markup | false =>
  cards.length > 0 &&
  html`<p class="meta">${words.t('lawcard.link')}: ${cards.map((one) => html`<a href="${href(site, words.language, { kind: 'law-card', country: pack.id, id: one.id })}">${one.title[words.language]}</a> `)}</p>`

const useOf = ({ counts, provision }: LawView) => counts.uses.find((one) => one.provision === provision.id)

const pageOf = ({ pack, provision }: LawView, page?: number): Page => ({
  ...{ kind: 'law', country: pack.id, provision: provision.id, page },
})

/** `/{lang}/kz/law/CC-405` */
export function lawPage(view: LawView): string {
  const { provision, pack, words, site } = view
  const name = provisionIn(provision, pack, view)
  const act = pack.acts.get(provision.act)
  const use = useOf(view)
  // Asked for only where it is led to: a copy writes each page that an address was asked for.
  const eyes = use && href(site, words.language, { kind: 'eyes', country: pack.id })
  const sub = html`<p class="sub">${labelled(provision.title, words)}</p><p class="unread">${words.t('face.law.no-lawyer')} ${words.t('law.not-advice')}</p>${inPlainWords(view)}${eyes && html`<p class="meta"><a href="${eyes}">${words.t('eyes.title')}</a></p>`}${bills(view)}`
  const note = html`${act && labelled(act.title, words)}${certainty(provision.certainty.provision, words)}`
  const split = use ? words.t('face.laws.split', { stated: use.stated, inferred: use.inferred }) : ''
  const body = html`${opening(words.t('face.law'), note, name, sub)}
${inTime(view, { marks: marksOf(view), what: words.t('law.changes') })}${
  provision.changes.length > 0 && row('c', words.t('law.changes'), '', words.t('law.changes'), changes(view))
}${row('p', words.t('face.law.penalties'), words.t('face.law.penalties-note'), words.t('face.law.penalties'), penalties(view))}${penaltiesGiven(view, words.t('thing.law-penalties.note'))}${analysesSection(view.analyses ?? [], view)}${onWhom(view)}${whatWasDone(view)}${where(view)}${thingList(
  view,
  (page) => pageOf(view, page),
  words.t('face.law.uses'),
  use ? words.t('face.law.used', { n: use.stated + use.inferred }) : words.t('doubt.none-recorded'),
  split,
)}`
  return layout({
    face: view,
    page: pageOf(view, view.page),
    title: name,
    pack,
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: name, page: null },
    ],
    card: lawCard(view),
    // A feed of nothing is none.
    feed:
      view.site.hasFeeds && view.total > 0
        ? subjectFeed(view.site, words.language, { kind: 'law', country: pack.id, provision: provision.id })
        : undefined,
    body,
  })
}

/** The same as data. */
export const lawJson = (view: LawView): unknown => ({
  country: view.pack.id,
  provision: view.provision,
  act: view.pack.acts.get(view.provision.act) ?? null,
  uses: useOf(view) ?? null,
  ...thingData(view),
  analyses: view.analyses ?? [],
})
