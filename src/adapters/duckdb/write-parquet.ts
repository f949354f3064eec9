/** A CSV with the type of each column in, the bytes of a Parquet file out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEngine, quoted } from './engine.ts'

export type ParquetColumn = {
  readonly name: string
  readonly type: 'VARCHAR' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'DATE'
}

const MEMORY = '500MB'

/** The engine reads and writes files alone: they stand in a folder that only this user can open, and go with it. */
export async function parquetOf(csv: string, columns: readonly ParquetColumn[]): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-parquet-'))
  const [from, to] = [join(folder, 'rows.csv'), join(folder, 'rows.parquet')]
  const engine = await openEngine({ threads: 1, memory: MEMORY })
  try {
    writeFileSync(from, csv)
    const types = columns.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ')
    const options =
      "header = true, delim = ',', quote = '\"', escape = '\"', auto_detect = false, parallel = false"
    await engine.run(
      `COPY (SELECT * FROM read_csv(${quoted(from)}, columns = {${types}}, ${options})) TO ${quoted(to)} (FORMAT parquet)`,
    )
    return new Uint8Array(readFileSync(to))
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
