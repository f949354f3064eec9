/** A stored list and what its columns hold in, what becomes of each row out: new, here already, changed, or not understood. */
import { refuse } from '../../core/faults.ts'
import {
  type HeldByColumn,
  type ListFault,
  type ListMap,
  type ListTable,
  MOST_COLUMNS,
  type ReadRow,
} from '../../core/list.ts'
import { isMostly } from '../../core/span.ts'
import { cellsOf, guessMap, withOrder } from '../../review/list/guess.ts'
import { proseOf, readRows } from '../../review/list/rows.ts'
import { cellsByKind, differing, type KnownRow, metBefore, rowsKnown } from '../../review/list/same-rows.ts'
import { isListed, listsIn } from '../../review/list/table.ts'
import { foldWords } from '../../review/list/words.ts'
import { actMeant } from '../../review/resolve.ts'
import { proposalsOf } from '../../store/queries/claims.ts'
import type { DeskDocument } from '../../store/queries/desk.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import { newestReading } from '../../store/queries/passages.ts'
import { type Context, packOf } from '../context.ts'
import { recordsLike } from '../link/records-like.ts'
import { mayDo, permit } from '../permit.ts'
import { readText, type StandingPassage, standingPassages } from '../review/read-review.ts'
import { type MappedList, mapAsBefore, mappedLists, sourceKey } from './remembered.ts'

/** Cells shown of a column. */
const SAMPLES = 3

export type ListText = {
  readonly document: DeskDocument
  readonly tables: readonly ListTable[]
  readonly source: string
  /** Lists that were mapped before, of the same source. */
  readonly before: readonly MappedList[]
}
/** `open`: its earlier row still waits there · `decided`: it is on record, as far as whoever asks may read it. */
export type RowReport = ReadRow & {
  readonly status: 'new' | 'same' | 'changed' | 'empty'
  readonly earlier: {
    readonly document: string
    readonly passage: string | null
    readonly records: readonly string[]
    readonly state: 'open' | 'decided' | 'rejected'
    /** Kinds of cells that differ, as `date 0`. */
    readonly differs: readonly string[]
  } | null
  /** Records that may tell what a new row tells, whoever wrote them down; nothing is left out because of it. */
  readonly perhaps: readonly string[]
}
/** `means`: what somebody said they mean; empty where nobody did. `n`: rows that have them and are not understood. */
export type AskedWords = Pick<ListFault, 'holds' | 'words'> & { readonly means: string; readonly n: number }
export type ListView = ListText & {
  readonly table: ListTable
  readonly map: ListMap
  /** True when the mapping is that of an earlier list of the same source. */
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
  const { document, tables, before } = list
  const table = tables[typeof asked === 'number' ? asked : asked.sheet]
  if (!table) throw refuse(tables.length === 0 ? 'list.none' : 'list.sheet')
  const data = dataOf(context, document.country)
  const guessed = typeof asked === 'number' ? guessMap(document.text, tables, asked, data) : null
  const own = before.filter((one) => one.document === id && one.map.sheet === guessed?.sheet)
  const remembered = guessed && mapAsBefore(guessed, table, [...own, ...before])
  const map = withOrder(remembered ?? guessed ?? onTable(asked as ListMap, table), document.text, table)
  const prose = proseOf((await proposalsOf(context.store, id, 'first')).flatMap((one) => one.claims))
  const read = readRows({ text: document.text, table, map, prose, ...data })
  const met = await reported(context, list, map, read)
  const samples = new Map(
    map.columns.map(({ column }) => [
      column,
      [...new Set(cellsOf(document.text, table, column))].slice(0, SAMPLES),
    ]),
  )
  return { ...list, table, map, isRemembered: !!remembered, rows: met, asked: askedWords(map, read), samples }
}

/** Columns and their names are those of the list, whatever a form says; one that it leaves out is left out. */
const onTable = (asked: ListMap, table: ListTable): ListMap => ({
  ...asked,
  columns: table.columns.slice(0, MOST_COLUMNS).map((column) => ({
    column,
    name: table.names.get(column) ?? '',
    holds: asked.columns.find((one) => one.column === column)?.holds ?? 'ignore',
  })),
})

const dataOf = ({ knowledge }: Context, country: string) => ({
  codebook: knowledge.codebook,
  pack: packOf(knowledge, country),
})

export async function listText(context: Context, id: string): Promise<ListText> {
  const document = await readText(context, id)
  permit(context, 'import')
  const stored = await storedDocument(context.store, id)
  if (!stored) throw refuse('record.unknown', { id }, id)
  const source = sourceKey(stored.publisher, stored.name)
  const mapped = await mappedLists(context.house, document.organisation)
  return {
    document,
    tables: listsIn(stored, dataOf(context, document.country)),
    source,
    before: mapped.filter((one) => one.source === source),
  }
}

async function reported(
  context: Context,
  { document, before }: ListText,
  map: ListMap,
  read: readonly ReadRow[],
): Promise<readonly RowReport[]> {
  const others = before.filter((one) => one.document !== document.id)
  const texts = await earlierTexts(context, document.country, others)
  const known = rowsKnown(texts)
  const passages = await passagesOf(context, [...new Set(texts.map((one) => one.document))])
  const perhaps = await recordsLike(
    context,
    read.map((one) => one.proposals),
  )
  return read.map((one, index): RowReport => {
    if (one.proposals.length === 0 && one.faults.length === 0)
      return { ...one, status: 'empty', earlier: null, perhaps: [] }
    const cells = cellsByKind(document.text, one.row, map)
    const met = metBefore(cells, known)
    if (met.kind === 'new')
      return { ...one, status: 'new', earlier: null, perhaps: (perhaps[index] ?? []).map(({ id }) => id) }
    const differs = differing(cells, met.earlier.cells)
    return { ...one, status: met.kind, earlier: { ...whereIs(met.earlier, passages), differs }, perhaps: [] }
  })
}

async function earlierTexts(context: Context, country: string, lists: readonly MappedList[]) {
  const found = []
  for (const { document, map } of lists) {
    const stored = await storedDocument(context.store, document)
    const table = stored && listsIn(stored, dataOf(context, country))[map.sheet]
    if (stored && table) found.push({ document, text: stored.text, table, map })
  }
  return found
}

type Passages = ReadonlyMap<string, readonly StandingPassage[]>
async function passagesOf(context: Context, documents: readonly string[]): Promise<Passages> {
  const proposed = []
  for (const document of documents) {
    const { drafts } = await readText(context, document)
    const reading = (await newestReading(context.store, document)) ?? ''
    proposed.push({ document, reading, spans: drafts.map((one) => one.span) })
  }
  return standingPassages(context, proposed)
}

function whereIs({ document, row }: KnownRow, passages: Passages) {
  const found = (passages.get(document) ?? []).find((one) => isMostly(row.span, one.span))
  return {
    document,
    passage: found?.key ?? null,
    records: found?.records ?? [],
    state: found?.state ?? 'open',
  } as const
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

/** True where the words of a report are the cells of a list, and whoever asks may say what they hold. */
export async function isList(context: Context, id: string): Promise<boolean> {
  if (!mayDo(context, 'import', null)) return false
  const stored = await storedDocument(context.store, id)
  return stored !== null && isListed(stored, context.knowledge.codebook)
}
