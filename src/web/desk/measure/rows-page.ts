/** The records behind one cell of a count as a list: every number opens to what it is made of. */
import type { CountQuestion } from '../../../core/count-table.ts'
import { html } from '../../../publish/markup.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import { asParameters } from '../../../usecases/measure/question.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { stateLabel } from '../records/labels.ts'
import { titleOf } from '../records/title.ts'
import { facetLabel, valueLabel } from './labels.ts'

export type RowsView = {
  readonly question: CountQuestion
  readonly all: number
  readonly page: number
  readonly pages: number
  readonly records: readonly IncidentRow[]
}

export function rowsPage(desktop: Desktop, { question, all, page, pages, records }: RowsView): string {
  const { face } = desktop
  const { t, language } = face.words
  const slices = question.only.map(
    ({ facet, value }) =>
      `${facetLabel(desktop, facet)}: ${valueLabel(desktop, question.country, facet, value)}`,
  )
  const asked = asParameters(question)
  const turn = (to: number, label: string) =>
    html`<a href="/${language}/desk/measure/counts/rows?${asked}&page=${to}">${label}</a> `
  const items = records.map(
    (row) =>
      html`<li><div><h2 class="name"><a href="/${language}/desk/records/${row.id}">${titleOf(desktop, { kind: 'team', row })}</a></h2><p class="meta">${row.id} · ${stateLabel(desktop, row.state)}</p></div></li>`,
  )
  const body = section(
    t('measure.rows'),
    html`<a href="/${language}/desk/measure/counts?${asked}">${t('measure.rows.back')}</a>`,
    html`<h1>${t('measure.rows.heading', { n: all })}</h1>${slices.length > 0 && html`<p class="lead">${slices.join(' · ')}</p>`}<ol class="work">${items}</ol><p>${page > 1 && turn(page - 1, t('nav.previous'))}${page < pages && turn(page + 1, t('nav.next'))}</p>`,
    true,
  )
  return frame(face, t('measure.rows'), 'measure/counts', body)
}
