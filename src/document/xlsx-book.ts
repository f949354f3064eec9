/** The parts of a spreadsheet file that say how to read its sheets → names and places of sheets, shared words, which styles are dates. */
import { readXml } from './xml.ts'

export type Sheet = { readonly name: string; readonly hidden: boolean; readonly part: string }
export type Book = {
  readonly sheets: readonly Sheet[]
  /** Days are counted from 1904 on old Macs. */
  readonly from1904: boolean
}

/** Sheets in the order of their tabs, each with the part that holds it. */
export function readBook(workbook: Uint8Array, relations: Uint8Array | undefined): Book {
  const targets = new Map<string, string>()
  if (relations)
    readXml(relations, {
      open: (tag) => {
        if (tag.name !== 'Relationship') return
        const target = tag.attribute('Target') ?? ''
        targets.set(tag.attribute('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      },
    })
  const sheets: Sheet[] = []
  let from1904 = false
  readXml(workbook, {
    open: (tag) => {
      if (tag.name === 'workbookPr') from1904 = /^(1|true)$/.test(tag.attribute('date1904') ?? '')
      if (tag.name !== 'sheet') return
      const state = tag.attribute('state')
      sheets.push({
        name: tag.attribute('name') ?? '',
        hidden: state === 'hidden' || state === 'veryHidden',
        part: targets.get(tag.attribute('id') ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
      })
    },
  })
  return { sheets, from1904 }
}

/** Words that many cells share; signs of how Japanese is read aloud (`rPh`) are no words of a cell. */
export function readShared(bytes: Uint8Array | undefined, count: (words: string) => void): readonly string[] {
  const shared: string[] = []
  let [aloud, inText] = [0, false]
  if (bytes)
    readXml(bytes, {
      open: (tag) => {
        if (tag.name === 'si') shared.push('')
        if (tag.name === 'rPh') aloud += 1
        inText = tag.name === 't' && aloud === 0
      },
      close: (tag) => {
        if (tag.name === 'rPh') aloud -= 1
        inText = false
      },
      text: (words) => {
        if (!inText || shared.length === 0) return
        count(words)
        shared[shared.length - 1] += words
      },
    })
  return shared
}

/** Formats of days and hours that need no words in the file (ECMA-376, 18.8.30). */
const BUILT_IN = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** By number of style: true where its numbers are days or hours. */
export function readDateStyles(bytes: Uint8Array | undefined): readonly boolean[] {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  let inCells = false
  if (bytes)
    readXml(bytes, {
      open: (tag) => {
        if (tag.name === 'numFmt')
          formats.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '')
        if (tag.name === 'cellXfs') inCells = true
        if (tag.name !== 'xf' || !inCells) return
        const id = Number(tag.attribute('numFmtId') ?? 0)
        const own = formats.get(id)
        styles.push(own === undefined ? BUILT_IN(id) : isOfDays(own))
      },
      close: (tag) => {
        if (tag.name === 'cellXfs') inCells = false
      },
    })
  return styles
}

/** Without quoted words, signs after a stroke, and what stands in brackets (colours, languages; `[h]` counts hours). */
const isOfDays = (format: string): boolean =>
  /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/gi, ''))
