/** The form that asks for a copy of one record, in the forms that whoever looks may take out. */
import type { Audience } from '../../../core/tier.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

export function exportForm(
  { face }: Desktop,
  { id }: { readonly id: string },
  forms: readonly Audience[],
): Piece {
  const { t, language } = face.words
  return html`<form method="post" action="/${language}/desk/exports">${tokenField(face)}<input type="hidden" name="ids" value="${id}">
<p class="fields"><label>${t('work.export.form')}<br><select name="audience">${forms.map(
    (one) => html`<option value="${one}">${t(`work.export.${one}`)}</option>`,
  )}</select></label> <label>${t('work.why')} *<br><input name="reason" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.export.do')}</button></p></form>`
}
