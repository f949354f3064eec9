/** Passages in, the number that a list itself gives to the row each of them is, out: worked out from the list and what was said of its columns, and kept nowhere else. */
import { HOME } from '../../core/access.ts'
import { isMostly, type Span } from '../../core/span.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import type { PassageRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { tablesIn } from './list-text.ts'
import { type MappedList, mappedLists } from './remembered.ts'

type PassageOf = Pick<PassageRow, 'document' | 'start' | 'text'>
export type OwnNumber = { readonly document: string; readonly number: string }
/** A record as its row has it. */
type Told = {
  readonly country: string
  readonly organisation: string
  readonly passages: readonly PassageOf[]
}

/** For each record the numbers that lists give it; a list whose numbers nobody pointed out gives none. Each list is read once. */
export async function ownNumbers(
  context: Context,
  records: readonly Told[],
): Promise<readonly (readonly OwnNumber[])[]> {
  const numbered = new Map<string, readonly Numbered[]>()
  const lists = new Map<string, readonly MappedList[]>()
  const found: (readonly OwnNumber[])[] = []
  for (const { country, organisation, passages } of records) {
    const mapped = lists.get(organisation) ?? (await mappedLists(context.house, organisation || HOME))
    lists.set(organisation, mapped)
    const own: OwnNumber[] = []
    for (const { document, start, text } of passages) {
      const span = { start, end: start + text.length }
      const rows =
        numbered.get(document) ??
        (await numberedRows(
          context,
          country,
          mapped.filter((one) => one.document === document),
        ))
      numbered.set(document, rows)
      const row = rows.find((one) => isMostly(one.span, span))
      if (row) own.push({ document, number: row.number })
    }
    found.push(own)
  }
  return found
}

type Numbered = { readonly span: Span; readonly number: string }

/** As far as whoever asks may read the list. */
async function numberedRows(
  context: Context,
  country: string,
  maps: readonly MappedList[],
): Promise<readonly Numbered[]> {
  const found: Numbered[] = []
  for (const { document, map } of maps) {
    const column = map.columns.find((one) => one.holds === 'id')?.column
    const stored = column === undefined ? null : await storedDocument(context.store, document)
    const table = stored && tablesIn(context, country, stored)[map.sheet]
    for (const { span, cells } of table?.rows.slice(map.headRows) ?? []) {
      const cell = cells.find((one) => one.column === column)
      const number = cell && stored ? stored.text.slice(cell.span.start, cell.span.end).trim() : ''
      if (number !== '') found.push({ span, number })
    }
  }
  return found
}
