/** A list and what its columns hold in, each row that is not here yet stored as a proposed incident, as one entry of the log. */
import { asProposals, type Draft } from '../../core/claim.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { canonical } from '../../core/json.ts'
import { type ListMap, type ListTable, ONCE } from '../../core/list.ts'
import { nearby } from '../../core/span.ts'
import { ordersOf } from '../../review/list/dates.ts'
import { cellsOf } from '../../review/list/guess.ts'
import { LIST_CELL } from '../../review/list/rows.ts'
import { sha256 } from '../../store/leaf.ts'
import type { DeskDocument } from '../../store/queries/desk.ts'
import type { Context } from '../context.ts'
import { storeReading } from '../reading/store-reading.ts'
import { readText } from '../review/read-review.ts'
import { listText } from './list-text.ts'
import { type ListView, readList } from './read-list.ts'
import { READ_LIST } from './remembered.ts'
import { isProposed, type RowReport } from './rows-met.ts'
import { understandList } from './understand-list.ts'

/** Of more, a page takes longer than a fifth of a second (0.3 of 20,000, 0.9 of 50,000), and proposing them holds up everybody's pages. */
export const MOST_ROWS = 10_000

export type ProposedList = {
  readonly document: string
  readonly organisation: string
  readonly source: string
  readonly map: ListMap
  /** Numbers of the rows that were proposed. */
  readonly rows: readonly number[]
}
export type Outcome = { readonly proposed: number; readonly here: number; readonly changed: number }

/** Refuses with every fault of the mapping at once: `list.once`, `list.order`, `list.rows`, `list.nothing`. `taken`: which of the rows are proposed. */
export async function proposeList(
  context: Context,
  id: string,
  map: ListMap,
  taken: (row: RowReport) => boolean = isProposed,
): Promise<Outcome> {
  const view = await readList(context, id, map)
  const faults = faultsOf(view)
  if (faults.length > 0) throw new Refusal(faults)
  const rows = view.rows.filter(taken)
  if (rows.length === 0) throw refuse('list.nothing')
  if (rows.length > MOST_ROWS) throw refuse('list.rows', { n: rows.length, limit: MOST_ROWS })
  const { organisation } = view.document
  const said = { document: id, organisation, source: view.source, map: view.map }
  await keepList(
    context,
    { ...said, rows: rows.map((one) => one.row.number) },
    context.actor?.handle ?? 'operator',
  )
  const here = view.rows.filter((one) => one.status === 'same').length
  return { proposed: rows.length, here, changed: view.rows.filter((one) => one.status === 'changed').length }
}

export function faultsOf({ map, table, document }: ListView): readonly Fault[] {
  const faults: Fault[] = ONCE.flatMap((holds) =>
    map.columns.filter((one) => one.holds === holds).length > 1
      ? [{ code: 'list.once' as const, where: holds, params: { holds } }]
      : [],
  )
  const dates = map.columns.filter((one) => one.holds === 'date' || one.holds === 'other_date')
  const isOpen = dates.some((one) => ordersOf(cellsOf(document.text, table, one.column)).length > 1)
  if (map.order === null && isOpen) faults.push({ code: 'list.order', where: 'order', params: {} })
  if (map.columns.every((one) => one.holds === 'ignore'))
    faults.push({ code: 'list.unmapped', where: 'columns', params: {} })
  return faults
}

/** What is read is worked out anew from the mapping, so that the log holds no second copy of the list. */
export async function keepList(context: Context, kept: ProposedList, by: string): Promise<void> {
  const { document, organisation, map } = kept
  const list = await listText(context, document)
  const { read, table } = await understandList(context, list, map)
  const asked = new Set(kept.rows)
  const ofRows = read
    .filter((one) => asked.has(one.row.number))
    .map(({ row, proposals }): Draft => ({ span: row.span, rule: LIST_CELL, proposals }))
  const drafts = [...besideTable(await readText(context, document), table), ...ofRows].toSorted(
    (a, b) => a.span.start - b.span.start,
  )
  const readings = await context.store
    .selectFrom('readings')
    .select(['mentions', 'rules_version'])
    .where('document', '=', document)
    .orderBy('event')
    .execute()
  const before = readings.at(-1)
  const named = ofRows.flatMap((one) =>
    one.proposals.flatMap((each) =>
      each.field === 'person' && each.span ? [{ name: each.value.name, span: each.span }] : [],
    ),
  )
  const mark = `list@1 ${sha256(canonical(drafts)).slice(0, 12)}`
  // Sent twice it is stored once; mapped anew as it was before the last time it is the newest again.
  if (before?.rules_version.includes(mark)) return
  const version = `${before?.rules_version.split(' + ')[0] ?? ''} + ${mark} ${readings.length}`
  const found = { drafts, mentions: [...(before?.mentions ?? []), ...named] }
  await storeReading(
    context,
    { document, organisation, version, found },
    { by, useCase: READ_LIST, input: kept },
  )
}

/** What was proposed of other sheets, or of the prose around a log, stays. */
function besideTable({ drafts }: DeskDocument, { rows }: ListTable): readonly Draft[] {
  const inTable = nearby(rows)
  return drafts
    .filter(({ span }) => inTable(span).length === 0)
    .map(({ span, rule, claims }) => ({ span, rule, proposals: asProposals(claims) }))
}
