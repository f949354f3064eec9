/** Whom a record is open to beyond its team, each with a way to close it again, and the form that opens it. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

export function shareForm({ face }: Desktop, row: IncidentRow): Piece {
  const { t, language } = face.words
  const action = `/${language}/desk/records/${row.id}/share`
  const ended = (kind: string, who: string): Markup =>
    html`<li>${who} <form method="post" action="${action}" class="inline">${tokenField(face)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="whom" value="${who}"><input type="hidden" name="why" value=""><input type="hidden" name="ended" value="yes"><button type="submit" class="plain" aria-label="${t('work.share.end')}: ${who}">${t('work.share.end')}</button></form></li>`
  const open = [
    ...row.shared_with.map((one) => ended('organisation', one)),
    ...row.assigned.map((one) => ended('account', one)),
  ]
  return html`${open.length > 0 && html`<ul class="links">${open}</ul>`}
<form method="post" action="${action}">${tokenField(face)}<input type="hidden" name="ended" value=""><p class="fields"><label>${t('work.share.kind')}<br><select name="kind"><option value="organisation">${t('work.share.organisation')}</option><option value="account">${t('work.share.account')}</option></select></label> <label>${t('work.share.whom')} *<br><input name="whom" required maxlength="41" autocapitalize="none" autocomplete="off" spellcheck="false"></label> <label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('work.share.do')}</button></p></form>`
}
