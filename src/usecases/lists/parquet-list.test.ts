/** A Parquet file is a list like any other once it is text. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { openEngine, quoted } from '../../adapters/duckdb/engine.ts'
import { parquetAsCsv } from './parquet-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('keeps its columns, the order of its rows, quotes and empty cells', async () => {
  const path = join(folder, 'list.parquet')
  const engine = await openEngine({ threads: 1, memory: '100MB' })
  await engine.run(
    `COPY (SELECT * FROM (VALUES (2, 'Асан "Ася" Усенов', DATE '2024-05-03'), (1, NULL, DATE '2024-05-04')) AS t("№", "who, by name", day)) TO ${quoted(path)} (FORMAT parquet)`,
  )
  engine.close()
  expect(
    new TextDecoder()
      .decode(await parquetAsCsv(path))
      .trimEnd()
      .split(/\r?\n/),
  ).toEqual(['№,"who, by name",day', '2,"Асан ""Ася"" Усенов",2024-05-03', '1,,2024-05-04'])
})
