/** How often each value stands in the table → the chance that two records agree on it, and f0, f1, … in `recs`: log2(1 / frequency among the other records). */
import type { Comparison } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'

/** `exact`: share of all pairs with both values there that agree. `filled`: share of records with a value. */
export type Agreement = { readonly exact: number; readonly filled: number }

export async function addFrequencies(
  engine: Engine,
  comparisons: readonly Comparison[],
  rows: number,
): Promise<readonly Agreement[]> {
  const found: Agreement[] = []
  const joins: string[] = []
  const columns: string[] = []
  for (const [i, { frequency }] of comparisons.entries()) {
    await engine.run(
      `CREATE OR REPLACE TABLE counts${i} AS SELECT v${i} AS v, count(*) AS n FROM recs WHERE v${i} IS NOT NULL GROUP BY 1`,
    )
    const [row] = await engine.rows(`SELECT sum(n) AS filled, sum(n * (n - 1) / 2) AS pairs FROM counts${i}`)
    const filled = Number(row?.filled ?? 0)
    found.push({
      exact: Number(row?.pairs ?? 0) / Math.max(1, (filled * (filled - 1)) / 2),
      filled: filled / rows,
    })
    if (!frequency) continue
    joins.push(`LEFT JOIN (SELECT v, n FROM counts${i} WHERE n > 1) c${i} ON c${i}.v = recs.v${i}`)
    columns.push(
      `, CAST(log2(${Math.max(filled - 1, 1)} / greatest(coalesce(c${i}.n, 2) - 1, 1)) AS FLOAT) AS f${i}`,
    )
  }
  if (columns.length > 0) {
    await engine.run(`CREATE TABLE weighed AS SELECT recs.*${columns.join('')} FROM recs ${joins.join(' ')}`)
    await engine.run('DROP TABLE recs')
    await engine.run('ALTER TABLE weighed RENAME TO recs')
  }
  for (const i of comparisons.keys()) await engine.run(`DROP TABLE counts${i}`)
  return found
}
