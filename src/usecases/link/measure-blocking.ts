/** A scored table → the share of pairs of one person that blocking found, by comparing some records with all others, or by what rules find of each other. */
import { bruteForce } from '../../adapters/duckdb/brute-force.ts'
import type { Engine } from '../../adapters/duckdb/engine.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import { recallByRules } from '../../link/blocking-recall.ts'

/** By comparing all records with all, a sample of records with all others, or by what rules find of each other. `pairs`: how many believed pairs the answer rests on. */
export type Measured = {
  readonly recall: number | null
  readonly by: 'all' | 'sample' | 'rules'
  readonly records: number
  readonly pairs: number
  readonly compared: number
}

/** So many comparisons are worth the answer; below this many records looked at, rules are asked instead. */
const [MOST_COMPARED, FEWEST_RECORDS] = [400_000, 8]

export async function measureBlocking(
  engine: Engine,
  model: LinkModel,
  rows: number,
  weigh: (code: number) => number,
): Promise<Measured> {
  const least = Math.log2(model.threshold / (1 - model.threshold))
  const [count] = await engine.rows('SELECT count(*) AS n FROM compared WHERE rules > 0')
  const compared = Number(count?.n ?? 0)
  const records = Math.min(rows, Math.floor(MOST_COMPARED / rows))
  if (records >= FEWEST_RECORDS) {
    const { believed, found } = await bruteForce(engine, model, rows, records, weigh, least)
    return {
      recall: believed === 0 ? null : found / believed,
      by: records === rows ? 'all' : 'sample',
      records,
      pairs: believed,
      compared,
    }
  }
  const seen = await engine.rows(
    'SELECT rules, sum(1 / (1 + pow(2, -(w + tf)))) AS pairs FROM compared JOIN weights USING (code) WHERE rules > 0 GROUP BY 1 ORDER BY 1',
  )
  const found = seen.map((one) => ({ rules: Number(one.rules), pairs: Number(one.pairs) }))
  return {
    recall: recallByRules(model, found),
    by: 'rules',
    records: rows,
    pairs: Math.round(found.reduce((sum, one) => sum + one.pairs, 0)),
    compared,
  }
}
