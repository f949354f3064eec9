/** Pieces that several pages share: the row with its label, doubt, the slip, links to sources. */
import { type Labels, labelIn } from '../../core/language.ts'
import type { Words } from '../../core/words.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'

/** A museum label on the left, the thing on the right. */
export function row(id: string, label: Piece, note: Piece, heading: Piece, body: Piece): Markup {
  return html`<section class="row" aria-labelledby="${id}"><div class="lab"><b>${label}</b>${note}</div><div class="stack"><h2 id="${id}">${heading}</h2>
${body}</div></section>
`
}

/** The first row: what it is, and the finding as the headline. */
export function opening(label: Piece, note: Piece, heading: Piece, sub: Piece): Markup {
  return html`<section class="row first finding"><div class="lab"><b>${label}</b>${note}</div><div><h1>${heading}</h1>
${sub}</div></section>
`
}

/** Unknown is said in its own shape, never as a dash, a zero or a blank. */
export const unknown = (words: Words): Markup =>
  html`<span class="unknown">${words.t('doubt.unknown')}</span>`

/** A slip of one fixed width; nothing of the value is in the page. */
export const slip = (words: Words): Markup =>
  html`<span class="withheld"><b>${words.t('doubt.withheld')}</b></span>`

/** A label in the reader's language; one that nobody has written yet stands in English and says so by its `lang`. */
export function labelled(labels: Labels, words: Words): Piece {
  const { text, lang } = labelIn(labels, words.language)
  return lang === words.language ? text : html`<span lang="${lang}">${text}</span>`
}

/** Text in the language of its source. */
export const foreign = (text: string, language: string | undefined, words: Words): Piece =>
  language === undefined || language === words.language ? text : html`<span lang="${language}">${text}</span>`

/** A rule id, linked to its reason. */
export const ruleLink = (rule: string, face: Pick<Face, 'site' | 'words'>): Markup =>
  html`<a href="${href(face.site, face.words.language, { kind: 'rule', id: rule })}">${rule}</a>`
