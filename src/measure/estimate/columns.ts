/** The heading and cells of a table → what each of its columns is: a list, a count, how often seen, a draw, or a number of the row. */
import type { EstimateRules } from '../../core/estimate/rules.ts'

export type Row = {
  readonly line: number
  readonly cells: readonly { readonly words: string; readonly column: number }[]
}
export type Columns = {
  readonly lists: readonly number[]
  /** null: every row is one person. */
  readonly count: number | null
  /** Set in a table that says how often people were seen, and has no lists. */
  readonly times: number | null
  readonly draw: number | null
}

/** What programs write into cells of a list. */
const YES = /^(1(\.0+)?|true|t|yes|y|x|да|иә)$/i
const NO = /^(0(\.0+)?|false|f|no|n|нет|жоқ)$/i
export const onList = (words: string): boolean | null => {
  const text = words.trim()
  return YES.test(text) ? true : NO.test(text) ? false : null
}
export const wholeOf = (words: string): number | null =>
  /^\d+(\.0+)?$/.test(words.trim()) ? Number(words.trim()) : null

/** Headings that programs give to the numbers of rows. */
const ROW_NUMBER = /^(|x|row|rows|index|id|rownames?|unnamed: 0|\.\.\.1)$/i

export function columnsOf(head: Row, rows: readonly Row[], rules: EstimateRules): Columns {
  const named = head.cells.map((cell) => cell.words.trim().toLowerCase())
  const cellsOf = (at: number): readonly string[] => rows.map((row) => row.cells[at]?.words.trim() ?? '')
  const isNumbered = (at: number): boolean =>
    ROW_NUMBER.test(named[at] ?? '') &&
    cellsOf(at).length > 2 &&
    cellsOf(at).every((words, index) => words === String(index + 1) || words === String(index))
  const draw = named.findIndex((name) => rules.drawHeadings.includes(name))
  const others = named.flatMap((_, at) => (at === draw || isNumbered(at) ? [] : [at]))
  const isDigits = (at: number): boolean => cellsOf(at).every((words) => onList(words) !== null)
  const called = others.filter((at) => rules.countHeadings.includes(named[at] ?? ''))
  const larger = others.filter((at) => !isDigits(at) && cellsOf(at).some((words) => wholeOf(words) !== null))
  const count =
    called.find((at) => larger.includes(at)) ??
    (larger.length === 1 ? larger[0] : undefined) ??
    called.at(-1) ??
    null
  const rest = others.filter((at) => at !== count)
  const [only] = rest
  const times =
    rest.length === 1 && only !== undefined && isTimes(only, named, cellsOf(only), rules) ? only : null
  const place = draw < 0 ? null : draw
  if (times !== null && count !== null) return { lists: [], count, times, draw: place }
  // Two columns of numbers, neither of which is called a count: how often comes first.
  const [first, second] = others
  if (
    others.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    isTimes(first, named, cellsOf(first), rules)
  )
    return { lists: [], count: second, times: first, draw: place }
  return { lists: rest, count, times: null, draw: place }
}

/** Numbers of times differ in every row of one draw, and go beyond one or are called so. */
function isTimes(
  at: number,
  named: readonly string[],
  cells: readonly string[],
  rules: EstimateRules,
): boolean {
  const numbers = cells.map(wholeOf)
  if (numbers.some((one) => one === null) || numbers.length === 0) return false
  return numbers.some((one) => (one ?? 0) > 1) || rules.timesHeadings.includes(named[at] ?? '')
}
