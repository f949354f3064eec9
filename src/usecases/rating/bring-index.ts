/** A table of index values (CSV) with its licence and vintage in; its values on record out, or every fault with line and column. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import type { RecordIndex } from '../../core/rating/lines.ts'
import type { IndexRule } from '../../core/rating/method.ts'
import { recordsOf } from '../../document/csv.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

export type BroughtIndex = Pick<RecordIndex, 'licence' | 'from' | 'vintage'> & {
  readonly index: string
  readonly table: string
  /** What faults call the table. */
  readonly name: string
}
const COLUMNS = ['country', 'variable', 'edition', 'value', 'published'] as const
type Column = (typeof COLUMNS)[number]
const MOST_TOLD = 20

/** Nothing is stored unless every line of the table can be used. */
export async function bringIndex(
  context: Context,
  given: BroughtIndex,
): Promise<{ readonly values: number }> {
  permit(context, 'rate')
  const { method } = context.knowledge.codebook.rating
  const rules = method.outside.indices.filter((one) => one.family === given.index)
  if (rules.length === 0) throw refuse('rating.index', { index: given.index }, 'index')
  const values = valuesOf(given, rules)
  const { licence, from, vintage, index } = given
  const id = `index-${index}-${newTail()}`
  const who = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const line = { record: 'index', id, index, licence, from, vintage, values, ...who }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), given.name)
  await replayDecisions(context, [decided])
  return { values: values.length }
}

function valuesOf({ table, name }: BroughtIndex, rules: readonly IndexRule[]): RecordIndex['values'] {
  const [heading, ...lines] = recordsOf(table.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'))
  if (!heading || lines.length === 0) throw refuse('input.empty', {}, name)
  const places = heading.cells.map((one) => one.words.trim().toLowerCase())
  const missing = COLUMNS.filter((one) => !places.includes(one))
  if (missing.length > 0)
    throw new Refusal(
      missing.map((column) => ({
        ...{ code: 'input.value', where: `${name}:1`, params: { problem: `no column "${column}"` } },
      })),
    )
  const faults: Fault[] = []
  const variables = new Set(rules.flatMap((one) => one.variables))
  const seen = new Map<string, number>()
  const values = lines.map(({ line, cells }) => {
    const cell = (column: Column): { readonly words: string; readonly column: number } => {
      const found = cells[places.indexOf(column)]
      return { words: found?.words.trim() ?? '', column: found?.column ?? 1 }
    }
    const wrong = (column: Column, problem: string): void => {
      const where = `${name}:${line}:${cell(column).column}`
      faults.push({ code: 'input.value', where, params: { problem: `${column}: ${problem}` } })
    }
    const [country, variable] = [cell('country').words.toLowerCase(), cell('variable').words]
    const [edition, value] = [Number(cell('edition').words), Number(cell('value').words)]
    const published = cell('published').words
    if (!/^[a-z]{2}$/.test(country)) wrong('country', 'two letters, such as kz')
    if (!variables.has(variable)) wrong('variable', `one of ${[...variables].join(', ')}`)
    if (!/^\d{4}$/.test(cell('edition').words)) wrong('edition', 'a year')
    if (cell('value').words === '' || !Number.isFinite(value)) wrong('value', 'a number')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(published) || Number.isNaN(Date.parse(published)))
      wrong('published', 'a day such as 2026-05-03')
    const rule = rules.find((one) => covers(one, edition))
    if (!rule) wrong('edition', 'no rule of the method covers it')
    else if (value < rule.lowest || value > rule.highest)
      wrong('value', `from ${rule.lowest} to ${rule.highest}`)
    const key = `${country} ${variable} ${edition}`
    const before = seen.get(key)
    if (before !== undefined) wrong('edition', `there already in line ${before}`)
    seen.set(key, before ?? line)
    return { country, variable, edition, value, published }
  })
  if (faults.length > 0) throw new Refusal(faults.slice(0, MOST_TOLD))
  return values
}

const covers = ({ editions: { from, to } }: IndexRule, edition: number): boolean =>
  (from === null || edition >= from) && (to === null || edition <= to)
