/** A law card in, its easy-read page out: one thought a line, large, nothing beside. */
import type { LeafLine } from '../../core/teach/leaf.ts'
import { html, type Markup } from '../markup.ts'
import { withTerms } from '../sections/terms.ts'
import type { LawCardView } from '../views.ts'
import { cardCrumbs } from './law-card.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** That something is held back stands apart from what is told. */
const line = ({ text, note, isDoubtful }: LeafLine, view: LawCardView, met: Set<string>): Markup =>
  isDoubtful && note === undefined
    ? html`<p class="meta">${text}</p>`
    : html`<p>${withTerms(text, view, met)}${note !== undefined && html` <span class="inferred">${note}</span>`}</p>`

/** `/{lang}/card/kz/CC-174/easy` */
export function easyCardPage(view: LawCardView): string {
  const { leaf, pack, words } = view
  const met = new Set<string>()
  const { country, id } = leaf
  const mark = leaf.watermark !== null && html`<p class="mark" aria-hidden="true">${leaf.watermark}</p>`
  return layout({
    face: view,
    page: { kind: 'easy-card', country, id },
    title: `${words.t('lawcard.easy')}: ${leaf.title}`,
    pack,
    crumbs: [
      ...cardCrumbs(view),
      { text: leaf.title, page: { kind: 'law-card', country, id } },
      { text: words.t('lawcard.easy'), page: null },
    ],
    body: html`${mark}${opening(words.t('lawcard.easy'), '', leaf.title, html`<p class="unread">${leaf.status}</p>`)}
${row('e', words.t('lawcard.kind'), words.t('lawcard.not-advice'), words.t('lawcard.h.says'), html`<div class="easy">${leaf.easy.map((one) => line(one, view, met))}</div>`)}`,
  })
}

/** The same as data. */
export const easyCardJson = ({ leaf }: LawCardView): unknown => ({
  ...{ id: leaf.id, country: leaf.country, language: leaf.language },
  ...{ title: leaf.title, state: leaf.state, status: leaf.status, easy: leaf.easy },
})
