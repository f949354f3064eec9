/** Rows of values in, a table out that a spreadsheet opens as text: RFC 4180, and no cell that it would run as a formula. */

/** What Excel, Calc and Sheets take for the beginning of a formula; a tab or a carriage return before it hides it (CWE-1236). */
const FORMULA = /^'*[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]/u

/** The text that a cell was written from: the apostrophe is not of it. The inverse for whoever reads a file of ours. */
export const unescaped = (words: string): string =>
  words.startsWith("'") && FORMULA.test(words) ? words.slice(1) : words

/** A number is no text, and its minus no formula. */
export type Cell = string | number | boolean | null

const cell = (value: Cell): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `columns`: the header. A value that is not there is an empty cell. */
export const csv = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
