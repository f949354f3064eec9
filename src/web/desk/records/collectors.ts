/** The sources of a record in; how many are independent, and a form for each that says who collected first, out. */
import { independentIn } from '../../../core/collectors.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Documented } from '../../../store/queries/collectors.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import type { RecordView } from './record-view.ts'

export function collectors(desktop: Desktop, view: RecordView): Markup {
  const { t } = desktop.face.words
  const { documented } = view
  const count = `${t('unit.sources', { n: documented.length })}, ${t('source.independent', { n: independentIn(documented) })}`
  return html`<p><b>${count}</b></p><ul class="work">${documented.map((one) => html`<li><div><p>${one.title}</p><p class="meta">${named(desktop, one)}</p>${view.mayDecide && change(desktop, view, one)}</div></li>`)}</ul>`
}

function named({ face }: Desktop, { collector, publisher }: Documented): Piece {
  const { t } = face.words
  if (collector !== null) return t('source.collected', { who: collector })
  return publisher === null
    ? t('source.collected.nobody')
    : t('source.collected.publisher', { who: publisher })
}

function change({ face }: Desktop, { row, seen, documented }: RecordView, one: Documented): Markup {
  const { t, language } = face.words
  const known = [
    ...new Set(
      documented.flatMap((other) => [other.collector, other.publisher]).filter((name) => name !== null),
    ),
  ]
  return html`<details><summary>${t('source.collected.change')}</summary><form method="post" action="/${language}/desk/records/${row.id}/collector">${tokenField(face)}<input type="hidden" name="document" value="${one.document}"><input type="hidden" name="seen" value="${seen}"><p class="fields"><label>${t('source.collector')}<br><input name="collector" maxlength="200" autocomplete="off" list="collectors-${one.document}" value="${one.collector ?? ''}"></label><datalist id="collectors-${one.document}">${known.map((name) => html`<option value="${name}">`)}</datalist> <label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label> <button type="submit">${t('source.collected.save')}</button></p><p class="meta">${t('source.collected.note')}</p></form></details>`
}
