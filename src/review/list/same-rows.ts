/** Rows of a list and of the lists that came before it in, which of them are here already out, and what changed in them. */
import type { ListMap, ListRow, ListTable } from '../../core/list.ts'
import { foldWords } from './words.ts'

export type KnownRow = {
  readonly document: string
  readonly row: ListRow
  /** Mapped column's place among the columns of its kind → its words, folded. */
  readonly cells: ReadonlyMap<string, string>
}
export type Met = { readonly kind: 'new' } | { readonly kind: 'same' | 'changed'; readonly earlier: KnownRow }
/** Rows that say the same words are as many as the list has that has most of them: two people of whom nobody knows the name are two. */
export type KnownRows = {
  readonly byId: ReadonlyMap<string, KnownRow>
  readonly byWords: ReadonlyMap<string, readonly KnownRow[]>
}

/** `date 0`, `person 1`: lists may order and name their columns anew. */
export function cellsByKind(text: string, row: ListRow, map: ListMap): ReadonlyMap<string, string> {
  const times = new Map<string, number>()
  const words = new Map(row.cells.map((cell) => [cell.column, text.slice(cell.span.start, cell.span.end)]))
  return new Map(
    map.columns.flatMap(({ column, holds }): [string, string][] => {
      if (holds === 'ignore') return []
      const at = times.get(holds) ?? 0
      times.set(holds, at + 1)
      const said = foldWords(words.get(column) ?? '')
      return said === '' ? [] : [[`${holds} ${at}`, said]]
    }),
  )
}

/** All that a row says but its number. */
const signOf = (cells: ReadonlyMap<string, string>): string =>
  [...cells]
    .filter(([kind]) => kind !== 'id 0')
    .map(([kind, words]) => `${kind}=${words}`)
    .sort()
    .join('\n')

export function rowsKnown(
  lists: readonly {
    readonly document: string
    readonly text: string
    readonly table: ListTable
    readonly map: ListMap
  }[],
): KnownRows {
  const [byId, byWords] = [new Map<string, KnownRow>(), new Map<string, readonly KnownRow[]>()]
  for (const { document, text, table, map } of lists) {
    const rows = table.rows
      .slice(map.headRows)
      .map((row): KnownRow => ({ document, row, cells: cellsByKind(text, row, map) }))
    for (const one of rows) {
      const id = one.cells.get('id 0')
      if (id !== undefined && !byId.has(id)) byId.set(id, one)
    }
    for (const [sign, alike] of Map.groupBy(rows, (one) => signOf(one.cells)))
      if (sign !== '' && alike.length > (byWords.get(sign)?.length ?? 0)) byWords.set(sign, alike)
  }
  return { byId, byWords }
}

/** Half of what they say is the same: many lists begin anew with 1 every month, and row 1 of May is not that of April. */
function isLike(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  const same = [...one].filter(([kind, words]) => kind !== 'id 0' && other.get(kind) === words).length
  return same * 2 >= Math.max(one.size, other.size) - 1
}

/** The list's own number says which row it is; without one only the same words do, for two people may share all but a name. `met`: rows that another one was found to be already; each is met once. */
export function metBefore(cells: ReadonlyMap<string, string>, known: KnownRows, met: Set<KnownRow>): Met {
  const id = cells.get('id 0')
  const sign = signOf(cells)
  const numbered = id === undefined ? undefined : known.byId.get(id)
  if (numbered && !met.has(numbered) && isLike(cells, numbered.cells)) {
    met.add(numbered)
    return { kind: signOf(numbered.cells) === sign ? 'same' : 'changed', earlier: numbered }
  }
  // A number of its own makes a row another one, whatever else it says.
  const isOther = (one: KnownRow): boolean =>
    id !== undefined && one.cells.has('id 0') && one.cells.get('id 0') !== id
  const same = known.byWords.get(sign)?.find((one) => !met.has(one) && !isOther(one))
  if (!same) return { kind: 'new' }
  met.add(same)
  return { kind: 'same', earlier: same }
}

/** Kinds of cells that differ. */
export const differing = (
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): readonly string[] =>
  [...new Set([...now.keys(), ...before.keys()])].filter((kind) => now.get(kind) !== before.get(kind))
