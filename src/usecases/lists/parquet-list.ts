/** A Parquet file in, its rows as CSV out: a list is read as text, so that each value stands at its words. */
import { openEngine } from '../../adapters/duckdb/engine.ts'
import { readTable } from '../../adapters/duckdb/read-table.ts'
import { csv } from '../../publish/csv.ts'

const MEMORY = '500MB'

export async function parquetAsCsv(path: string): Promise<Uint8Array> {
  const engine = await openEngine({ threads: 1, memory: MEMORY })
  try {
    const { columns } = await readTable(engine, path)
    const rows: (string | null)[][] = []
    await engine.each('SELECT * FROM raw ORDER BY rowid', (cells) => {
      for (let at = 0; at < (cells[0]?.length ?? 0); at += 1)
        rows.push(cells.map((column) => (column[at] == null ? null : String(column[at]))))
    })
    return new TextEncoder().encode(csv(columns, rows))
  } finally {
    engine.close()
  }
}
