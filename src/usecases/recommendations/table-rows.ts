/** A table of recommendations as a file in, its rows by the names of their columns out; what cannot be read is told with line and column. */
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { recordsOf } from '../../document/csv.ts'
import { decode } from '../../document/encoding.ts'
import { firstSheet } from '../../document/xlsx.ts'

export const COLUMNS = [
  ...(['id', 'words', 'language', 'document', 'source', 'place', 'url', 'body', 'on'] as const),
  ...(['addressees', 'ask-en', 'ask-ru', 'ask-kk', 'laws', 'freedoms', 'people'] as const),
  ...(['specificity', 'response', 'due', 'same-as', 'same-why'] as const),
] as const
export type Column = (typeof COLUMNS)[number]
/** Without these nothing can be written down; of `source` and `document` one. */
const NEEDED = ['words', 'body', 'addressees', 'ask-en'] as const satisfies readonly Column[]

export type TableRow = {
  readonly line: number
  /** Only those that are filled in. */
  readonly cells: ReadonlyMap<Column, string>
}
type Bare = { readonly line: number; readonly cells: ReadonlyMap<number, string> }

export const cellFault = (name: string, line: number, column: string, problem: string): Fault => ({
  ...{
    code: 'input.value',
    where: `${name}:${line}:${column}`,
    params: { problem: `${column}: ${problem}` },
  },
})

export function tableRows(bytes: Uint8Array, name: string): readonly TableRow[] {
  const rows = (/\.xlsx$/i.test(name) ? ofSheet(bytes, name) : ofText(bytes)).filter(({ cells }) =>
    [...cells.values()].some((cell) => cell.trim() !== ''),
  )
  const [head, ...rest] = rows
  if (!head || rest.length === 0) throw refuse('input.empty', {}, name)
  const { columns, faults } = columnsOf(head, name)
  const told = rest.map(({ line, cells }): TableRow => {
    const own = new Map<Column, string>()
    for (const [at, words] of cells) {
      const column = columns.get(at)
      if (words.trim() === '') continue
      if (column) own.set(column, words.trim())
      else if (!head.cells.has(at)) faults.push(cellFault(name, line, `${at + 1}`, 'no column has this cell'))
    }
    return { line, cells: own }
  })
  if (faults.length > 0) throw new Refusal(faults)
  return told
}

function columnsOf(
  { line, cells }: Bare,
  name: string,
): { readonly columns: ReadonlyMap<number, Column>; readonly faults: Fault[] } {
  const columns = new Map<number, Column>()
  const faults: Fault[] = []
  for (const [at, words] of cells) {
    const asked = words
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-')
    const column = COLUMNS.find((one) => one === asked)
    if (asked === '') continue
    if (!column)
      faults.push(cellFault(name, line, words.trim().slice(0, 40), `no such column; ${COLUMNS.join(', ')}`))
    else if ([...columns.values()].includes(column))
      faults.push(cellFault(name, line, column, 'stands there twice'))
    else columns.set(at, column)
  }
  const has = new Set(columns.values())
  for (const one of NEEDED)
    if (!has.has(one)) faults.push(cellFault(name, line, one, 'the column is missing'))
  if (!has.has('source') && !has.has('document'))
    faults.push(cellFault(name, line, 'source', 'the column is missing, and so is document'))
  return { columns, faults }
}

const ofText = (bytes: Uint8Array): readonly Bare[] =>
  recordsOf(decode(bytes, { html: false })).map(({ line, cells }) => ({
    line,
    cells: new Map(cells.map((one, at) => [at, one.words])),
  }))

/** Cells that whoever gives the file does not see may hold what they did not mean to give: they are looked at first. */
function ofSheet(bytes: Uint8Array, name: string): readonly Bare[] {
  const sheet = firstSheet(bytes)
  if (!sheet) return []
  const { rows, numbers, hidden, uncomputed } = sheet
  const unseen: readonly Fault[] = [
    ...(hidden > 0
      ? [cellFault(name, 0, 'hidden', `cells that are hidden: ${hidden}; show or delete them`)]
      : []),
    ...(uncomputed > 0 ? [cellFault(name, 0, 'formula', `formulas without a value: ${uncomputed}`)] : []),
  ]
  if (unseen.length > 0) throw new Refusal(unseen)
  return rows.map((cells, at) => ({ line: numbers[at] ?? at + 1, cells }))
}
