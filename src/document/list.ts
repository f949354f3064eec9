/** The rows of a list, the first of them its heading → one piece of text for each: `column: value; column: value`. */
import { letterCounter } from './bounds.ts'
import { type Piece, pieceOf } from './composing.ts'

/** Letters of a column as spreadsheets count them: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Cells by column, so that a row with one cell far to the right costs one cell. */
export type Row = ReadonlyMap<number, string>

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()

/**
 * A list of one row has no heading, so the row stands as it is. Empty cells are not told. Letters are counted here: names of
 * columns come again in every row, so that a long one makes a small file large.
 */
export function listPieces(rows: readonly Row[]): readonly Piece[] {
  const filled = rows.filter((row) => [...row.values()].some((cell) => flat(cell) !== ''))
  const [heading, ...rest] = filled
  if (!heading) return []
  const count = letterCounter()
  const names = new Map(
    [...heading].map(([column, cell]) => [column, flat(cell).replace(/:$/, '') || columnLetters(column)]),
  )
  const toldAs = (column: number, value: string): string =>
    rest.length === 0 ? value : `${names.get(column) ?? columnLetters(column)}: ${value}`
  return (rest.length === 0 ? [heading] : rest).flatMap((row) => {
    const cells = [...row].toSorted(([a], [b]) => a - b)
    const words = cells.flatMap(([column, cell]) => {
      const value = flat(cell)
      if (value === '') return []
      const told = toldAs(column, value)
      count(told)
      return [told]
    })
    const piece = pieceOf('paragraph', words.join('; '))
    return piece ? [piece] : []
  })
}
