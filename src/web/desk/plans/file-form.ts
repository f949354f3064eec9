/** A form that takes files of tables, and what was taken from them. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { TakenPlan } from '../../../usecases/plan/plan-file.ts'
import { button } from '../accounts/pieces.ts'
import { type DeskFace, tokenField } from '../frame.ts'

export const fileForm = (face: DeskFace, action: string): Markup =>
  html`<form method="post" action="${action}" enctype="multipart/form-data">${tokenField(face)}<p><label>${face.words.t('plans.bring.files')}<br><input type="file" name="file" multiple required></label></p><p><label>${face.words.t('plans.bring.words')}<br><input name="words" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200"></label></p>${button(face.words.t('plans.bring.do'))}</form>`

/** For the tables: what leaves is sealed, and only the words of the day open it. */
export const sealedForm = (face: DeskFace, action: string): Markup =>
  html`<form method="post" action="${action}">${tokenField(face)}<p><label>${face.words.t('plans.give.words')}<br><input name="words" required autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200"></label></p>${button(face.words.t('plans.give.do'), true)}</form>`

export function takenLines(face: DeskFace, taken: readonly TakenPlan[]): Piece {
  const { t, language } = face.words
  if (taken.length === 0) return false
  return html`<div class="shown" role="status">${taken.map(
    (one) =>
      html`<p><a href="/${language}/desk/plans/${one.plan}">${t('plans.took', { n: one.fresh })}</a> ${one.known > 0 && t('plans.took.known', { n: one.known })} ${one.changed > 0 && html`<b>${t('plans.took.changed', { n: one.changed })}</b>`}</p>`,
  )}</div>`
}
