/** Cells pasted from a spreadsheet in, the patches or sheets that stand in them out; every cell that cannot be read is named with its line and column. */
import { ACTION_KINDS, type ActionKind } from '../../core/act/actions.ts'
import type { CampaignEntryOf } from '../../core/act/lines.ts'
import { TALLY_METHODS, type TallyMethod } from '../../core/act/lines.ts'
import { areWordsOfPatch, CLOTHS, PATCH_WORDS_MOST, type Patch } from '../../core/act/patch.ts'
import { MOTIFS } from '../../core/codebook.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import { LANGUAGES } from '../../core/language.ts'
import { isIsoDay, withIsoDays } from '../../core/partial-date.ts'
import { typedNumber } from '../../core/typed-number.ts'
import type { Knowledge } from '../context.ts'

type Row = { readonly line: number; readonly cells: readonly string[] }
type Bad = (column: number, problem: string) => undefined

/** Spreadsheets copy cells with tabs between them; by hand a semicolon is typed. */
const rowsOf = (text: string): readonly Row[] =>
  text.split('\n').flatMap((one, at) => {
    const cells = one.split(one.includes('\t') ? '\t' : ';').map((cell) => cell.trim())
    return cells.every((cell) => cell === '') ? [] : [{ line: at + 1, cells }]
  })

/** A spreadsheet has its headings in the first row. Every row that means something has a number in it. */
const withoutHeadings = (rows: readonly Row[]): readonly Row[] =>
  rows.length > 1 && rows[0]?.cells.every((cell) => !/\d/.test(cell)) ? rows.slice(1) : rows

function readRows<T>(text: string, read: (cells: readonly string[], bad: Bad) => T): readonly T[] {
  const faults: Fault[] = []
  const rows = withoutHeadings(rowsOf(text)).map(({ line, cells }) =>
    read(cells, (column, problem) => {
      faults.push({ code: 'campaign.cell', params: { line, column, problem } })
      return undefined
    }),
  )
  if (faults.length > 0) throw new Refusal(faults)
  return rows
}

const oneOf = <T extends string>(values: readonly T[], cell: string | undefined): T | undefined =>
  values.find((one) => one === cell?.toLowerCase())

/** `motif; cloth 1 to 6; language; words`: the last two may be left out. */
export const patchesIn = (text: string): readonly Patch[] =>
  readRows(text, (cells, bad): Patch => {
    const motif = oneOf(MOTIFS, cells[0]) ?? bad(1, cells[0] ?? '')
    const cloth = CLOTHS.find((one) => String(one + 1) === cells[1]) ?? bad(2, cells[1] ?? '')
    const words = cells[3] ? cells[3] : null
    const language = words === null ? null : (oneOf(LANGUAGES, cells[2]) ?? bad(3, cells[2] ?? ''))
    if (words !== null && !areWordsOfPatch(words)) {
      const n = [...words].length
      bad(4, n > PATCH_WORDS_MOST ? `${n}` : words.slice(0, 40))
    }
    return { motif: motif ?? 'good', cloth: cloth ?? 0, words, language: language ?? null }
  })

export type PastedTally = CampaignEntryOf<'tally'>

/** What may stand in a cell, in lower case, for each unit and each method: its id, and its names in every language. */
export type CellWords = {
  readonly units: ReadonlyMap<string, ActionKind>
  readonly methods: ReadonlyMap<string, TallyMethod>
}

export function cellWords({ codebook, words }: Pick<Knowledge, 'codebook' | 'words'>): CellWords {
  const plain = (word: string | null): readonly string[] => (word === null ? [] : [word.toLowerCase()])
  return {
    units: new Map(
      ACTION_KINDS.flatMap((kind) => {
        const rule = codebook.campaigns.actions.get(kind)
        const names = LANGUAGES.flatMap((one) => [rule?.label[one] ?? null, rule?.unit[one] ?? null])
        return [kind, ...names.flatMap(plain)].map((name) => [name, kind] as const)
      }),
    ),
    methods: new Map(
      TALLY_METHODS.flatMap((method) =>
        [method, ...LANGUAGES.flatMap((one) => plain(words[one].t(`act.method.${method}`)))].map(
          (name) => [name, method] as const,
        ),
      ),
    ),
  }
}

/** Counted at the event of this entry, or by a partner somewhere else. `unit; low; best; high; method; day; counted by; code of the sheet`: high and code may be left empty. */
export const talliesIn = (
  text: string,
  { units, methods }: CellWords,
  event?: string,
): readonly PastedTally[] =>
  readRows(text, (cells, bad): PastedTally => {
    const number = (at: number): number | undefined => {
      const value = typedNumber(cells[at] ?? '')
      return value !== null && Number.isInteger(value) && value >= 0 ? value : bad(at + 1, cells[at] ?? '')
    }
    const of = units.get((cells[0] ?? '').toLowerCase()) ?? bad(1, cells[0] ?? '')
    const [low, best] = [number(1), number(2)]
    const high = cells[3] ? number(3) : null
    const method = methods.get((cells[4] ?? '').toLowerCase()) ?? bad(5, cells[4] ?? '')
    const day = withIsoDays(cells[5] ?? '')
    const on = isIsoDay(day) ? day : bad(6, cells[5] ?? '')
    const countedBy = cells[6] ? cells[6] : bad(7, '')
    return {
      ...{ kind: 'tally', of: of ?? 'letter', low: low ?? 0, best: best ?? 0, high: high ?? null },
      ...{
        method: method ?? 'reported',
        source: event === undefined ? 'partner' : 'event',
        on: on ?? '',
        countedBy: countedBy ?? '',
      },
      ...(event === undefined ? {} : { event }),
      ...(cells[7] ? { sheet: cells[7] } : {}),
    }
  })
