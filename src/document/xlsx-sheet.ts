/** One sheet of a spreadsheet file → its rows as words: cached values alone, days as ISO, nothing computed. */
import type { Row } from './list.ts'
import { readXml } from './xml.ts'

export type Told = {
  readonly rows: readonly Row[]
  /** As the program that made the file numbers them: empty rows may be left out of it. */
  readonly numbers: readonly number[]
  readonly hidden: number
  readonly uncomputed: number
}
export type Known = {
  readonly shared: readonly string[]
  readonly isDate: readonly boolean[]
  readonly from1904: boolean
  readonly count: (words: string) => void
}

/** `BC12` is column 54; where a cell does not say its place, it stands right of the one before. */
function columnOf(reference: string | null, before: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return before + 1
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Excel's day 60 is 29 February 1900, which never was; days before it are one off, and no report is of them. */
export function dayOf(serial: number, from1904: boolean): string {
  const [days, epoch] = [Math.floor(serial), Date.UTC(1899, 11, 30)]
  const minutes = Math.round((serial - days) * 24 * 60)
  const at = new Date(epoch + (days + (from1904 ? 1462 : 0)) * 86_400_000 + minutes * 60_000)
  if (Number.isNaN(at.getTime()) || serial < 0 || serial > 2_958_465) return String(serial)
  const [day = '', time = ''] = at.toISOString().split('T')
  const hour = time.slice(0, 5)
  return serial < 1 ? hour : minutes === 0 ? day : `${day} ${hour}`
}

/** As a sheet shows it: at most 15 digits, so that 0.1 + 0.2 is 0.3. */
const numberText = (raw: string): string => {
  const value = Number(raw)
  return raw.trim() === '' || !Number.isFinite(value) ? raw : String(Number(value.toPrecision(15)))
}

export function readSheet(bytes: Uint8Array, known: Known): Told {
  const rows: Map<number, string>[] = []
  const numbers: number[] = []
  const hiddenColumns: { from: number; to: number }[] = []
  let [hidden, uncomputed, column, aloud] = [0, 0, -1, 0]
  let [rowHidden, inValue, hasFormula] = [false, false, false]
  let [type, style, words] = ['n', 0, '']
  const put = (): void => {
    if (words === '' && hasFormula) uncomputed += 1
    if (words === '') return
    if (rowHidden || hiddenColumns.some(({ from, to }) => column >= from && column <= to)) {
      hidden += 1
      return
    }
    const told = toldAs(words)
    known.count(told)
    rows.at(-1)?.set(column, told)
  }
  const toldAs = (raw: string): string => {
    if (type === 's') return known.shared[Number(raw)] ?? ''
    if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
    if (type === 'd') return raw.replace(/T00:00:00(\.0+)?Z?$/, '')
    if (type !== 'n') return raw
    const isDay = known.isDate[style] === true && Number.isFinite(Number(raw))
    return isDay ? dayOf(Number(raw), known.from1904) : numberText(raw)
  }
  readXml(bytes, {
    open: (tag) => {
      if (tag.name === 'col' && /^(1|true)$/.test(tag.attribute('hidden') ?? ''))
        hiddenColumns.push({ from: Number(tag.attribute('min')) - 1, to: Number(tag.attribute('max')) - 1 })
      if (tag.name === 'row') {
        rows.push(new Map())
        const said = Number(tag.attribute('r') ?? Number.NaN)
        numbers.push(Number.isInteger(said) && said > 0 ? said : (numbers.at(-1) ?? 0) + 1)
        rowHidden = /^(1|true)$/.test(tag.attribute('hidden') ?? '')
        column = -1
      }
      if (tag.name === 'c') {
        column = columnOf(tag.attribute('r'), column)
        type = tag.attribute('t') ?? 'n'
        style = Number(tag.attribute('s') ?? 0)
        words = ''
        hasFormula = false
      }
      if (tag.name === 'f') hasFormula = true
      if (tag.name === 'rPh') aloud += 1
      inValue = (tag.name === 'v' || tag.name === 't') && aloud === 0
    },
    close: (tag) => {
      if (tag.name === 'rPh') aloud -= 1
      inValue = false
      if (tag.name === 'c') put()
    },
    text: (part) => {
      if (inValue) words += part
    },
  })
  return { rows, numbers, hidden, uncomputed }
}
