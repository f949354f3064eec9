/** A table of pairs of names in, the same table with a score, a verdict and the reasons for each pair out; nothing is stored. */
import { type Fault, Refusal, refuse } from '../core/faults.ts'
import { compareNames } from '../core/names/compare.ts'
import { type NameRules, SCHEMAS, type Schema } from '../core/names/rules.ts'
import { reasonsText } from '../core/names/score.ts'
import { recordsOf } from '../document/csv.ts'
import { decode } from '../document/encoding.ts'
import { csv } from '../publish/csv.ts'

export type AskedColumns = { readonly a: string; readonly b: string; readonly schema: string | null }

const MOST_TOLD = 20

/** Columns are kept as they are; a pair without a schema is of persons. Where one side holds no name, nothing is said of the pair. */
export function scoreNames(bytes: Uint8Array, asked: AskedColumns, rules: NameRules): string {
  const [head, ...rows] = recordsOf(decode(bytes, { html: false })).filter((one) =>
    one.cells.some((cell) => cell.words.trim() !== ''),
  )
  if (!head) throw refuse('input.empty')
  const columns = head.cells.map((cell) => cell.words.trim())
  const places = [asked.a, asked.b, asked.schema].map((name) =>
    name === null ? -1 : columnOf(columns, name),
  )
  const [a = -1, b = -1, schema = -1] = places
  const faults: Fault[] = []
  const scored = rows.map(({ line, cells }) => {
    const words = columns.map((_, index) => cells[index]?.words ?? '')
    if (cells.length !== columns.length)
      faults.push({
        code: 'input.row',
        where: `${line}:1`,
        params: { line, column: cells.at(-1)?.column ?? 1, n: cells.length, of: columns.length },
      })
    const of = schemaIn(schema < 0 ? 'Person' : (words[schema] ?? ''))
    if (of === null)
      faults.push({
        code: 'input.value',
        where: `${line}:${cells[schema]?.column ?? 1}`,
        params: { problem: `${words[schema]}: ${SCHEMAS.join(', ')}` },
      })
    const found = compareNames(words[a] ?? '', words[b] ?? '', of ?? 'Person', rules)
    if (!found) return [...words, '', '', '']
    return [...words, found.score.toFixed(4), String(found.same), reasonsText(found.why)]
  })
  if (faults.length > 0) throw new Refusal(faults.slice(0, MOST_TOLD))
  return csv([...columns, 'score', 'same', 'why'], scored)
}

function columnOf(columns: readonly string[], name: string): number {
  const at = columns.indexOf(name)
  if (at < 0) throw refuse('input.value', { problem: `${name}: ${columns.join(', ')}` }, '1:1')
  return at
}

const schemaIn = (name: string): Schema | null => SCHEMAS.find((one) => one === name.trim()) ?? null
