/** The text of a list with its blocks in, its tables with every cell's place out: one for each sheet, or that of a log. */
import type { Codebook } from '../../core/codebook.ts'
import type { Block } from '../../core/document.ts'
import type { ListRow, ListTable } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import { logIn } from './log-lines.ts'
import { logTable } from './log-table.ts'

type Text = { readonly text: string; readonly blocks: readonly Block[] }

/** Of a report in prose none. */
export function listsIn(
  document: Text,
  data: { readonly codebook: Codebook; readonly pack: Pack },
): readonly ListTable[] {
  const tables = tablesOf(document)
  const log = tables.length > 0 ? null : logIn(document.text, data.codebook.lists.sources)
  return log ? [logTable(document.text, log, data)] : tables
}

/** Without looking into its cells. */
export const isListed = (document: Text, { lists }: Pick<Codebook, 'lists'>): boolean =>
  document.blocks.some((one) => one.cells) || logIn(document.text, lists.sources) !== null

/** Empty where no block knows its cells: a report, or a list that came in before cells were kept. */
export function tablesOf({ text, blocks }: Text): readonly ListTable[] {
  const sheets: { name: string | null; rows: Block[] }[] = []
  for (const block of blocks) {
    if (block.cells) {
      if (sheets.length === 0) sheets.push({ name: null, rows: [] })
      sheets.at(-1)?.rows.push(block)
    } else if (block.kind === 'heading')
      sheets.push({ name: text.slice(block.span.start, block.span.end), rows: [] })
  }
  return sheets.filter((one) => one.rows.length > 0).map((one) => tableOf(text, one.name, one.rows))
}

function tableOf(text: string, sheet: string | null, blocks: readonly Block[]): ListTable {
  const rows = blocks.map(
    ({ span, cells = [] }, index): ListRow => ({
      number: index + 1,
      span,
      cells: cells.map(([column, start, end]) => ({
        column,
        span: { start: span.start + start, end: span.start + end },
      })),
    }),
  )
  const head = blocks.findIndex((one) => one.kind === 'furniture')
  const names = new Map(
    (rows[head]?.cells ?? []).map((cell) => [cell.column, text.slice(cell.span.start, cell.span.end)]),
  )
  const columns = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort(
    (a, b) => a - b,
  )
  return { kind: 'table', sheet, headRows: head + 1, names, columns, rows }
}
