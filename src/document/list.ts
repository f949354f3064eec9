/** The rows of a list → one piece of text for each, with the place of every cell: `column: value; column: value`. */
import type { BlockKind, CellPlace } from '../core/document.ts'
import { letterCounter, MOST_LIST_LETTERS } from './bounds.ts'
import { type Piece, pieceOf, SHAPELESS } from './composing.ts'

/** Letters of a column as spreadsheets count them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Cells by column, so that a row with one cell far to the right costs one cell. */
export type Row = ReadonlyMap<number, string>

const flat = (words: string): string => words.replace(SHAPELESS, '').replace(/\s+/g, ' ').trim()
const filledIn = (row: Row): number => [...row.values()].filter((cell) => flat(cell) !== '').length

/** A day in figures: no name of a column is one. */
const A_DAY = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d{4}-\d{2}-\d{2}/

/** Where the names of the columns stand among filled rows: below titles, which are alone in their row; null where the first row is one of data. */
export function headAt(rows: readonly Row[]): number | null {
  let at = 0
  while (
    at < rows.length - 1 &&
    filledIn(rows[at] ?? new Map()) === 1 &&
    filledIn(rows[at + 1] ?? new Map()) > 1
  )
    at += 1
  const head = rows[at]
  return rows.length - at < 2 || !head || [...head.values()].some((cell) => A_DAY.test(flat(cell)))
    ? null
    : at
}

/**
 * Every row has a place in the text. Empty cells are not told. Letters are counted here: names of columns come again in every
 * row, so that a long one makes a small file large.
 */
export function listPieces(rows: readonly Row[]): readonly Piece[] {
  const filled = rows.filter((row) => filledIn(row) > 0)
  const head = headAt(filled)
  const count = letterCounter(MOST_LIST_LETTERS)
  const names = new Map(
    [...(head === null ? [] : (filled[head] ?? []))].map(([column, cell]) => [
      column,
      flat(cell).replace(/:$/, '') || columnLetters(column),
    ]),
  )
  const nameless = (): string => ''
  const named = (column: number): string => `${names.get(column) ?? columnLetters(column)}: `
  return filled.flatMap((row, index) => {
    const isAlone = filled.length === 1
    const kind =
      isAlone || head === null || index > head ? 'paragraph' : index === head ? 'furniture' : 'heading'
    return pieceOfRow(kind, row, kind === 'paragraph' && !isAlone ? named : nameless, count) ?? []
  })
}

function pieceOfRow(
  kind: BlockKind,
  row: Row,
  nameOf: (column: number) => string,
  count: (words: string) => void,
): Piece | null {
  const told = [...row]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([column, cell]) =>
      flat(cell) === '' ? [] : [{ column, name: nameOf(column), value: flat(cell) }],
    )
  for (const { name, value } of told) count(name + value)
  const piece = pieceOf(kind, told.map(({ name, value }) => name + value).join('; '))
  if (!piece) return null
  const cells: CellPlace[] = []
  let at = -cutBefore(told[0]?.name + (told[0]?.value ?? ''))
  for (const { column, name, value } of told) {
    const [start, end] = [
      Math.max(0, at + name.length),
      Math.min(piece.words.length, at + name.length + value.length),
    ]
    if (end > start) cells.push([column, start, end])
    at += name.length + value.length + 2
  }
  return { ...piece, cells }
}

/** Strokes at the beginning are the frame of a table, and are cut off. */
const cutBefore = (words: string): number => words.length - words.replace(/^[\s|]+/, '').length
