/** A question of counting in; the table that answers it, with all that makes it recomputable, or the records behind a cell, out. */
import { type CountQuestion, type CountTable, methodOf } from '../../core/count-table.ts'
import { COUNT_FACETS, type CountFacet } from '../../core/counted.ts'
import { amountIn } from '../../measure/counts/amount.ts'
import { countTable, countTables, slicesAsked, standsIn } from '../../measure/counts/table.ts'
import { type Context, packOf } from '../context.ts'
import { countedRows, inputsOf } from './counted-rows.ts'

export type CountAnswer = CountTable & {
  readonly question: CountQuestion
  /** The rule that says what a cell is. */
  readonly method: string
  readonly codebook: string
  readonly pack: string
  /** Hash of every row that was read. */
  readonly inputs: string
  readonly currency: string | null
  /** Of the records that whoever asks may read. */
  readonly notVerified: number
}

export async function countRecords(context: Context, question: CountQuestion): Promise<CountAnswer> {
  const { rows, unverified } = await countedRows(context, question)
  return answer(context, question, countTable(rows, question), { inputs: inputsOf(rows), unverified })
}

/** The same unit by each of the ten facets, in one reading. */
export async function countByEveryFacet(
  context: Context,
  asked: Omit<CountQuestion, 'rows' | 'columns'>,
): Promise<ReadonlyMap<CountFacet, CountAnswer>> {
  const { rows, unverified } = await countedRows(context, asked)
  const inputs = inputsOf(rows)
  const questions = COUNT_FACETS.map((facet) => ({ ...asked, rows: facet, columns: null }))
  const tables = countTables(rows, questions)
  return new Map(
    questions.flatMap((question, at) => {
      const table = tables[at]
      return table ? [[question.rows, answer(context, question, table, { inputs, unverified })]] : []
    }),
  )
}

/** Ids of the records that a cell opens to, newest first as their ids go. */
export async function recordsBehind(context: Context, question: CountQuestion): Promise<readonly string[]> {
  const { rows, ids } = await countedRows(context, { ...question, withIds: true })
  const behind = rows.flatMap((row, index) => {
    const slots = slicesAsked(row, question.only)
    const isIn = slots !== null && standsIn(row, question) === 'inside'
    return isIn && amountIn(row, question.unit, slots) !== 'none' ? [ids[index] ?? ''] : []
  })
  return behind.sort().reverse()
}

function answer(
  { knowledge }: Context,
  question: CountQuestion,
  table: CountTable,
  { inputs, unverified }: { readonly inputs: string; readonly unverified: number },
): CountAnswer {
  const pack = packOf(knowledge, question.country)
  return {
    ...table,
    question,
    method: methodOf(question.unit),
    codebook: knowledge.codebook.version,
    pack: `${pack.id} ${pack.version}`,
    inputs,
    currency: question.unit === 'money' ? pack.currency : null,
    notVerified: unverified,
  }
}
