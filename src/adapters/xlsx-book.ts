/** Sheets of plain values in, the bytes of an XLSX file out; the same values make the same bytes. */
import { unzipSync, zipSync } from 'fflate'
import write, { type SheetData } from 'write-excel-file/node'

export type Sheet = {
  /** At most 31 signs, and none of []:*?/\. */
  readonly name: string
  readonly head: readonly string[]
  /** `date`: an ISO day becomes a day of the spreadsheet. */
  readonly types: readonly string[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

const STILL = new Date('1980-01-01T00:00:00')
/** What a cell of a spreadsheet can hold. */
const MOST_SIGNS = 32_767
/** Before it the days of a spreadsheet are counted wrongly: such a day stays a text. */
const FIRST_DAY = '1900-03-01'

type Value = SheetData[number][number]

/** Texts are typed as texts: nothing in a cell is run as a formula. */
function cellOf(value: string | number | boolean | null, type: string | undefined): Value {
  if (value === null) return null
  if (type === 'date' && typeof value === 'string' && value >= FIRST_DAY)
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
  if (typeof value === 'string') return { value: plain(value).slice(0, MOST_SIGNS), type: String }
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean }
}

/** Signs that XML cannot hold. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

export async function xlsxBook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const made = await write(
    sheets.map(({ name, head, types, rows }) => ({
      sheet: name.slice(0, 31),
      stickyRowsCount: 1,
      data: [
        head.map((value): Value => ({ value, type: String, fontWeight: 'bold' })),
        ...rows.map((row) => row.map((value, index) => cellOf(value, types[index]))),
      ],
    })),
  ).toBuffer()
  return still(new Uint8Array(made))
}

/** The zip keeps the hour of its making; the same records must make the same bytes. */
function still(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(Object.fromEntries(parts), { mtime: STILL })
}
