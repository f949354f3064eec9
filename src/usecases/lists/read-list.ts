/** A stored list and what its columns hold in, everything that its page shows out. */
import type { HeldByColumn, ListFault, ListMap, ListTable, ReadRow } from '../../core/list.ts'
import { cellsOf } from '../../review/list/guess.ts'
import { foldWords } from '../../review/list/words.ts'
import { actMeant } from '../../review/resolve.ts'
import type { Context } from '../context.ts'
import { type ListText, listText } from './list-text.ts'
import { type RowReport, rowsMet } from './rows-met.ts'
import { understandList } from './understand-list.ts'

/** Cells shown of a column. */
const SAMPLES = 3

/** `means`: what somebody said they mean; empty where nobody did. `n`: rows that have them and are not understood. */
export type AskedWords = Pick<ListFault, 'holds' | 'words'> & { readonly means: string; readonly n: number }
export type ListView = ListText & {
  readonly table: ListTable
  readonly map: ListMap
  readonly isRemembered: boolean
  readonly rows: readonly RowReport[]
  /** Words that somebody explained, then those that nobody understands, the most frequent first. */
  readonly asked: readonly AskedWords[]
  /** Column → some of its cells, enough to know it by. */
  readonly samples: ReadonlyMap<number, readonly string[]>
}

/** Several columns of a kind of which a row has one, or dates whose order nobody said, are refused by whoever writes. */
export async function readList(context: Context, id: string, asked: ListMap | number): Promise<ListView> {
  const list = await listText(context, id)
  const { table, map, isRemembered, read } = await understandList(context, list, asked)
  const rows = await rowsMet(context, list, map, read)
  const samplesOf = (column: number): readonly string[] =>
    [...new Set(cellsOf(list.document.text, table, column))].slice(0, SAMPLES)
  const samples = new Map(map.columns.map(({ column }) => [column, samplesOf(column)]))
  return { ...list, table, map, isRemembered, rows, asked: askedWords(map, read), samples }
}

/** Kinds of cells whose words can be given a meaning: a name or a number cannot. */
const EXPLAINED: ReadonlySet<HeldByColumn> = new Set([
  ...(['place', 'act', 'law', 'penalty', 'freedom', 'organisation', 'actor'] as const),
])

function askedWords({ meanings }: ListMap, rows: readonly ReadRow[]): readonly AskedWords[] {
  const found = new Map<string, AskedWords>()
  for (const { holds, words, code } of rows.flatMap((one) => one.faults)) {
    if (code !== 'unknown' || !EXPLAINED.has(holds)) continue
    const key = `${holds} ${foldWords(words)}`
    const known = found.get(key)
    found.set(key, { holds, words: known?.words ?? words, means: '', n: (known?.n ?? 0) + 1 })
  }
  const said = meanings.map((one) => {
    const key = `${one.holds} ${foldWords(one.words)}`
    const n = found.get(key)?.n ?? 0
    found.delete(key)
    return { ...one, n }
  })
  return [...said, ...[...found.values()].sort((a, b) => b.n - a.n)]
}

/** What somebody typed as the act of every row; null when no act is meant. */
export const actTyped = (context: Context, typed: string): string | null =>
  actMeant(typed, context.knowledge.codebook)
