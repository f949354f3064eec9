/** A law in the making in, its page out: stages, what would change beside what was, objections, what comes next. */
import { standingOfBill } from '../../core/bill.ts'
import { labelIn } from '../../core/language.ts'
import { billCard } from '../card/thing-cards.ts'
import { type Step, stepLine } from '../figures/steps.ts'
import { provisionIn } from '../laws.ts'
import { href, type Page, subjectFeed } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { billStanding, whenOf } from '../sections/bill-standing.ts'
import { certainty } from '../sections/certainty.ts'
import { withTerms } from '../sections/terms.ts'
import { thingList } from '../sections/thing-list.ts'
import type { BillView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row, unknown } from './parts.ts'

const link = (view: BillView, page: Page, text: Piece): Markup =>
  html`<a href="${href(view.site, view.words.language, page)}">${text}</a>`

function bodyOf(view: BillView, id: string): Piece {
  const body = view.pack.organisations.get(id)
  return body ? link(view, { kind: 'body', country: view.pack.id, id }, labelled(body.name, view.words)) : id
}

/** What says it, and how sure that is. */
const said = (
  { source, certainty: level }: { readonly source: string | null; readonly certainty: string | null },
  view: BillView,
): Markup =>
  html`${source !== null && html`<span class="src" lang="en">${source}</span>`}${certainty(level, view.words)}`

/** Done steps with their days, then those of the country's path that are to come. */
function stages(view: BillView): Markup {
  const { bill, pack, words } = view
  const { next } = standingOfBill(bill, pack.billPath)
  const rest = next === null ? [] : pack.billPath.slice(pack.billPath.indexOf(next))
  const steps: readonly Step[] = [
    ...bill.steps.map((one) => ({
      ...{ label: words.t(`bill.stage.${one.stage}`), when: whenOf(one, view), isDone: true },
    })),
    ...rest.map((one, index) => ({
      label: words.t(`bill.stage.${one}`),
      when: index === 0 ? words.t('bill.is-next') : words.t('bill.not-yet'),
      isDone: false,
    })),
  ]
  return html`${stepLine(steps)}<dl class="vals">${bill.steps.map(
    (one) =>
      html`<div><dt>${whenOf(one, view)}</dt><dd>${words.t(`bill.stage.${one.stage}`)}${one.by !== null && html`, ${bodyOf(view, one.by)}`}${said(one, view)}</dd></div>
`,
  )}</dl>`
}

/** Two columns where there is room, one under the other on a phone; what was not read by us is said to be unknown. */
function clauses(view: BillView): Markup {
  const { bill, pack, words } = view
  return html`<div class="clauses">${bill.clauses.map((one) => {
    const provision = one.provision === null ? undefined : pack.provisions.get(one.provision)
    return html`<section aria-labelledby="cl-${one.id}"><h3 id="cl-${one.id}">${labelled(one.about, words)}</h3><div><p class="src">${words.t('bill.before')}</p><p>${one.before === null ? unknown(words) : labelled(one.before, words)}</p></div><div><p class="src">${words.t('bill.now')}</p><p>${labelled(one.now, words)}</p></div><p class="meta">${provision && link(view, { kind: 'law', country: pack.id, provision: provision.id }, provisionIn(provision, pack, view))}${said(one, view)}</p></section>
`
  })}</div>`
}

function objections(view: BillView): Markup {
  const { bill, words } = view
  const about = (id: string): Piece => {
    const clause = bill.clauses.find((one) => one.id === id)
    return clause ? html`<a href="#cl-${id}">${labelled(clause.about, words)}</a>` : id
  }
  return html`<dl class="vals">${bill.objections.map(
    (one) =>
      html`<div><dt><ul>${one.by.map((id) => html`<li>${bodyOf(view, id)}</li>`)}</ul><span class="src">${whenOf(one, view)}</span></dt><dd>${labelled(one.text, words)}${
        one.clauses.length > 0 &&
        html`<span class="src">${words.t('bill.about')}: ${between(one.clauses.map(about), ' · ')}</span>`
      }${said(one, view)}</dd></div>
`,
  )}</dl>`
}

