/** A CSV or Parquet file → the table `raw` of texts r0, r1, …, or every fault with its line. */

import { isUtf8 } from 'node:buffer'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'
import { detect } from 'chardet'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import { type Engine, quoted } from './engine.ts'
import { linesOfRecords } from './lines.ts'

/** `faults`: rows that are not as long as the heading; the others are in the table. */
export type ReadTable = {
  readonly columns: readonly string[]
  readonly rows: number
  readonly faults: readonly Fault[]
}

const MOST_TOLD = 20
const HEAD_BYTES = 1 << 18

export async function readTable(engine: Engine, path: string): Promise<ReadTable> {
  const { columns, faults } = /\.parquet$/i.test(path)
    ? { columns: await readParquet(engine, path), faults: [] }
    : await readCsvFile(engine, path)
  const rows = Number((await engine.rows('SELECT count(*) AS n FROM raw'))[0]?.n ?? 0)
  if (rows === 0 && faults.length === 0) throw refuse('input.empty')
  return { columns, rows, faults }
}

async function readParquet(engine: Engine, path: string): Promise<readonly string[]> {
  try {
    const described = await engine.rows(`DESCRIBE SELECT * FROM read_parquet(${quoted(path)})`)
    const names = described.map((one) => String(one.column_name))
    const cells = names.map((name, index) => `CAST("${name.replaceAll('"', '""')}" AS VARCHAR) AS r${index}`)
    await engine.run(`CREATE TABLE raw AS SELECT ${cells.join(', ')} FROM read_parquet(${quoted(path)})`)
    return names
  } catch (error) {
    if (error instanceof Error && /parquet|Invalid Input|magic bytes|IO Error/i.test(error.message))
      throw refuse('input.broken')
    throw error
  }
}

async function readCsvFile(engine: Engine, path: string): Promise<Pick<ReadTable, 'columns' | 'faults'>> {
  await checkLetters(path)
  const { columns, delimiter } = headOf(path)
  const types = columns.map((_, index) => `'r${index}': 'VARCHAR'`).join(', ')
  await engine.run(
    `CREATE TABLE raw AS SELECT * FROM read_csv(${quoted(path)}, delim=${quoted(delimiter)}, quote='"', escape='"',
     header=true, auto_detect=false, columns={${types}}, store_rejects=true, rejects_limit=${MOST_TOLD}, max_line_size=8388608)`,
  )
  const rejects = await engine.rows(
    'SELECT line, column_idx AS place, error_type AS kind, csv_line AS words, error_message AS told FROM reject_errors ORDER BY line, place',
  )
  if (rejects.length === 0) return { columns, faults: [] }
  const lines = await linesOfRecords(path, new Set(rejects.map((one) => Number(one.line) - 1)))
  const faults = rejects.map((one) => faultOf(one, lines, columns.length))
  // A row that is far too long has a fault for each cell beyond: one is enough.
  const first = faults.filter(
    (one, index) => faults.findIndex((other) => other.where === one.where) === index,
  )
  return { columns, faults: first.slice(0, MOST_TOLD) }
}

function faultOf(
  { line: record, kind, told, place }: Readonly<Record<string, string | number | null>>,
  lines: ReadonlyMap<number, number>,
  of: number,
): Fault {
  const line = lines.get(Number(record) - 1) ?? Number(record)
  const found = Number(/Found: (\d+)/.exec(String(told))?.[1] ?? place ?? 0)
  if (/COLUMNS/.test(String(kind)))
    return { code: 'input.row', where: `${line}:1`, params: { line, column: 1, n: found, of } }
  if (/UNQUOTED/.test(String(kind)))
    return { code: 'input.quote', where: `${line}:1`, params: { line, column: 1 } }
  return { code: 'input.value', where: `${line}:1`, params: { problem: String(told).split('\n')[0] ?? '' } }
}

/** Whole characters only are judged: up to three bytes are carried over from one piece to the next. */
async function checkLetters(path: string): Promise<void> {
  let rest: Buffer = Buffer.alloc(0)
  let first: Buffer | null = null
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 22 })) {
    first ??= piece as Buffer
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : (piece as Buffer)
    let end = bytes.length
    for (let back = 1; back <= 4 && back <= bytes.length; back += 1) {
      const byte = bytes[bytes.length - back] ?? 0
      if ((byte & 0xc0) === 0x80) continue
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
      if (length > back) end = bytes.length - back
      break
    }
    if (bytes.includes(0) || !isUtf8(bytes.subarray(0, end))) throw refuseLetters(bytes)
    rest = bytes.subarray(end)
  }
  if (!first) throw refuse('input.empty')
  if (rest.length > 0) throw refuseLetters(first)
}

const refuseLetters = (bytes: Buffer): Refusal =>
  refuse('input.encoding', {
    guess: detect(bytes.subarray(0, HEAD_BYTES))?.toLowerCase() ?? 'unknown',
    given: 'utf-8',
  })

/** The first line: which sign parts cells, and what the columns are called; a heading that is empty or there twice is a fault. */
function headOf(path: string): { readonly columns: readonly string[]; readonly delimiter: string } {
  const file = openSync(path, 'r')
  const bytes = Buffer.alloc(HEAD_BYTES)
  const text = bytes.toString('utf8', 0, readSync(file, bytes, 0, HEAD_BYTES, 0)).replace(/^\ufeff/, '')
  closeSync(file)
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? ''
  if (line.trim() === '') throw refuse('input.empty')
  const bare = line.replace(/"(?:[^"]|"")*"/g, '')
  const delimiter = [',', ';', '\t', '|'].reduce((best, one) =>
    bare.split(one).length > bare.split(best).length ? one : best,
  )
  // A first column without a heading is the row numbers that statistics programs write.
  const cells = cellsOf(line, delimiter).map((name, index) => (name === '' && index === 0 ? 'row' : name))
  const faults = cells.flatMap((name, index): Fault[] =>
    name === '' || cells.indexOf(name) !== index
      ? [{ code: 'input.value', where: '1:1', params: { problem: `"${name}" (${index + 1})` } }]
      : [],
  )
  if (faults.length > 0) throw new Refusal(faults)
  return { columns: cells, delimiter }
}

function cellsOf(line: string, delimiter: string): readonly string[] {
  const cells: string[] = []
  let [cell, isQuoted] = ['', false]
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted
    if (letter === delimiter && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell].map((one) =>
    one
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replaceAll('""', '"')
      .trim(),
  )
}
