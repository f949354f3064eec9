/** A total in, the single incidents that it counts too with a way to add or take one back out. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import type { RecordView } from './record-view.ts'

export function coverForm({ face }: Desktop, { row, covered, mayDecide, seen }: RecordView): Markup {
  const { t, language } = face.words
  const action = `/${language}/desk/records/${row.id}/covers`
  const hidden = html`${tokenField(face)}<input type="hidden" name="seen" value="${seen}">`
  return html`${covered.length === 0 && html`<p>${t('cover.none')}</p>`}<ul class="work">${covered.map(
    (id) =>
      html`<li><div><a href="/${language}/desk/records/${id}">${id}</a></div>${mayDecide && html`<form method="post" action="${action}">${hidden}<input type="hidden" name="incident" value="${id}"><button type="submit" name="covers" value="no" class="plain" aria-label="${t('cover.end')}: ${id}">${t('cover.end')}</button></form>`}</li>`,
  )}</ul>${mayDecide && html`<form method="post" action="${action}">${hidden}<p class="fields"><label>${t('cover.incident')}<br><input name="incident" required maxlength="81" autocomplete="off" autocapitalize="none" spellcheck="false"></label> <label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label> <button type="submit" name="covers" value="yes">${t('cover.add')}</button></p></form>`}`
}
