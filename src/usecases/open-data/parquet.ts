/** A view in, its incidents as one Parquet file out, with days and numbers as such. */
import { type ParquetColumn, parquetOf } from '../../adapters/duckdb/write-parquet.ts'
import { csvOf } from '../../publish/open/data-package.ts'
import type { CellType } from '../../publish/open/table.ts'
import { incidentTable } from '../../publish/open/tables/incidents.ts'
import type { OpenView } from '../../publish/open/view.ts'

const TYPES: Readonly<Record<CellType, ParquetColumn['type']>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
}

export function parquet(view: OpenView): Promise<Uint8Array> {
  const table = incidentTable(view)
  const columns = table.columns.map(({ name, type }) => ({ name, type: TYPES[type] }))
  return parquetOf(csvOf(table), columns)
}
