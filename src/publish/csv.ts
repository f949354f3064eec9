/** Rows of texts in, a table out that a spreadsheet opens as text: RFC 4180, and no cell that it would run as a formula. */

/** What Excel, Calc and Sheets take for the beginning of a formula; a tab or a carriage return before it hides it (CWE-1236). */
const FORMULA = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠\t\r]/u

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n;\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `columns`: the header. A value that is not there is an empty cell. */
export const csv = (columns: readonly string[], rows: readonly (readonly (string | null)[])[]): string =>
  `${[columns, ...rows].map((row) => row.map((one) => cell(one ?? '')).join(',')).join('\r\n')}\r\n`
