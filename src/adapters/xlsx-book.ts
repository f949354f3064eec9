/** Sheets of plain values in, the bytes of an XLSX file out; the same values make the same bytes. */
import write, { type SheetData } from 'write-excel-file/node'
import { inXml } from '../core/in-xml.ts'

export type Sheet = {
  /** At most 31 signs, and none of []:*?/\. */
  readonly name: string
  readonly head: readonly string[]
  /** `date`: an ISO day becomes a day of the spreadsheet. */
  readonly types: readonly string[]
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
}

/** 1980-01-01 as ZIP writes time and day in four bytes; nothing in it can be earlier. */
const STILL = 0x0021_0000
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
  if (typeof value === 'string') return { value: inXml(value).slice(0, MOST_SIGNS), type: String }
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean }
}

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

/** The zip keeps the hour of its making; the same records must make the same bytes. Its parts stay packed as they are (APPNOTE 4.3). */
function still(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - END_LENGTH
  if (view.getUint32(end, true) !== END) throw new Error('a workbook that does not end as a zip does')
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    view.setUint32(at + 12, STILL, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, STILL, true)
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0)
  }
  return bytes
}
/** The end of the directory, without a comment; an entry of it, without its name. */
const [END, END_LENGTH, ENTRY_LENGTH] = [0x0605_4b50, 22, 46]
