/** A table of recommendations in; every row recorded as by hand in one go, or every fault with its line and column and nothing, out. */

import { today } from '../../adapters/clock.ts'
import type { Decided } from '../../core/decided.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import { keyOf } from '../../core/identity/pairs.ts'
import { canonical } from '../../core/json.ts'
import type { RecordRecommendation } from '../../core/recommendation/lines.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { loadPeople } from '../../store/queries/people.ts'
import { newestOfRecommendations, saidOfDemands } from '../../store/queries/recommendations.ts'
import { type Context, packOf } from '../context.ts'
import { decide } from '../decide.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { refresh } from '../refresh.ts'
import { columnOf, lineOfRow, type RowAsLine } from './line-of-row.ts'
import { demandOf, unknownIn } from './record-recommendation.ts'
import { cellFault, type TableRow, tableRows } from './table-rows.ts'

export type ImportRecommendations = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly country: string
  readonly by: string
}
export type ImportedRecommendations = {
  readonly recorded: readonly string[]
  /** Rows that are on record word for word. */
  readonly known: readonly string[]
  /** Judgements that two ask the same. */
  readonly joined: number
}
type Row = RowAsLine & { readonly row: TableRow }
type Checked = { readonly row: Row; readonly decided: RecordRecommendation }

/** Nothing of it is public by this. */
export async function importRecommendations(
  context: Context,
  { bytes, name, country, by }: ImportRecommendations,
): Promise<ImportedRecommendations> {
  permit(context, 'recommend')
  const at = context.clock.now()
  const rows = tableRows(bytes, name).map((row): Row => ({ ...lineOfRow(row, country, by, at), row }))
  const faults: Fault[] = []
  const tell = ({ row }: Row, column: string, problem: string): void => {
    faults.push(cellFault(name, row.line, column, problem))
  }
  const checked = rows.flatMap((one) =>
    checkedRow(context, one, (column, problem) => tell(one, column, problem)),
  )
  const fresh = await sortedOut(context, checked, tell)
  const pairs = await pairsOf(context, rows, tell)
  if (faults.length > 0) throw new Refusal(faults)
  const lines: readonly Decided[] = [
    ...fresh,
    ...pairs.map(
      ({ id, other, why }) => ({ record: 'demand', id, with: other, verdict: 'same', why, by, at }) as const,
    ),
  ]
  await inOpenHouse(context.store, async (store) => {
    for (const line of lines) await decide({ ...context, store }, line)
  })
  const recorded = fresh.map((one) => one.id)
  if (lines.length > 0) await refresh(context, { touched: recorded })
  const known = rows.map((one) => one.id).filter((id) => !recorded.includes(id))
  return { recorded, known, joined: pairs.length }
}

type Tell = (column: string, problem: string) => void

/** By the same schema as a line by hand; none where it does not hold. */
function checkedRow({ knowledge, clock }: Context, row: Row, tell: Tell): readonly Checked[] {
  if (row.row.cells.has('document'))
    for (const one of ['source', 'place', 'url', 'language'] as const)
      if (row.row.cells.has(one)) tell(one, 'the report in `document` says it; one of the two')
  try {
    const decided = parseDecided(row.line, knowledge.codebook, today(clock), '')
    return decided.record === 'recommendation' ? [{ row, decided }] : []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    for (const { code, params } of error.faults) {
      const [path = '', ...rest] = String(params.problem ?? '').split(': ')
      if (code === 'input.date-future') tell('on', `${params.date} has not come yet`)
      else tell(columnOf(path), rest.join(': '))
    }
    return []
  }
}

/** What neither codebook nor pack nor register knows, words that do not stand in their report, and what is on record otherwise. */
async function sortedOut(
  context: Context,
  checked: readonly Checked[],
  tell: (row: Row, column: string, problem: string) => void,
): Promise<readonly RecordRecommendation[]> {
  const { store, knowledge } = context
  const people = checked.some(({ decided }) => decided.people?.length) ? await loadPeople(store) : new Map()
  const here = await newestOfRecommendations(
    store,
    checked.map(({ row }) => row.id),
  )
  const seen = new Set<string>()
  const fresh: RecordRecommendation[] = []
  for (const { row, decided } of checked) {
    const { id } = decided
    if (seen.has(id)) tell(row, 'id', `${id} stands there twice`)
    seen.add(id)
    for (const one of unknownIn(context, packOf(knowledge, decided.country), decided))
      tell(row, one.column, `${one.id}: neither codebook nor pack knows it`)
    for (const one of decided.people ?? [])
      if (!people.has(one)) tell(row, 'people', `${one} is not on record`)
    const demand = await demandIn(context, decided, (column, problem) => tell(row, column, problem))
    if (demand === null) continue
    const now = here.get(id)
    if (now === undefined) fresh.push(decided)
    else if (now === null) tell(row, 'id', `${id} was taken out of the register`)
    else if (canonical(now) !== canonical(demand))
      tell(row, 'id', `${id} is on record otherwise: change it there`)
  }
  return fresh
}

async function demandIn(context: Context, one: RecordRecommendation, tell: Tell) {
  try {
    return (await demandOf(context, one)).demand
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.code === 'passage.not-found') tell('words', 'they do not stand so in the report')
    else tell('document', 'no report is called so')
    return null
  }
}

/** Two are joined by a judgement with a reason, as on their page; one that stands already is not said again. */
async function pairsOf(
  { store }: Context,
  rows: readonly Row[],
  tell: (row: Row, column: string, problem: string) => void,
): Promise<readonly { readonly id: string; readonly other: string; readonly why: string }[]> {
  const asked = rows.filter((one) => one.same.length > 0)
  if (asked.length === 0) return []
  const here = await newestOfRecommendations(
    store,
    asked.flatMap((one) => one.same),
  )
  const own = new Set(rows.map((one) => one.id))
  const { pairs } = judgedOne(await saidOfDemands(store))
  return asked.flatMap((row) => {
    if (row.sameWhy === null) tell(row, 'same-why', 'say why they ask the same')
    return row.same.flatMap((other) => {
      if (other === row.id) tell(row, 'same-as', 'another recommendation')
      else if (!own.has(other) && (here.get(other) ?? null) === null)
        tell(row, 'same-as', `${other} is not in the register`)
      const isSaid = pairs.get(keyOf(row.id, other))?.verdict === 'same'
      return isSaid ? [] : [{ id: row.id, other, why: row.sameWhy ?? '' }]
    })
  })
}
