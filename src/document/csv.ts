/** The text of a list in CSV → its rows as blocks; a row that does not fit its heading is told with line and column. */
import { type Fault, Refusal, refuse } from '../core/faults.ts'
import { compose } from './composing.ts'
import { headAt, listPieces } from './list.ts'
import type { Reading } from './txt.ts'

export const CSV_READER = 'csv@2'

export type Record = { readonly line: number; readonly cells: readonly { words: string; column: number }[] }
/** Told at once; a list that was cut wrongly has one fault in every row, and nobody reads a thousand. */
const MOST_TOLD = 20
/** Each letter of a repeated choice is a step that the engine keeps, and a line of fifteen million exhausts it. */
const MOST_HEADING = 100_000
const HEADING = /^(?:"(?:[^"]|"")*"|[^"\n])*/

/** `sep=;`, as Excel writes it; else the sign that stands most often outside quotes in the first line. */
function delimiterOf(text: string): { readonly delimiter: string; readonly start: number } {
  const said = /^sep=(.)\n/.exec(text)
  if (said) return { delimiter: said[1] ?? ',', start: said[0].length }
  const first = (HEADING.exec(text.slice(0, MOST_HEADING))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const count = (sign: string): number => first.split(sign).length
  return {
    delimiter: [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best)),
    start: 0,
  }
}

/** Where the cell that opens at this quote has closed; null where it never does. */
function closingQuote(text: string, opens: number): number | null {
  for (let at = opens + 1; ; at += 2) {
    at = text.indexOf('"', at)
    if (at === -1) return null
    if (text[at + 1] !== '"') return at + 1
  }
}

/** RFC 4180: quotes around a cell may hold delimiters, line ends and doubled quotes. */
export function recordsOf(text: string): readonly Record[] {
  const { delimiter, start } = delimiterOf(text)
  // Sticky, so that no cell looks further than it reaches: a search for the next sign would be one through the whole file.
  const plain = new RegExp(`[^\\u${delimiter.charCodeAt(0).toString(16).padStart(4, '0')}\\n]*`, 'y')
  const records: Record[] = []
  let [line, at, lineStart] = [start === 0 ? 1 : 2, start, start]
  const takePlain = (): string => {
    plain.lastIndex = at
    const found = plain.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  while (at < text.length) {
    const cells: { words: string; column: number }[] = []
    const first = line
    do {
      if (cells.length > 0) at += 1
      const column = at - lineStart + 1
      let words = ''
      if (text[at] === '"') {
        const [opened, from] = [line, at]
        const end = closingQuote(text, at)
        if (end === null) throw refuse('input.quote', { line: opened, column }, `${opened}:${column}`)
        const raw = text.slice(at, end)
        at = end
        words = raw.slice(1, -1).replaceAll('""', '"')
        line += words.split('\n').length - 1
        if (line > opened) lineStart = from + raw.lastIndexOf('\n') + 1
      }
      // Words behind a closing quote are no CSV, and yet somebody's: they stay.
      words += takePlain()
      cells.push({ words, column })
    } while (text[at] === delimiter)
    records.push({ line: first, cells })
    at += 1
    line += 1
    lineStart = at
  }
  return records
}

const isBlank = ({ cells }: Record): boolean => cells.every((cell) => cell.words.trim() === '')

/** A formula is words like any other here: nothing is ever computed from it. */
export function readCsv(text: string): Reading {
  const records = recordsOf(text).filter((one) => !isBlank(one))
  const asRow = (cells: Record['cells']): ReadonlyMap<number, string> =>
    new Map(cells.map((cell, column) => [column, cell.words]))
  const head = headAt(records.slice(0, 20).map((one) => asRow(one.cells))) ?? 0
  const width = records[head]?.cells.length ?? 0
  const faults = records.slice(head).flatMap(({ line, cells }): Fault[] => {
    const extra = cells.slice(width).find((cell) => cell.words.trim() !== '')
    if (cells.length >= width && !extra) return []
    const column = (extra ?? cells.at(-1))?.column ?? 1
    return [
      { code: 'input.row', where: `${line}:${column}`, params: { line, column, n: cells.length, of: width } },
    ]
  })
  if (faults.length > 0) throw new Refusal(faults.slice(0, MOST_TOLD))
  return compose(
    listPieces(records.map(({ cells }, index) => asRow(index < head ? cells : cells.slice(0, width)))),
  )
}
