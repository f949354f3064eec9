/** The records behind one number as a list: every number opens to what it is made of. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { CaseRecordRow, IncidentRow } from '../../../store/tables.ts'
import { row as section } from '../accounts/pieces.ts'
import { rowItem } from '../cases/rooms.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { stateLabel } from '../records/labels.ts'
import { titleOf } from '../records/title.ts'

export type RowsView = {
  /** Of what the number is, in words. */
  readonly of: readonly string[]
  /** Address of the page that the number stands on, and of this list without its page. */
  readonly back: string
  readonly here: string
  readonly all: number
  readonly page: number
  readonly pages: number
  readonly records: readonly (IncidentRow | CaseRecordRow)[]
  /** The day, for what is told of a case. */
  readonly today: string
}

const isCase = (row: IncidentRow | CaseRecordRow): row is CaseRecordRow => 'people' in row

export function rowsPage(desktop: Desktop, view: RowsView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { page, pages } = view
  const turn = (to: number, label: string): Markup =>
    html`<a href="${view.here}&amp;page=${to}">${label}</a> `
  const items = view.records.map((row) =>
    isCase(row)
      ? rowItem(desktop, row, view.today)
      : html`<li><div><h2 class="name"><a href="/${language}/desk/records/${row.id}">${titleOf(desktop, { kind: 'team', row })}</a></h2><p class="meta">${row.id} · ${stateLabel(desktop, row.state)}</p></div></li>`,
  )
  const body = section(
    t('measure.rows'),
    html`<a href="${view.back}">${t('measure.rows.back')}</a>`,
    html`<h1>${t('measure.rows.heading', { n: view.all })}</h1>${view.of.length > 0 && html`<p class="lead">${view.of.join(' · ')}</p>`}<ol class="work">${items}</ol><p>${page > 1 && turn(page - 1, t('nav.previous'))}${page < pages && turn(page + 1, t('nav.next'))}</p>`,
    true,
  )
  return frame(face, t('measure.rows'), 'measure', body)
}
