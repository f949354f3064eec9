/** Parts of the page of counts: the table that opens to records, what is left out, what makes it recomputable. */
import type { CountCell, CountQuestion } from '../../../core/count-table.ts'
import type { CountFacet } from '../../../core/counted.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CountAnswer } from '../../../usecases/measure/count-records.ts'
import { asParameters } from '../../../usecases/measure/question.ts'
import type { Desktop } from '../desktop.ts'
import { facetLabel, rangeText, unitLabel, valueLabel } from './labels.ts'

export const home = ({ face }: Desktop, page: string): string =>
  `/${face.words.language}/desk/measure/${page}`

/** The records behind a cell: the same question, asked of one slice more. */
export function cellHref(desktop: Desktop, question: CountQuestion, cell: CountCell): string {
  const slice = (facet: CountFacet | null, value: string | null) =>
    facet !== null && value !== null ? [{ facet, value }] : []
  const only = [...question.only, ...slice(question.rows, cell.row), ...slice(question.columns, cell.column)]
  const asked = asParameters({ ...question, rows: null, columns: null, only })
  return `${home(desktop, 'counts/rows')}?${asked}`
}

/** A cell: its range, how many records it opens to, and what only some sources say or nobody does. */
function cellOf(desktop: Desktop, question: CountQuestion, cell: CountCell | undefined): Markup {
  const { t } = desktop.face.words
  if (cell === undefined)
    return html`<td class="n"><span class="meta" title="${t('measure.nothing')}">·</span></td>`
  const notes = [
    question.unit !== 'incidents' &&
      question.unit !== 'proceedings' &&
      t('measure.cell.in', { n: cell.incidents }),
    cell.unsure > 0 && t('measure.cell.unsure', { n: cell.unsure }),
    cell.untold > 0 && t('measure.cell.untold', { n: cell.untold }),
    cell.open > 0 && t('measure.cell.open', { n: cell.open }),
  ].filter((one) => one !== false)
  return html`<td class="n"><a href="${cellHref(desktop, question, cell)}">${rangeText(desktop, cell)}</a>${notes.length > 0 && html`<br><span class="meta">${notes.join('; ')}</span>`}</td>`
}

export function countTableOf(desktop: Desktop, answer: CountAnswer): Piece {
  const { rows, columns, question, cells } = answer
  if (rows === null) return false
  const { t } = desktop.face.words
  const label = (facet: CountFacet, value: string): string =>
    valueLabel(desktop, question.country, facet, value)
  const byPlace = new Map(cells.map((one) => [`${one.row}\n${one.column ?? ''}`, one]))
  const heads =
    columns === null
      ? html`<th scope="col" class="n">${unitLabel(desktop, answer)}</th>`
      : answer.columnValues.map((value) => html`<th scope="col" class="n">${label(columns, value)}</th>`)
  const body = answer.rowValues.map(
    (row) =>
      html`<tr><th scope="row">${label(rows, row)}</th>${(columns === null ? [''] : answer.columnValues).map((column) => cellOf(desktop, question, byPlace.get(`${row}\n${column}`)))}</tr>
`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('measure.table')}"><table class="counted"><thead><tr><th scope="col">${facetLabel(desktop, rows)}</th>${heads}</tr></thead><tbody>${body}</tbody></table></div><p class="meta">${t('measure.overlap')}</p>`
}

/** What no cell holds, said in words: nothing is dropped in silence. */
export function outsideNotes(desktop: Desktop, answer: CountAnswer): Piece {
  const { t, language } = desktop.face.words
  const { outside, notVerified, question } = answer
  const more = asParameters({ ...question, unverified: true })
  const ofCase = question.unit === 'proceedings' ? '-case' : ''
  const notes: readonly Piece[] = [
    outside.maybe > 0 && t(`measure.outside.maybe${ofCase}`, { n: outside.maybe }),
    outside.undated > 0 && t(`measure.outside.undated${ofCase}`, { n: outside.undated }),
    outside.aggregates > 0 &&
      html`<a href="#aggregates">${t('measure.outside.aggregates', { n: outside.aggregates })}</a>`,
    notVerified > 0 &&
      (question.unverified
        ? t('measure.outside.with-unverified', { n: notVerified })
        : html`${t('measure.outside.unverified', { n: notVerified })} <a href="/${language}/desk/measure/counts?${more}">${t('measure.outside.include')}</a>`),
  ]
  const said = notes.filter(Boolean)
  return said.length > 0 && html`<ul class="said">${said.map((one) => html`<li>${one}</li>`)}</ul>`
}

export function recomputable(desktop: Desktop, answer: CountAnswer): Markup {
  const { t } = desktop.face.words
  const asked = asParameters(answer.question)
  const rule = desktop.rules.get(answer.method)
  return html`<dl class="plain"><dt>${t('measure.method')}</dt><dd>${answer.method}${rule && html` <span class="meta">${rule.reason.en}</span>`}</dd><dt>${t('measure.inputs')}</dt><dd><code class="long">${answer.inputs}</code></dd><dt>${t('measure.data')}</dt><dd>${t('measure.data.versions', { codebook: answer.codebook, pack: answer.pack })}</dd></dl>
<p><a href="${home(desktop, 'counts.json')}?${asked}">JSON</a> · <a href="${home(desktop, 'counts.csv')}?${asked}">CSV</a>${answer.rows !== null && answer.columns === null && html` · <a href="${home(desktop, 'counts.svg')}?${asked}">SVG</a>`}</p>`
}
