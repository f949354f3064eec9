/** The table `raw` → what can be seen of each column: how full, how many values, some of them. */
import type { ColumnProfile } from '../../core/linkage/profile.ts'
import type { Engine } from './engine.ts'

const SAMPLE = 2000

export async function profileColumns(
  engine: Engine,
  columns: readonly string[],
  rows: number,
): Promise<readonly ColumnProfile[]> {
  const counted = columns.flatMap((_, index) => [
    `count(nullif(trim(r${index}), '')) AS filled${index}`,
    `approx_count_distinct(nullif(trim(r${index}), '')) AS distinct${index}`,
  ])
  const [counts] = await engine.rows(`SELECT ${counted.join(', ')} FROM raw`)
  const step = Math.max(1, Math.floor(rows / SAMPLE))
  const sampled = await engine.rows(`SELECT * FROM raw WHERE rowid % ${step} = 0 ORDER BY rowid LIMIT ${SAMPLE}`)
  return columns.map((name, index) => ({
    name,
    rows,
    filled: Number(counts?.[`filled${index}`] ?? 0),
    distinct: Number(counts?.[`distinct${index}`] ?? 0),
    sample: sampled.map((row) => String(row[`r${index}`] ?? '').trim()),
  }))
}
