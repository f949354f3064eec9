/** What colleagues asked about one record or passage in; the questions with their answers out, and forms to ask, answer, close and reopen. */
import type { About } from '../../../core/decided.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Question } from '../../../store/queries/questions.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'

export type QuestionsView = {
  readonly about: About
  readonly questions: readonly Question[]
  readonly mayAsk: boolean
}
/** What was typed and could not be taken. */
export type Typed = { readonly field: string; readonly to: string; readonly words: string }
const NOTHING: Typed = { field: '', to: '', words: '' }

export function questionsSection(desktop: Desktop, view: QuestionsView): Piece {
  const { t } = desktop.face.words
  if (view.questions.length === 0 && !view.mayAsk) return false
  return html`<div id="questions">${section(
    t('ask.title'),
    t('ask.note'),
    html`${view.questions.map((one) => question(desktop, one, view.mayAsk))}${
      view.mayAsk &&
      html`<details><summary>${t('ask.do')}</summary>${askForm(desktop, view.about, NOTHING)}</details>`
    }`,
  )}</div>`
}

/** `typed`: an answer that could not be taken. */
export function question(desktop: Desktop, one: Question, mayAnswer: boolean, typed = ''): Markup {
  const { t, language } = desktop.face.words
  const of = one.to_handle === null ? t('ask.to-anybody') : t('ask.to-one', { handle: one.to_handle })
  const meta = [one.by, of, one.field && t(`field.${one.field}`), momentIn(one.at, language)]
  return html`<article class="asked"><h2 class="name">${one.words}</h2><p class="meta">${meta.filter(Boolean).join(' · ')} · ${t(one.isClosed ? 'ask.closed' : 'ask.open')}</p>${one.said.map(
    (said) =>
      html`<p>${said.verdict === 'answered' ? said.words : html`${t(`ask.said.${said.verdict}`)}${said.words && html`: ${said.words}`}`} <span class="meta">${said.by} · ${momentIn(said.at, language)}</span></p>`,
  )}${mayAnswer && answerForm(desktop, one, typed)}</article>
`
}

function answerForm(desktop: Desktop, one: Question, typed: string): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const submit = (verdict: string, isQuiet: boolean): Markup =>
    html`<button type="submit" name="verdict" value="${verdict}"${isQuiet && html` class="quiet"`}>${t(`ask.do.${verdict}`)}</button> `
  return html`<form method="post" action="/${language}/desk/questions/${one.id}">${tokenField(face)}<p><label>${t(one.isClosed ? 'work.why' : 'ask.answer')}<br><textarea name="words" maxlength="2000" rows="2" cols="60">${typed}</textarea></label></p><p class="fields">${one.isClosed ? submit('reopened', false) : html`${submit('answered', false)}${submit('closed', true)}`}</p></form>`
}

/** Only who may read the matter can be asked; who that is, the program does not list. */
export function askForm(desktop: Desktop, about: About, typed: Typed): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const [kind, id] = 'incident' in about ? ['incident', about.incident] : ['draft', about.draft]
  return html`<form method="post" action="/${language}/desk/questions">${tokenField(face)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="about" value="${id}">
<p><label>${t('ask.words')} *<br><textarea name="words" required maxlength="2000" rows="3" cols="60">${typed.words}</textarea></label></p>
<p class="fields"><label>${t('ask.to')}<br><input name="to" value="${typed.to}" maxlength="41" autocomplete="off" autocapitalize="none" spellcheck="false"></label> <label>${t('ask.field')}<br><select name="field"><option value="">${t('ask.field.whole')}</option>${FIELDS.map((field) => html`<option value="${field}"${typed.field === field && html` selected`}>${t(`field.${field}`)}</option>`)}</select></label> <button type="submit">${t('ask.send')}</button></p></form>`
}
