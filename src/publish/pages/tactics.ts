/** The library of tactics in, its list and the page of one out: what it takes, what to ask before, what is known of its effect. */
import { labelIn } from '../../core/language.ts'
import type { Tactic } from '../../core/tactic.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { needs, tacticList } from '../sections/tactic-list.ts'
import type { TacticsView, TacticView } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

const LIST: Page = { kind: 'tactics' }

/** `/{lang}/tactics` */
export function tacticsPage(view: TacticsView): string {
  const { words, tactics } = view
  const without = tactics.filter((one) => one.evidence.every((each) => !each.found)).length
  return layout({
    face: view,
    page: LIST,
    title: words.t('tactic.title'),
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('tactic.title'), page: null },
    ],
    body: html`${opening(words.t('tactic.title'), '', words.t('tactic.heading', { n: tactics.length, without }), html`<p class="sub">${words.t('tactic.sub')}</p>`)}${row('t', words.t('tactic.title'), words.t('tactic.note'), words.t('tactic.list'), tacticList(tactics, view))}`,
  })
}

/** The same as data. */
export const tacticsJson = ({ tactics }: TacticsView): unknown => ({ tactics })

const evidence = ({ tactic, words }: TacticView): Markup =>
  html`<dl class="vals">${tactic.evidence.map(
    ({ found, text, source }) =>
      html`<div><dt>${words.t(found ? 'tactic.found' : 'tactic.not-found')}</dt><dd>${labelled(text, words)}${source !== null && html`<span class="src" lang="en">${source}</span>`}</dd></div>
`,
  )}</dl>`

/** `/{lang}/tactic/quilt` */
export function tacticPage(view: TacticView): string {
  const { words, tactic, isOwn, site } = view
  const title = labelIn(tactic.name, words.language).text
  return layout({
    face: view,
    page: { kind: 'tactic', id: tactic.id },
    title,
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('tactic.title'), page: LIST },
      { text: title, page: null },
    ],
    body: html`${opening(words.t('tactic.one'), isOwn ? words.t('tactic.own') : '', title, html`<p class="sub">${labelled(tactic.what, words)}</p>`)}${row(
      'q',
      words.t('tactic.before'),
      words.t('tactic.before.note'),
      words.t('tactic.before.heading'),
      html`<ul class="told">${tactic.questions.map((one) => html`<li>${labelled(one, words)}</li>`)}</ul><p class="meta">${words.t('tactic.stop')}</p>`,
    )}${row('t', words.t('tactic.takes'), '', words.t('tactic.takes.heading'), needsTable(tactic, view))}${row(
      'e',
      words.t('tactic.effect'),
      words.t('tactic.effect.note'),
      words.t(tactic.evidence.some((one) => one.found) ? 'tactic.effect.some' : 'tactic.effect.none'),
      evidence(view),
    )}<p class="meta"><a href="${href(site, words.language, LIST)}">${words.t('tactic.all')}</a></p>`,
  })
}

function needsTable(tactic: Tactic, view: TacticView): Markup {
  const { words } = view
  const { cost, people, hours } = needs(tactic, view)
  return html`<dl class="vals"><div><dt>${words.t('tactic.cost')}</dt><dd>${cost}</dd></div>
<div><dt>${words.t('tactic.people')}</dt><dd>${people}</dd></div>
<div><dt>${words.t('tactic.hours')}</dt><dd>${hours}</dd></div>
<div><dt>${words.t('tactic.helps')}</dt><dd>${tactic.for.map((one) => words.t(`tactic.for.${one}`)).join(', ')}</dd></div></dl>`
}

/** The same as data. */
export const tacticJson = ({ tactic, isOwn }: TacticView): unknown => ({ tactic, ofGroup: isOwn })
