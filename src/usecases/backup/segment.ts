/** Rows of several tables ⇄ one compressed file: a line with the name and columns of a table, then a line for each row. */
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Cells, TableHead } from '../../store/carried.ts'

export type Carried = { readonly head: TableHead; readonly rows: readonly Cells[] }

const NEW_LINE = 10

export function packRows(tables: readonly Carried[]): Uint8Array {
  const lines = tables.flatMap(({ head, rows }) =>
    rows.length === 0 ? [] : [head, ...rows].map((one) => Buffer.from(`${JSON.stringify(one)}\n`)),
  )
  return new Uint8Array(gzipSync(Buffer.concat(lines), { level: 6 }))
}

/** Throws for what was not packed here: the bytes were checked before. */
export function unpackRows(packed: Uint8Array): readonly Carried[] {
  const bytes = gunzipSync(packed)
  const tables: { readonly head: TableHead; readonly rows: Cells[] }[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(NEW_LINE, from)
    const line = JSON.parse(bytes.toString('utf8', from, end)) as TableHead | Cells
    if (Array.isArray(line)) tables.at(-1)?.rows.push(line as Cells)
    else tables.push({ head: line as TableHead, rows: [] })
    from = end + 1
  }
  return tables
}
