/** The table `raw` → what can be seen of each column: how full, how many values, some of them. */
import type { ColumnProfile } from '../../core/linkage/profile.ts'
import type { Engine } from './engine.ts'

const SAMPLE = 2000
/** Beyond so many records every second, third, … is counted. */
const COUNTED = 100_000

/** Counted by sketches, which are some percent off: only what may be unique is counted exactly. */
const NEARLY_ALL = 0.7

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
  const unique = await uniqueColumns(
    engine,
    columns.flatMap((_, index) => {
      const [filled, distinct] = [Number(counts?.[`filled${index}`]), Number(counts?.[`distinct${index}`])]
      return distinct > filled * NEARLY_ALL ? [index] : []
    }),
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
    isUnique: unique.has(index),
    sample: sampled.map((row) => String(row[`r${index}`] ?? '').trim()),
  }))
}

async function uniqueColumns(engine: Engine, candidates: readonly number[]): Promise<ReadonlySet<number>> {
  if (candidates.length === 0) return new Set()
  const each = candidates.map((index) => {
    const cell = `nullif(trim(r${index}), '')`
    return `CAST(count(DISTINCT ${cell}) = count(${cell}) AS INTEGER) AS u${index}`
  })
  const [row] = await engine.rows(`SELECT ${each.join(', ')} FROM raw`)
  return new Set(candidates.filter((index) => row?.[`u${index}`] === 1))
}
