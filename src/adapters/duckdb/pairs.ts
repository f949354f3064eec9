/** Keys → pairs of records, each once whatever rules give it; random pairs; pairs that groups imply. */
import type { Engine } from './engine.ts'

/** Bit j of `rules`: rule j gives the pair. A later rule leaves out what an earlier one gave, so that nothing is counted twice. */
export const blockedSql = (rules: number): string =>
  Array.from({ length: rules }, (_, j) => {
    const earlier = Array.from({ length: j }, (_, k) => ` AND a.h${k} IS DISTINCT FROM b.h${k}`)
    const strict = earlier.map((one, k) =>
      one === '' ? '' : ` AND (a.h${k} IS NULL OR b.h${k} IS NULL OR a.h${k} <> b.h${k})`,
    )
    const bits = Array.from({ length: rules - j }, (_, k) =>
      k === 0 ? String(2 ** j) : `CASE WHEN a.h${j + k} = b.h${j + k} THEN ${2 ** (j + k)} ELSE 0 END`,
    )
    return `SELECT a.rid AS l, b.rid AS r, CAST(${bits.join(' + ')} AS INTEGER) AS rules FROM keys a JOIN keys b ON a.h${j} = b.h${j} AND a.rid < b.rid${strict.join('')}`
  }).join(' UNION ALL ')

/** Prime, and no factor of any table that is not a multiple of it: row → row * STRIDE + shift meets rows far apart. */
const STRIDE = 15_485_863

/** All pairs where there are few; else rows each against some others, the same for the same table. `wanted` pairs at least. */
export function randomSql(rows: number, wanted: number): { readonly sql: string; readonly pairs: number } {
  const all = (rows * (rows - 1)) / 2
  if (all <= wanted * 2)
    return {
      sql: 'SELECT a.rid AS l, b.rid AS r, 0 AS rules FROM recs a JOIN recs b ON a.rid < b.rid',
      pairs: all,
    }
  const shifts = Math.max(1, Math.ceil(wanted / rows))
  const share = Math.min(1, wanted / rows)
  const few = share < 1 ? `WHERE rid * 31 % 1000 < ${Math.ceil(share * 1000)}` : ''
  const one = (k: number): string =>
    `SELECT rid AS l, CAST((rid::BIGINT * ${STRIDE} + ${(k + 1) * 7_919}) % ${rows} AS INTEGER) AS r, 0 AS rules FROM recs ${few}`
  return {
    sql: `SELECT * FROM (${Array.from({ length: shifts }, (_, k) => one(k)).join(' UNION ALL ')}) WHERE l <> r`,
    pairs: shifts * Math.ceil(rows * share),
  }
}

/** Pairs within groups that no rule gave; `members` (record, label) of groups with few enough records. */
export async function impliedPairs(engine: Engine): Promise<void> {
  await engine.run(
    `CREATE OR REPLACE TABLE implied AS SELECT a.record AS l, b.record AS r, 0 AS rules FROM members a JOIN members b
     ON a.label = b.label AND a.record < b.record ANTI JOIN compared c ON c.l = a.record AND c.r = b.record`,
  )
}
