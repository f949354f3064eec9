/** Rows of a list as they are understood in, what becomes of each out: new, here already, changed, or saying nothing. */
import type { ListMap, ReadRow } from '../../core/list.ts'
import { isMostly } from '../../core/span.ts'
import { cellsByKind, differing, type KnownRow, metBefore, rowsKnown } from '../../review/list/same-rows.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import type { Context } from '../context.ts'
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
  readonly perhaps: readonly string[]
}

/** Not here yet, or here in other words that nobody has decided on. */
export const isProposed = ({ status, earlier }: RowReport): boolean =>
  status === 'new' || (status === 'changed' && earlier?.state === 'open')

export async function rowsMet(
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
  const met = new Set<KnownRow>()
  return read.map((one, index): RowReport => {
    if (one.proposals.length === 0 && one.faults.length === 0)
      return { ...one, status: 'empty', earlier: null, perhaps: [] }
    // Of a first list nothing is compared.
    const cells = texts.length === 0 ? new Map<string, string>() : cellsByKind(document.text, one.row, map)
    const found = metBefore(cells, known, met)
    if (found.kind === 'new')
      return { ...one, status: 'new', earlier: null, perhaps: (perhaps[index] ?? []).map(({ id }) => id) }
    const earlier = { ...whereIs(found.earlier, passages), differs: differing(cells, found.earlier.cells) }
    return { ...one, status: found.kind, earlier, perhaps: [] }
  })
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
