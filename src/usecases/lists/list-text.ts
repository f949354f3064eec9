/** The id of a report in, its text as the tables of a list out, with the lists of the same source that were mapped before. */
import type { Codebook } from '../../core/codebook.ts'
import { refuse } from '../../core/faults.ts'
import type { ListTable } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import { isListed, listsIn } from '../../review/list/table.ts'
import type { DeskText } from '../../store/queries/desk.ts'
import { hasCells, type StoredDocument, storedDocument } from '../../store/queries/documents.ts'
import { type Context, packOf } from '../context.ts'
import { mayDo, permit } from '../permit.ts'
import { readBare } from '../review/read-review.ts'
import { type MappedList, mappedLists, sourceKey } from './remembered.ts'

export type ListText = {
  readonly document: DeskText
  readonly tables: readonly ListTable[]
  readonly source: string
  /** Lists that were mapped before, of the same source. */
  readonly before: readonly MappedList[]
}

export const dataOf = (
  { knowledge }: Context,
  country: string,
): { readonly codebook: Codebook; readonly pack: Pack } => ({
  codebook: knowledge.codebook,
  pack: packOf(knowledge, country),
})

export const tablesIn = (context: Context, country: string, stored: StoredDocument): readonly ListTable[] =>
  listsIn(stored, dataOf(context, country))

export async function listText(context: Context, id: string): Promise<ListText> {
  const document = await readBare(context, id)
  permit(context, 'import')
  const stored = await storedDocument(context.store, id)
  if (!stored) throw refuse('record.unknown', { id }, id)
  const source = sourceKey(stored.publisher, stored.name)
  const mapped = await mappedLists(context.house, document.organisation)
  const before = mapped.filter((one) => one.source === source)
  return { document, tables: tablesIn(context, document.country, stored), source, before }
}

/** Whether the words of a report are the cells of a list, or hold a log, for somebody who may say what they hold; null: neither, or they may not. */
export async function listKind(context: Context, id: string): Promise<ListTable['kind'] | null> {
  if (!mayDo(context, 'import', null)) return null
  if (await hasCells(context.store, id)) return 'table'
  const stored = await storedDocument(context.store, id)
  return stored && isListed(stored, context.knowledge.codebook) ? 'log' : null
}
