/** What letters can be about in, the page with the form out: what would be kept, and what else there is, stand before the field. */

import { subjectIn } from '../letters/write.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face, LettersView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'
import { workField, workOf, workScript } from './public-form.ts'

function form(view: LettersView): Markup {
  const { words, subjects } = view
  return html`<form method="post" action="/${words.language}/letters"${view.asksWork && workOf(view, 'letters')} class="stack">
<p><label for="subject">${words.t('letters.about')}</label><br><select id="subject" name="subject">${subjects.map(({ path, pack }) => html`<option value="${path}"${path === view.chosen && html` selected`}>${subjectIn(path, pack, view)}</option>`)}</select></p>
<p><label for="address">${words.t('letters.address')}</label><br><input id="address" name="address" type="email" required maxlength="254" autocomplete="off" autocapitalize="none" spellcheck="false"></p>
<p><button type="submit">${words.t('letters.ask')}</button>${view.asksWork && workField(view)}</p></form>`
}

/** `/{lang}/letters` */
export function lettersPage(view: LettersView): string {
  const { words, site, open, lines } = view
  const feeds = html`<p><a href="${href(site, words.language, { kind: 'feeds' })}">${words.t('feeds.title')}</a></p>`
  return layout({
    face: view,
    page: { kind: 'letters' },
    title: words.t('letters.title'),
    pack: null,
    crumbs: [
      { text: words.t('feeds.title'), page: { kind: 'feeds' } },
      { text: words.t('letters.title'), page: null },
    ],
    body: html`${opening(words.t('letters.label'), '', words.t('letters.headline'), html`<p class="sub">${words.t(open ? 'letters.sub' : 'letters.closed')}</p>`)}
${row('k', words.t('letters.kept'), '', words.t('letters.kept-heading'), html`<p>${words.t('letters.kept-1')}</p><p>${words.t('letters.kept-2')}</p><p>${words.t('letters.kept-3')}</p>${feeds}`)}${
  open &&
  row(
    'f',
    words.t('letters.form'),
    '',
    words.t('letters.form-heading'),
    html`${lines.length > 0 && html`<div class="wrong" role="alert">${lines.map((line) => html`<p>${line}</p>`)}</div>`}${form(view)}`,
  )
}`,
    script: open && view.asksWork ? workScript : undefined,
  })
}

/** The same as data. */
export const lettersJson = ({ open, subjects }: LettersView): unknown => ({
  open,
  subjects: subjects.map((one) => one.path),
})

/** One step: what was done, or a button that does it. A mail program that looks at addresses by itself does nothing by that. */
export function letterStepPage(face: Face, heading: string, body: Piece): string {
  const { words } = face
  return layout({
    face,
    page: null,
    title: words.t('letters.title'),
    pack: null,
    crumbs: [{ text: words.t('feeds.title'), page: { kind: 'feeds' } }],
    body: opening(words.t('letters.label'), '', heading, body),
  })
}

export const stepForm = (action: string, text: string): Markup =>
  html`<form method="post" action="${action}"><p><button type="submit">${text}</button></p></form>`
