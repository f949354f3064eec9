/** The glossary in, its page out: each term in easy words, with its name in the other languages. */
import { LANGUAGES } from '../../core/language.ts'
import type { GlossaryTerm } from '../../core/teach/glossary.ts'
import { between, html, type Markup } from '../markup.ts'
import { localeOf } from '../telling/when.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

function item({ id, term, means, see }: GlossaryTerm, { words, codebook }: Face): Markup {
  const others = LANGUAGES.filter((one) => one !== words.language)
  const beside = see.flatMap((one) => codebook.glossary.get(one) ?? [])
  return html`<div id="term-${id}"><dt>${term[words.language]}<span class="src">${between(
    others.map((one) => html`<span lang="${one}">${term[one]}</span>`),
    ' · ',
  )}</span></dt><dd>${means[words.language]}${
    beside.length > 0 &&
    html`<span class="src">${words.t('glossary.see')}: ${between(
      beside.map((one) => html`<a href="#term-${one.id}">${one.term[words.language]}</a>`),
      ' · ',
    )}</span>`
  }</dd></div>
`
}

const inOrder = ({ codebook, words }: Face): readonly GlossaryTerm[] => {
  const { compare } = new Intl.Collator(localeOf(words.language))
  return [...codebook.glossary.values()].sort((a, b) =>
    compare(a.term[words.language], b.term[words.language]),
  )
}

/** `/{lang}/glossary` */
export function glossaryPage(face: Face): string {
  const { words, codebook } = face
  const terms = inOrder(face)
  const reader = codebook.reviewedBy.glossary?.[words.language] ?? null
  const read = reader === null ? words.t('glossary.unread') : words.t('glossary.read', { by: reader })
  return layout({
    face,
    page: { kind: 'glossary' },
    title: words.t('glossary.title'),
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('glossary.title'), page: null },
    ],
    body: html`${opening(words.t('glossary.title'), read, words.t('glossary.heading', { n: terms.length }), html`<p class="sub">${words.t('glossary.note')}</p>`)}${row(
      'g',
      words.t('glossary.title'),
      words.t('lawcard.not-advice'),
      words.t('glossary.list'),
      html`<dl class="vals">${terms.map((one) => item(one, face))}</dl>`,
    )}`,
  })
}

/** The same as data, in all languages. */
export const glossaryJson = ({ codebook }: Face): unknown => ({
  version: codebook.version,
  reviewedBy: codebook.reviewedBy.glossary ?? null,
  terms: [...codebook.glossary.values()].map(({ id, term, means, see }) => ({ id, term, means, see })),
})
