/** The table `raw` → what can be seen of each column: how full, how many values, some of them. */
import type { ColumnProfile } from '../../core/linkage/profile.ts'
import type { Engine } from './engine.ts'

const SAMPLE = 2000
/** Beyond so many records every second, third, … is counted. */
const COUNTED = 100_000

export async function profileColumns(
  engine: Engine,
  columns: readonly string[],
  rows: number,
): Promise<readonly ColumnProfile[]> {
  const counted = columns.flatMap((_, index) => [
    `count(nullif(trim(r${index}), '')) AS filled${index}`,
    `approx_count_distinct(nullif(trim(r${index}), '')) AS distinct${index}`,
  ])
  const every = Math.max(1, Math.floor(rows / COUNTED))
  const [counts] = await engine.rows(
    `SELECT count(*) AS rows, ${counted.join(', ')} FROM raw WHERE rowid % ${every} = 0`,
  )
  const step = Math.max(1, Math.floor(rows / SAMPLE))
  const sampled = await engine.rows(
    `SELECT * FROM raw WHERE rowid % ${step} = 0 ORDER BY rowid LIMIT ${SAMPLE}`,
  )
  return columns.map((name, index) => ({
    name,
    rows: Number(counts?.rows ?? 0),
    filled: Number(counts?.[`filled${index}`] ?? 0),
    distinct: Number(counts?.[`distinct${index}`] ?? 0),
    sample: sampled.map((row) => String(row[`r${index}`] ?? '').trim()),
  }))
}
