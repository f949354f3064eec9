/** Rows of a list as they are understood in, what becomes of each out: new, here already, changed, or saying nothing. */
import type { ListMap, ReadRow } from '../../core/list.ts'
import { isMostly } from '../../core/span.ts'
import type { LikelyRecord } from '../../link/likely-records.ts'
import { cellsByKind, differing, type KnownRow, metBefore, rowsKnown } from '../../review/list/same-rows.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import type { Context } from '../context.ts'
import { type Met, namesMet } from '../link/names-met.ts'
import { recordsLike } from '../link/records-like.ts'
import { readBare, type StandingPassage, standingPassages } from '../review/read-review.ts'
import { type ListText, tablesIn } from './list-text.ts'
import type { MappedList } from './remembered.ts'

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
  readonly perhaps: readonly LikelyRecord[]
  /** Of a new row: its names, with the people and the records of other days that bear them. */
  readonly met: readonly Met[]
  /** matched: a record of that day holds that name · doubtful: something is like it · none: nothing is. */
  readonly likeness: 'matched' | 'doubtful' | 'none'
}

const NOTHING = { earlier: null, perhaps: [], met: [], likeness: 'none' } as const
/** More names than these are not looked up while somebody waits. */
const MOST_NAMES = 2_000

/** Not here yet, or here in other words that nobody has decided on. */
export const isProposed = ({ status, earlier }: RowReport): boolean =>
  status === 'new' || (status === 'changed' && earlier?.state === 'open')

/** The same, without those that are like something on record: the others can be proposed once somebody has looked. */
export const isUnlike = (row: RowReport): boolean => isProposed(row) && row.likeness === 'none'

export async function rowsMet(
  context: Context,
  { document, before: lists }: ListText,
  map: ListMap,
  read: readonly ReadRow[],
): Promise<readonly RowReport[]> {
  const others = lists.filter((one) => one.document !== document.id)
  const texts = await earlierTexts(context, document.country, others)
  const known = rowsKnown(texts)
  const passages = await passagesOf(context, [...new Set(texts.map((one) => one.document))])
  const perhaps = await recordsLike(
    context,
    read.map((one) => one.proposals),
  )
  const names = new Map((await namesMet(context, namesIn(read))).map((one) => [one.name, one]))
  const met = new Set<KnownRow>()
  return read.map((one, index): RowReport => {
    if (one.proposals.length === 0 && one.faults.length === 0) return { ...one, ...NOTHING, status: 'empty' }
    // Of a first list nothing is compared.
    const cells = texts.length === 0 ? new Map<string, string>() : cellsByKind(document.text, one.row, map)
    const found = metBefore(cells, known, met)
    if (found.kind === 'new')
      return { ...one, ...NOTHING, status: 'new', ...likenessOf(one, perhaps[index] ?? [], names) }
    const earlier = { ...whereIs(found.earlier, passages), differs: differing(cells, found.earlier.cells) }
    return { ...one, ...NOTHING, status: found.kind, earlier }
  })
}

const namesOf = (row: ReadRow): readonly string[] =>
  row.proposals.flatMap((one) => (one.field === 'person' ? [one.value.name] : []))
const namesIn = (read: readonly ReadRow[]): readonly string[] =>
  [...new Set(read.flatMap(namesOf))].slice(0, MOST_NAMES)

/** What a row is like; only a record of its own day that holds one of its names is taken for it. */
function likenessOf(
  row: ReadRow,
  perhaps: readonly LikelyRecord[],
  before: ReadonlyMap<string, Met>,
): Pick<RowReport, 'perhaps' | 'met' | 'likeness'> {
  const told = new Set(perhaps.map((one) => one.id))
  const met = namesOf(row).flatMap((name): Met[] => {
    const one = before.get(name)
    const records = one?.records.filter(({ record }) => !told.has(record)) ?? []
    return one && one.people.length + records.length > 0 ? [{ ...one, records }] : []
  })
  const isMatched = perhaps.some(({ why }) => why.includes('person'))
  return {
    perhaps,
    met,
    likeness: isMatched ? 'matched' : perhaps.length + met.length > 0 ? 'doubtful' : 'none',
  }
}

async function earlierTexts(context: Context, country: string, lists: readonly MappedList[]) {
  const found = []
  for (const { document, map } of lists) {
    const stored = await storedDocument(context.store, document)
    const table = stored && tablesIn(context, country, stored)[map.sheet]
    if (stored && table) found.push({ document, text: stored.text, table, map })
  }
  return found
}

type Passages = ReadonlyMap<string, readonly StandingPassage[]>
async function passagesOf(context: Context, documents: readonly string[]): Promise<Passages> {
  const proposed = []
  for (const document of documents) {
    const { drafts, reading } = await readBare(context, document)
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