/** Laws of the pack that the bill took the place of or became. */
function lawsOf(view: BillView): Markup | false {
  const { bill, pack, words } = view
  const act = (key: string, id: string | null): Piece => {
    const found = id === null ? undefined : pack.acts.get(id)
    const own = [...pack.provisions.values()].filter((one) => one.act === id)
    return (
      found &&
      html`<div><dt>${words.t(key)}</dt><dd>${labelled(found.title, words)}${
        own.length > 0 &&
        html`<span class="src">${between(
          own.map((one) =>
            link(view, { kind: 'law', country: pack.id, provision: one.id }, provisionIn(one, pack, view)),
          ),
          ' · ',
        )}</span>`
      }</dd></div>`
    )
  }
  const { cards = [] } = view
  if (bill.becomes === null && bill.replaces === null && cards.length === 0) return false
  return row(
    'l',
    words.t('nav.laws'),
    '',
    words.t('bill.laws'),
    html`<dl class="vals">${act('bill.replaces', bill.replaces)}${act('bill.becomes', bill.becomes)}${
      cards.length > 0 &&
      html`<div><dt>${words.t('bill.cards')}</dt><dd>${cards.map((one) => html`<span class="src">${link(view, { kind: 'law-card', country: pack.id, id: one.id }, one.title[words.language])}</span>`)}</dd></div>`
    }</dl>`,
  )
}

/** `/{lang}/kz/bill/assemblies-2020` */
export function billPage(view: BillView): string {
  const { bill, pack, words, members } = view
  const title = labelIn(bill.title, words.language).text
  const { now, ahead } = billStanding(bill, pack, view)
  const page = { kind: 'bill', country: pack.id, id: bill.id } as const satisfies Page
  const sub = html`<p class="sub">${labelled(bill.title, words)}</p><p class="unread">${words.t('face.law.no-lawyer')} ${words.t('law.not-advice')}</p>`
  const incidents = members.map((one) => one.incident)
  const met = new Set<string>()
  return layout({
    face: view,
    page,
    title,
    pack,
    card: billCard(view),
    feed: view.site.hasFeeds ? subjectFeed(view.site, words.language, page) : undefined,
    crumbs: [
      { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } },
      { text: words.t('bills.title'), page: { kind: 'bills', country: pack.id } },
      { text: title, page: null },
    ],
    body: html`${opening(words.t('bill.title'), certainty(bill.certainty, words), now, sub)}
${
  bill.means.length > 0 &&
  row(
    'm',
    words.t('bill.means'),
    words.t('law.not-advice'),
    words.t('bill.means'),
    html`<ul class="points">${bill.means.map((one) => html`<li>${withTerms(one.text[words.language], view, met)}${said(one, view)}</li>`)}</ul>`,
  )
}${row('s', words.t('bill.stages'), words.t('bill.stages.note'), ahead, stages(view))}${
  bill.clauses.length > 0 &&
  row(
    'c',
    words.t('bill.clauses'),
    words.t('bill.clauses.note'),
    words.t('bill.clauses.heading', { n: bill.clauses.length }),
    clauses(view),
  )
}${
  bill.objections.length > 0 &&
  row(
    'o',
    words.t('bill.objections'),
    words.t('bill.objections.note'),
    words.t('bill.objections.heading', { n: bill.objections.length }),
    objections(view),
  )
}${lawsOf(view)}${
  incidents.length > 0 &&
  thingList(
    { ...view, members: members.toReversed(), page: 1, pages: 1, total: members.length },
    () => page,
    words.t('nav.incidents'),
    words.t('bill.records'),
  )
}`,
  })
}

/** The same as data. */
export const billJson = (view: BillView): unknown => ({
  country: view.pack.id,
  bill: view.bill,
  path: view.pack.billPath,
  next: standingOfBill(view.bill, view.pack.billPath).next,
  incidents: view.members.map((one) => one.incident.id),
})
