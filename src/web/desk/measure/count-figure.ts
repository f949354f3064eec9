/** An answer in, its figure out: lines of ranges for one facet, a panel for each row where the columns are spans of time. */
import type { CountCell } from '../../../core/count-table.ts'
import { DATE_FACETS, UNKNOWN_SLICE } from '../../../core/counted.ts'
import { rangePanels } from '../../../publish/figures/range-panels.ts'
import { type RangeLine, rangeFigure } from '../../../publish/figures/ranges.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CountAnswer } from '../../../usecases/measure/count-records.ts'
import type { Desktop } from '../desktop.ts'
import { facetLabel, rangeText, unitLabel, valueLabel } from './labels.ts'

/** More would be a wall of marks; all are in the table. */
const MOST_LINES = 24
const MOST_PANELS = 12

export function countFigure(desktop: Desktop, answer: CountAnswer): Piece {
  const { rows, columns } = answer
  if (rows === null) return false
  const drawn = columns === null ? lines(desktop, answer) : isTime(columns) && panels(desktop, answer)
  const left = columns === null ? answer.rowValues.length - MOST_LINES : answer.rowValues.length - MOST_PANELS
  const { t } = desktop.face.words
  return (
    drawn &&
    html`<figure>${drawn}<figcaption class="meta">${t('measure.figure.how')}${left > 0 && ` ${t('measure.figure.more', { n: left })}`}</figcaption></figure>`
  )
}

const isTime = (facet: string): boolean => DATE_FACETS.some((one) => one === facet)

export function lines(desktop: Desktop, answer: CountAnswer): Markup {
  const { rows, question } = answer
  const { t } = desktop.face.words
  const cells = new Map(answer.cells.map((one) => [one.row, one]))
  // A year without records keeps its place; nothing is drawn there, which is not nought.
  const shown = answer.rowValues.slice(0, MOST_LINES).flatMap((value): readonly RangeLine[] => {
    const cell = cells.get(value)
    if (rows === null || (cell && isUntold(cell))) return []
    const label = valueLabel(desktop, question.country, rows, value)
    return cell
      ? [{ label, certain: cell.certain, claimed: cell.claimed, text: rangeText(desktop, cell) }]
      : [{ label, certain: null, claimed: null, text: t('measure.nothing') }]
  })
  const what = { unit: unitLabel(desktop, answer), facet: rows === null ? '' : facetLabel(desktop, rows) }
  const title = `${t('measure.figure.title', what)}: ${shown.map((one) => `${one.label}, ${one.text}`).join('; ')}.`
  return rangeFigure(shown, 'count', title)
}

/** Nothing but "nobody says how many": there is no place on a scale for it. */
const isUntold = (cell: CountCell): boolean => cell.certain === 0 && cell.claimed === 0

function panels(desktop: Desktop, answer: CountAnswer): Piece {
  const { rows, columns, question } = answer
  if (rows === null || columns === null) return false
  const spans = answer.columnValues.filter((one) => one !== UNKNOWN_SLICE)
  const cellOf = (row: string, column: string): CountCell | undefined =>
    answer.cells.find((one) => one.row === row && one.column === column)
  const shown = answer.rowValues.slice(0, MOST_PANELS).map((row) => {
    const cells = spans.map((span) => cellOf(row, span))
    return {
      label: valueLabel(desktop, question.country, rows, row),
      points: cells.map((cell) =>
        cell && !isUntold(cell) ? { certain: cell.certain, claimed: cell.claimed } : null,
      ),
      text: spans
        .flatMap((span, index) => {
          const cell = cells[index]
          return cell
            ? [`${valueLabel(desktop, question.country, columns, span)}: ${rangeText(desktop, cell)}`]
            : []
        })
        .join('; '),
    }
  })
  const names = spans.map((span) => valueLabel(desktop, question.country, columns, span))
  return rangePanels(shown, names, 'panel')
}
