/** The law cards of a country in, their list out: each in its one sentence, with how it stands. */
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import type { LawCardsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

const item = ({ card, status }: LawCardsView['cards'][number], { words, site, pack }: LawCardsView): Markup =>
  html`<div><dt><a href="${href(site, words.language, { kind: 'law-card', country: pack.id, id: card.id })}">${card.title[words.language]}</a></dt><dd>${card.one[words.language]}<span class="src">${status}</span></dd></div>
`

/** `/{lang}/kz/cards` */
export function lawCardsPage(view: LawCardsView): string {
  const { words, pack, cards, site } = view
  const name = labelIn(pack.name, words.language).text
  const n = cards.length
  const note = html`<p class="sub">${words.t('lawcard.list.note')}</p>${!site.isServed && html`<p>${words.t('lawcard.copy')}</p>`}`
  return layout({
    face: view,
    page: { kind: 'law-cards', country: pack.id },
    title: `${words.t('lawcard.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('lawcard.title'), page: null },
    ],
    body: html`${opening(words.t('lawcard.title'), name, n === 0 ? words.t('lawcard.none') : words.t('lawcard.list.heading', { n }), note)}${
      n > 0 &&
      row(
        'c',
        words.t('lawcard.title'),
        words.t('lawcard.not-advice'),
        words.t('lawcard.title'),
        html`<dl class="vals">${cards.map((one) => item(one, view))}</dl>`,
      )
    }`,
  })
}

/** The same as data. */
export const lawCardsJson = ({ pack, cards, words }: LawCardsView): unknown => ({
  country: pack.id,
  cards: cards.map(({ card, standing }) => ({
    ...{ id: card.id, title: card.title[words.language], one: card.one[words.language] },
    standing,
  })),
})
