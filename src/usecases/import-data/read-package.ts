/** The bytes of a data package in, its tables as rows out, each cell with its place; or every fault of the package at once. */
import { z } from 'zod'
import { type Fault, Refusal } from '../../core/faults.ts'
import { recordsOf } from '../../document/csv.ts'
import { namesIn, unpack } from '../../document/zip.ts'
import { unescaped } from '../../publish/csv.ts'
import { LICENCE } from '../../publish/open/licence.ts'
import { sha256 } from '../../store/leaf.ts'
import { CARRIED, type CarriedTable, DERIVED_COLUMNS } from './columns.ts'

export type Row = {
  /** `data/acts.csv:12`, as an editor opens it. */
  readonly where: string
  readonly cells: Readonly<Record<string, string | null>>
}
export type PackageTables = {
  readonly hash: string
  readonly licence: string
  readonly tables: Readonly<Record<CarriedTable, readonly Row[]>>
}

const DESCRIPTOR = 'datapackage.json'
const fileOf = (table: CarriedTable): string => `data/${table}.csv`
const TABLES = Object.keys(CARRIED) as CarriedTable[]
const WANTED: ReadonlySet<string> = new Set([DESCRIPTOR, ...TABLES.map(fileOf)])

const descriptor = z.object({
  profile: z.literal('tabular-data-package'),
  licenses: z.array(z.object({ name: z.string().max(100) })).min(1),
  resources: z.array(z.object({ path: z.string() })),
})

export const wrong = (where: string, problem: string): Fault => ({
  code: 'input.value',
  where,
  params: { problem },
})

/** Nothing is ever written to a disk under a name of the package, and still a name that leaves it says what the package is. */
const LEAVES = /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|\\|\p{Cc}/u

/** Sizes are checked before anything is unpacked (src/document/zip.ts). Cells are as they were written, empty ones null. */
export function readPackage(bytes: Uint8Array): PackageTables {
  const names = namesIn(bytes)
  const faults = names.flatMap((name): readonly Fault[] =>
    LEAVES.test(name)
      ? [wrong(JSON.stringify(name), 'a path that leads out of the package')]
      : names.indexOf(name) !== names.lastIndexOf(name)
        ? [wrong(name, 'stands in the package twice')]
        : [],
  )
  const missing = [...WANTED].filter((name) => !names.includes(name))
  faults.push(...missing.map((name) => wrong(name, 'is not in the package')))
  if (faults.length > 0) throw new Refusal(faults)
  const parts = unpack(bytes, (name) => WANTED.has(name))
  const texts = new Map([...parts].map(([name, part]) => [name, decoded(name, part, faults)]))
  const licence = licenceOf(texts.get(DESCRIPTOR) ?? '', faults)
  const tables = Object.fromEntries(
    TABLES.map((table) => [table, rowsOf(table, texts.get(fileOf(table)) ?? '', faults)]),
  ) as Record<CarriedTable, readonly Row[]>
  if (faults.length > 0) throw new Refusal(faults)
  return { hash: sha256(bytes), licence, tables }
}

function decoded(name: string, part: Uint8Array, faults: Fault[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(part).replaceAll('\r\n', '\n')
  } catch {
    faults.push(wrong(name, 'is not UTF-8'))
    return ''
  }
}

function licenceOf(text: string, faults: Fault[]): string {
  let said: unknown = null
  try {
    said = JSON.parse(text)
  } catch {
    faults.push(wrong(DESCRIPTOR, 'is not JSON'))
    return ''
  }
  const read = descriptor.safeParse(said)
  if (!read.success) {
    faults.push(...read.error.issues.map((one) => wrong(`${DESCRIPTOR}:${one.path.join('.')}`, one.message)))
    return ''
  }
  const paths = new Set(read.data.resources.map((one) => one.path))
  const outside = [...paths].filter((path) => !/^data\/[a-z_]+\.csv$/.test(path))
  faults.push(
    ...outside.map((path) => wrong(DESCRIPTOR, `${JSON.stringify(path)} is no table of the package`)),
  )
  const undescribed = TABLES.map(fileOf).filter((path) => !paths.has(path))
  faults.push(...undescribed.map((path) => wrong(DESCRIPTOR, `does not describe ${path}`)))
  const [licence] = read.data.licenses
  return licence?.name ?? LICENCE.name
}

/** A text that a spreadsheet would run has an apostrophe before it, which is not of the text. */
const plain = (words: string): string | null => (words === '' ? null : unescaped(words))

function rowsOf(table: CarriedTable, text: string, faults: Fault[]): readonly Row[] {
  const file = fileOf(table)
  if (text === '') return []
  const lines = linesOf(file, text, faults)
  const [head, ...rows] = lines
  const columns = head?.cells.map((cell) => cell.words) ?? []
  const known: readonly string[] = [...Object.keys(CARRIED[table].shape), ...(DERIVED_COLUMNS[table] ?? [])]
  const bad = [
    ...columns
      .filter((one) => !known.includes(one))
      .map((one) => wrong(`${file}:1:${one}`, 'no such column')),
    ...columns
      .filter((one, index) => columns.indexOf(one) !== index)
      .map((one) => wrong(`${file}:1:${one}`, 'stands there twice')),
    ...Object.keys(CARRIED[table].shape)
      .filter((one) => !columns.includes(one))
      .map((one) => wrong(`${file}:1`, `has no column ${one}`)),
  ]
  faults.push(...bad)
  if (bad.length > 0) return []
  return rows.flatMap(({ line, cells }): readonly Row[] => {
    const where = `${file}:${line}`
    if (cells.length !== columns.length) {
      faults.push(wrong(where, `${cells.length} cells, and ${columns.length} columns`))
      return []
    }
    return [
      { where, cells: Object.fromEntries(columns.map((one, at) => [one, plain(cells[at]?.words ?? '')])) },
    ]
  })
}

function linesOf(file: string, text: string, faults: Fault[]): ReturnType<typeof recordsOf> {
  try {
    return recordsOf(text.replace(/^\ufeff/, ''))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    faults.push(...error.faults.map((one) => ({ ...one, where: `${file}:${one.where ?? '1'}` })))
    return []
  }
}
