/** A question of counting in; the table that answers it, with all that makes it recomputable, or the records behind a cell, out. */
import { type CountQuestion, type CountTable, methodOf } from '../../core/count-table.ts'
import { COUNT_FACETS, type CountFacet } from '../../core/counted.ts'
import { amountIn } from '../../measure/counts/amount.ts'
import { newTally, slicesAsked, standsIn } from '../../measure/counts/table.ts'
import { type Context, packOf } from '../context.ts'
import { countedProceedings } from './counted-proceedings.ts'
import { type CountedRows, countedRecords, countedRows, newInputs } from './counted-rows.ts'
import { perhapsOne } from './perhaps-one.ts'

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
  const [found] = await answers(context, question, [question])
  if (found === undefined) throw new Error('a question of counting has an answer')
  return found
}

/** The same unit by each of the ten facets, in one reading. */
export async function countByEveryFacet(
  context: Context,
  asked: Omit<CountQuestion, 'rows' | 'columns'>,
): Promise<ReadonlyMap<CountFacet, CountAnswer>> {
  const questions = COUNT_FACETS.map((facet) => ({ ...asked, rows: facet, columns: null }))
  const found = await answers(context, asked, questions)
  return new Map(found.flatMap((one) => (one.rows === null ? [] : [[one.rows, one] as const])))
}

/** Questions of one unit and country, each row read once for all of them. */
async function answers(
  context: Context,
  asked: Pick<CountQuestion, 'country' | 'unit' | 'unverified'>,
  questions: readonly CountQuestion[],
): Promise<readonly CountAnswer[]> {
  const { each, unverified } = await rowsOfUnit(context, asked)
  const perhaps = asked.unit === 'persons' ? await perhapsOne(context) : undefined
  const tallies = questions.map((question) => ({ question, tally: newTally(question, perhaps) }))
  const inputs = newInputs(perhaps)
  each((row) => {
    inputs.take(row)
    for (const { tally } of tallies) tally.take(row)
  })
  const read = { inputs: inputs.hash(), unverified }
  return tallies.map(({ question, tally }) => answer(context, question, tally.table(), read))
}

/** Cases have no state that a second person moves them to: all that may be read are counted. */
async function rowsOfUnit(
  context: Context,
  asked: Pick<CountQuestion, 'country' | 'unit' | 'unverified'>,
): Promise<CountedRows> {
  if (asked.unit !== 'proceedings') return countedRows(context, asked)
  const cases = await countedProceedings(context, asked.country)
  return {
    each: (take) => {
      for (const { row } of cases) take(row)
    },
    unverified: 0,
  }
}

/** Ids of the records, or of the cases where these are counted, that a cell opens to, newest first as their ids go. */
export async function recordsBehind(context: Context, question: CountQuestion): Promise<readonly string[]> {
  const all =
    question.unit === 'proceedings'
      ? await countedProceedings(context, question.country)
      : await countedRecords(context, question)
  const behind = all.flatMap(({ id, row }) => {
    const slots = slicesAsked(row, question.only)
    const isIn = slots !== null && standsIn(row, question) === 'inside'
    return isIn && amountIn(row, question.unit, slots) !== 'none' ? [id] : []
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
