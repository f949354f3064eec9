/** The column of ids: each record has one of its own, or every fault is told with its line. */
import { type Fault, Refusal } from '../../core/faults.ts'
import type { Engine } from './engine.ts'
import { linesOfRecords } from './lines.ts'

const MOST_TOLD = 20

/** `at`: number of the column. `path` null: the table has no lines (Parquet), and rows are told. */
export async function checkIds(engine: Engine, at: number, path: string | null): Promise<void> {
  const id = `trim(coalesce(r${at}, ''))`
  const [counts] = await engine.rows(
    `SELECT count(*) AS n, count(DISTINCT ${id}) AS kinds, count(*) FILTER (${id} = '') AS blank FROM raw`,
  )
  if (counts?.n === counts?.kinds && counts?.blank === 0) return
  const rows = await engine.rows(
    `SELECT rowid + 1 AS record, ${id} AS id FROM raw
     WHERE ${id} = '' OR ${id} IN (SELECT ${id} FROM raw GROUP BY 1 HAVING count(*) > 1)
     ORDER BY rowid LIMIT ${MOST_TOLD}`,
  )
  const lines =
    path === null ? null : await linesOfRecords(path, new Set(rows.map((one) => Number(one.record))))
  throw new Refusal(
    rows.map(({ record, id: words }): Fault => {
      const line = lines?.get(Number(record)) ?? Number(record)
      return words === ''
        ? { code: 'link.no-id', where: `${line}:1`, params: { line } }
        : { code: 'link.id-twice', where: `${line}:1`, params: { line, id: String(words) } }
    }),
  )
}
