/** The bytes of a spreadsheet file → its rows as blocks, sheet by sheet; what a reader of the sheets does not see is said. */
import type { LeftOut } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import { letterCounter, MOST_LIST_LETTERS } from './bounds.ts'
import { compose, type Piece, pieceOf } from './composing.ts'
import { listPieces } from './list.ts'
import type { Reading } from './txt.ts'
import { readBook, readDateStyles, readShared } from './xlsx-book.ts'
import { readSheet, type Told } from './xlsx-sheet.ts'
import { unpack } from './zip.ts'

export const XLSX_READER = 'xlsx@2'

/** Pictures, macros, links to other files and what formulas keep for later are not opened. */
const PART =
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/
export const isXlsx = (names: readonly string[]): boolean => names.includes('xl/workbook.xml')

/** The parts of a spreadsheet that its sheets are read with. */
function opened(bytes: Uint8Array) {
  const parts = unpack(bytes, (name) => PART.test(name))
  const workbook = parts.get('xl/workbook.xml')
  if (!workbook) throw refuse('input.broken')
  const { sheets, from1904 } = readBook(workbook, parts.get('xl/_rels/workbook.xml.rels'))
  const count = letterCounter(MOST_LIST_LETTERS)
  const known = {
    shared: readShared(parts.get('xl/sharedStrings.xml'), count),
    isDate: readDateStyles(parts.get('xl/styles.xml')),
    from1904,
    count,
  }
  return { parts, sheets, known, shown: sheets.filter((sheet) => !sheet.hidden) }
}

/** The first sheet that can be seen, row by row under the numbers that whoever filled it in sees; null: there is none. */
export function firstSheet(bytes: Uint8Array): Told | null {
  const { parts, shown, known } = opened(bytes)
  const part = parts.get(shown[0]?.part ?? '')
  return part === undefined ? null : readSheet(part, known)
}

/** Reads a spreadsheet. The name of a sheet is a heading where there are several. */
export function readXlsx(bytes: Uint8Array): Reading {
  const { parts, sheets, shown, known } = opened(bytes)
  const pieces: Piece[] = []
  let [hidden, uncomputed] = [0, 0]
  for (const sheet of shown) {
    const part = parts.get(sheet.part)
    if (!part) continue
    const told = readSheet(part, known)
    hidden += told.hidden
    uncomputed += told.uncomputed
    const rows = listPieces(told.rows)
    const heading = shown.length > 1 && rows.length > 0 ? pieceOf('heading', sheet.name) : null
    pieces.push(...(heading ? [heading] : []))
    for (const row of rows) pieces.push(row)
  }
  const said: readonly LeftOut[] = [
    { kind: 'hidden-sheet', n: sheets.length - shown.length, names: [] },
    { kind: 'hidden-cell', n: hidden, names: [] },
    { kind: 'formula', n: uncomputed, names: [] },
  ]
  return { ...compose(pieces), leftOut: said.filter((one) => one.n > 0) }
}
