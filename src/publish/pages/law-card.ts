/** A law card as told in, its page out: the same words as on paper, with the way to every record behind them. */

import { labelIn } from '../../core/language.ts'
import { CARD_FILES, isCarried } from '../../core/teach/card-files.ts'
import type { LeafLine, LeafLink, LeafSection } from '../../core/teach/leaf.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { withTerms } from '../sections/terms.ts'
import type { LawCardView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

export function leafHref({ site, words, leaf }: LawCardView, to: LeafLink): string {
  const country = leaf.country
  switch (to.kind) {
    case 'url':
      return to.href
    case 'incident':
      return href(site, words.language, { kind: 'incident', id: to.id })
    case 'law':
      return href(site, words.language, { kind: 'law', country, provision: to.id })
    case 'bill':
      return href(site, words.language, { kind: 'bill', country, id: to.id })
  }
}

/** Words that are linked already are not linked again to what a term means. */
function told(line: LeafLine, view: LawCardView, met: Set<string>): Piece {
  const text = line.link
    ? html`<a href="${leafHref(view, line.link)}">${line.text}</a>`
    : withTerms(line.text, view, met)
  const note =
    line.note !== undefined &&
    html` <span class="${line.isDoubtful ? 'inferred' : 'stated'}">${line.note}</span>`
  return html`${text}${note}`
}

/** What happens is counted; what has a day or a moment stands beside it; the rest are points. */
function linesOf({ id, lines }: LeafSection, view: LawCardView, met: Set<string>): Markup {
  if (id === 'uses' || lines.every((one) => one.lead === undefined))
    return html`<ul class="points">${lines.map((one) => html`<li>${one.lead !== undefined && html`<b>${one.lead}</b>: `}${told(one, view, met)}</li>`)}</ul>`
  if (id === 'steps')
    return html`<ol class="points">${lines.map((one) => html`<li><b>${one.lead}</b> ${told(one, view, met)}</li>`)}</ol>`
  return html`<dl class="vals">${lines.map((one) => html`<div><dt>${one.lead}</dt><dd>${told(one, view, met)}</dd></div>`)}</dl>`
}

function forms(view: LawCardView): Markup | false {
  const { words, site, leaf, typesets } = view
  const { country, id } = leaf
  const files = CARD_FILES.filter(
    (file) => (typesets || !file.endsWith('.pdf')) && (leaf.mayBeCarried || !isCarried(file)),
  )
  const easy: Page = { kind: 'easy-card', country, id }
  // Left out of a copy: nothing of it is on paper either.
  if (leaf.sections.length === 0) return false
  return html`<ul class="dl"><li><a href="${href(site, words.language, easy)}">${words.t('lawcard.easy')}</a></li>${files.map(
    (file) =>
      html`<li><a href="${href(site, words.language, { kind: 'law-card-file', country, id, file })}">${words.t(`lawcard.file.${file}`)}</a></li>`,
  )}</ul>${!leaf.mayBeCarried && html`<p class="meta">${words.t('lawcard.no-wallet')}</p>`}`
}

export const cardCrumbs = ({ pack, words }: Pick<LawCardView, 'pack' | 'words'>) => [
  { text: labelIn(pack.name, words.language).text, page: { kind: 'country', country: pack.id } as const },
  { text: words.t('lawcard.title'), page: { kind: 'law-cards', country: pack.id } as const },
]

/** `/{lang}/card/kz/CC-174` */
export function lawCardPage(view: LawCardView): string {
  const { leaf, pack, words } = view
  const met = new Set<string>()
  const status = html`<p class="unread">${leaf.status}</p>`
  const sub = html`<p class="sub">${withTerms(leaf.one, view, met)}</p>${status}`
  const mark = leaf.watermark !== null && html`<p class="mark" aria-hidden="true">${leaf.watermark}</p>`
  const own = leaf.official.map((one) => html`${one}<br>`)
  return layout({
    face: view,
    page: { kind: 'law-card', country: pack.id, id: leaf.id },
    title: `${words.t('lawcard.kind')}: ${leaf.title}`,
    pack,
    crumbs: [...cardCrumbs(view), { text: leaf.title, page: null }],
    body: html`${mark}${opening(words.t('lawcard.kind'), own, leaf.title, sub)}
${leaf.sections.map((one) => row(`c-${one.id}`, one.heading, '', one.heading, linesOf(one, view, met)))}${row(
  'c-forms',
  words.t('lawcard.forms'),
  words.t('lawcard.forms.note'),
  words.t('lawcard.forms'),
  html`${forms(view)}<p class="meta">${leaf.reads.map((one) => html`${one} `)}</p><p class="meta">${leaf.foot[0]} ${words.t('lawcard.version', { id: leaf.id, version: view.card.version, print: view.card.prints[leaf.language].slice(0, 8) })}</p>`,
)}`,
  })
}

/** The same as data: the words as they are told, and how the card stands. */
export const lawCardJson = ({ leaf, standing }: LawCardView): unknown => ({ ...leaf, standing })
