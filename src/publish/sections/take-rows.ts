/** A filter in, a form that gives its rows as a file out: by GET, so that the address of the file can be kept. */
import { html, type Markup } from '../markup.ts'
import { filesOf } from '../open/files.ts'
import type { IncidentsView } from '../views.ts'

export function takeRows(view: IncidentsView): Markup {
  const { words, pack, period, filter } = view
  const files = filesOf({ kind: 'period', country: pack.id, period: period.id, filter })
  const hidden = Object.entries(filter).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="get" action="/data/${pack.id}/${period.id}/take" class="take">${hidden}<p class="fields"><label>${words.t('open.data.filtered')}<br><select name="file">${files.map((one) => html`<option value="${one.name}">${words.t(`open.file.${one.key}`)}</option>`)}</select></label> <button type="submit">${words.t('open.data.take')}</button></p></form>`
}
