/** A list and what its columns hold, or nothing said of them yet, in; each row as it is understood out. */
import type { Proposal } from '../../core/claim.ts'
import { refuse } from '../../core/faults.ts'
import { type ListMap, type ListTable, MOST_COLUMNS, type ReadRow } from '../../core/list.ts'
import { guessMap, withOrder } from '../../review/list/guess.ts'
import { proseOf, rowReader } from '../../review/list/rows.ts'
import { proposalsOf } from '../../store/queries/claims.ts'
import type { Context } from '../context.ts'
import { dataOf, type ListText } from './list-text.ts'
import { mapAsBefore } from './remembered.ts'

export type Understood = {
  readonly table: ListTable
  readonly map: ListMap
  /** True when the mapping is that of an earlier list of the same source. */
  readonly isRemembered: boolean
  readonly read: readonly ReadRow[]
}

/** `asked`: what somebody said, or the number of a sheet of which nobody has: then it is remembered, or else guessed. */
export async function understandList(
  context: Context,
  { document, tables, before }: ListText,
  asked: ListMap | number,
): Promise<Understood> {
  const table = tables[typeof asked === 'number' ? asked : asked.sheet]
  if (!table) throw refuse(tables.length === 0 ? 'list.none' : 'list.sheet')
  const data = dataOf(context, document.country)
  const guessed = typeof asked === 'number' ? guessMap(document.text, tables, asked, data) : null
  const own = before.filter((one) => one.document === document.id && one.map.sheet === guessed?.sheet)
  const remembered = guessed && mapAsBefore(guessed, table, [...own, ...before])
  const map = withOrder(remembered ?? guessed ?? onTable(asked as ListMap, table), document.text, table)
  const reader = rowReader({ text: document.text, table, map, ...data })
  const alone = reader([])
  // What the rules for prose read in a list is asked for only where cells alone do not say everything.
  const read = asksProse(map, alone) ? reader(await proseIn(context, document.id)) : alone
  return { table, map, isRemembered: !!remembered, read }
}

const asksProse = ({ columns }: ListMap, read: readonly ReadRow[]): boolean =>
  columns.some((one) => one.holds === 'words') ||
  read.some((one) => one.faults.some((fault) => fault.column !== null))

const proseIn = async (context: Context, document: string): Promise<readonly Proposal[]> =>
  proseOf((await proposalsOf(context.store, document, 'first')).flatMap((one) => one.claims))

/** Columns and their names are those of the list, whatever a form says; one that it leaves out is left out. */
const onTable = (asked: ListMap, table: ListTable): ListMap => ({
  ...asked,
  columns: table.columns.slice(0, MOST_COLUMNS).map((column) => ({
    column,
    name: table.names.get(column) ?? '',
    holds: asked.columns.find((one) => one.column === column)?.holds ?? 'ignore',
  })),
})
