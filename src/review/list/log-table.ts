/** Lines of a log in, a table out: in near-fixed order no place tells what stands there, so each part goes to the column of its kind. */
import type { Codebook } from '../../core/codebook.ts'
import type { HeldByColumn, ListTable } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import type { Span } from '../../core/span.ts'
import { readCell } from './cell.ts'
import type { Log } from './log-lines.ts'

type Data = { readonly codebook: Codebook; readonly pack: Pack }

/** Columns of a log, each a kind; their numbers are those of the table. */
export const LOG_COLUMNS: readonly HeldByColumn[] = [
  ...([
    'id',
    'date',
    'place',
    'person',
    'law',
    'part',
    'penalty',
    'act',
    'organisation',
    'words',
    'source',
  ] as const),
]
const DAY = /^(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})/
/** Two or three words with a great letter, or a surname with initials. */
const NAME =
  /^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]*\.?\s*(?:\p{Lu}\.)?){1,2}$|^(?:\p{Lu}\.\s*){1,2}\p{Lu}[\p{L}'’-]+$/u
const PART = /^(?:ч\.?|часть|part|бөлік)\s*\d+(?:-\d+)?$|^\d+\s*-?\s*(?:бөл[іi]\p{L}*|ч\.?)$/iu
const TRIED: readonly HeldByColumn[] = ['place', 'penalty', 'law', 'act']

export function logTable(text: string, { lines, sources }: Log, data: Data): ListTable {
  const rows = lines.map(({ span, parts }, index) => ({
    number: index + 1,
    span,
    cells: cellsOf(text, parts, data),
  }))
  const columns = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort(
    (a, b) => a - b,
  )
  return { kind: 'log', sheet: null, headRows: 0, names: new Map(), columns, rows, sources }
}

/** Two parts of a kind become one cell where they stand beside each other: names that a comma parts. */
function cellsOf(text: string, parts: readonly Span[], data: Data) {
  const cells: { column: number; span: Span }[] = []
  for (const [index, span] of parts.entries()) {
    const column = LOG_COLUMNS.indexOf(kindOf(text.slice(span.start, span.end), index, data))
    const last = cells.at(-1)
    if (last?.column === column)
      cells[cells.length - 1] = { column, span: { start: last.span.start, end: span.end } }
    else if (!cells.some((one) => one.column === column)) cells.push({ column, span })
    else cells.push({ column: LOG_COLUMNS.indexOf('words'), span })
  }
  return cells
}

function kindOf(words: string, index: number, data: Data): HeldByColumn {
  if (DAY.test(words)) return 'date'
  if (index === 0 && /^\d{1,5}$/.test(words)) return 'id'
  if (/^(?:\[\d{1,3}\]|\(\d{1,3}\))+$/.test(words)) return 'source'
  if (PART.test(words)) return 'part'
  const given = { heading: '', order: null, keepPlaces: false, role: '', part: '', ...data }
  const known = TRIED.find((holds) => readCell(words, { ...given, holds }).kind === 'said')
  if (known) return known
  if (NAME.test(words)) return 'person'
  return 'words'
}
