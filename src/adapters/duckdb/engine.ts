/** DuckDB in this process: statements in, rows or columns out; it never loads anything from the network. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBDataChunk, DuckDBInstance, DuckDBScalarFunction, INTEGER, VARCHAR } from '@duckdb/node-api'

export type Row = Readonly<Record<string, string | number | null>>
type Cell = string | number | null
export type Engine = {
  readonly run: (sql: string) => Promise<void>
  /** Whole numbers of 64 bits come as numbers: none here is beyond 2^53. */
  readonly rows: (sql: string) => Promise<readonly Row[]>
  /** Chunk after chunk, so that a result of any length fits: one array a column. */
  readonly each: (sql: string, take: (columns: readonly (readonly Cell[])[]) => void) => Promise<void>
  /** Columns of whole numbers or of texts, appended to a table that has as many. */
  readonly append: (table: string, columns: readonly (readonly Cell[] | Int32Array)[]) => Promise<void>
  /** A function of two texts that statements may call by name; of a missing text it says 0. */
  readonly define: (name: string, work: (a: string, b: string) => number) => void
  /** Files that are not whole yet: they go as well when somebody stops the program. */
  readonly unfinished: Set<string>
  readonly close: () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** As a shell tells it: 128 and the number of SIGINT. */
const STOPPED = 130
/** What one chunk of DuckDB holds. */
const CHUNK = 2048
const plain = (value: unknown): Cell =>
  typeof value === 'bigint'
    ? Number(value)
    : typeof value === 'string' || typeof value === 'number'
      ? value
      : null

/** `memory`: as DuckDB writes it (1GB). What does not fit is put into a folder that only this user can open, and that goes with the engine. */
export async function openEngine(asked: {
  readonly threads: number
  readonly memory: string
}): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-link-'))
  const sweep = (): void => rmSync(folder, { recursive: true, force: true })
  // Whoever stops it with Ctrl-C leaves no part of the table on the disk.
  const unfinished = new Set<string>()
  const stop = (): void => {
    sweep()
    for (const path of unfinished) rmSync(path, { force: true })
    process.exit(STOPPED)
  }
  for (const signal of SIGNALS) process.once(signal, stop)
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(asked.threads),
    memory_limit: asked.memory,
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  /** A statement that fails is a fault of ours: it is told with its beginning. */
  const told = async <T>(sql: string, run: Promise<T>): Promise<T> => {
    try {
      return await run
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n${sql.slice(0, 2000)}`)
    }
  }
  return {
    run: async (sql) => {
      await told(sql, connection.run(sql))
    },
    rows: async (sql) =>
      (await told(sql, connection.runAndReadAll(sql)))
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
    each: async (sql, take) => {
      const result = await told(sql, connection.stream(sql))
      for (;;) {
        const chunk = await result.fetchChunk()
        if (!chunk || chunk.rowCount === 0) return
        take(
          Array.from({ length: chunk.columnCount }, (_, index) => {
            const values = chunk.getColumnValues(index)
            return typeof values[0] === 'bigint' || values[0] === null
              ? values.map(plain)
              : (values as Cell[])
          }),
        )
      }
    },
    append: async (table, columns) => {
      const appender = await connection.createAppender(table)
      const types = columns.map((one) => (typeof one[0] === 'string' ? VARCHAR : INTEGER))
      const length = columns[0]?.length ?? 0
      for (let from = 0; from < length; from += CHUNK) {
        const chunk = DuckDBDataChunk.create(types)
        chunk.setColumns(columns.map((one) => Array.from(one.slice(from, from + CHUNK))))
        appender.appendDataChunk(chunk)
      }
      appender.closeSync()
    },
    define: (name, work) =>
      connection.registerScalarFunction(
        DuckDBScalarFunction.create({
          name,
          parameterTypes: [VARCHAR, VARCHAR],
          returnType: INTEGER,
          mainFunction: (_, input, output) => {
            const [left, right] = [input.getColumnValues(0), input.getColumnValues(1)]
            for (const [at, a] of left.entries()) {
              const b = right[at]
              output.setItem(at, typeof a === 'string' && typeof b === 'string' ? work(a, b) : 0)
            }
            output.flush()
          },
        }),
      ),
    unfinished,
    close: () => {
      connection.closeSync()
      instance.closeSync()
      for (const signal of SIGNALS) process.removeListener(signal, stop)
      sweep()
    },
  }
}

export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
