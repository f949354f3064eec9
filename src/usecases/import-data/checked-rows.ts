/** Rows of a data package in, the same with their values checked out; every fault is told with its place. */
import type { Fault } from '../../core/faults.ts'
import { FIELDS } from '../../core/values.ts'
import type { Knowledge } from '../context.ts'
import { CARRIED, type CarriedRow, type CarriedTable } from './columns.ts'
import { type PackageTables, type Row, wrong } from './read-package.ts'

export type Checked<T extends CarriedTable> = { readonly where: string; readonly row: CarriedRow<T> }
export type Tables = { readonly [T in CarriedTable]: readonly Checked<T>[] }

export function checkedTables({ tables }: PackageTables, knowledge: Knowledge, faults: Fault[]): Tables {
  const checked = Object.fromEntries(
    (Object.keys(CARRIED) as CarriedTable[]).map((table) => [
      table,
      checkedRows(table, tables[table], faults),
    ]),
  ) as unknown as Tables
  checkKeys(checked, faults)
  checkWords(checked, knowledge, faults)
  return checked
}

function checkedRows<T extends CarriedTable>(
  table: T,
  rows: readonly Row[],
  faults: Fault[],
): readonly Checked<T>[] {
  return rows.flatMap(({ where, cells }): readonly Checked<T>[] => {
    const read = CARRIED[table].safeParse(cells)
    if (read.success) return [{ where, row: read.data as CarriedRow<T> }]
    faults.push(
      ...read.error.issues.map((one) => wrong(`${where}:${String(one.path[0] ?? '')}`, one.message)),
    )
    return []
  })
}

/** A record stands once, and every other row is of a record and of a source that are there. */
function checkKeys(tables: Tables, faults: Fault[]): void {
  const ids = new Set<string>()
  for (const { where, row } of tables.incidents) {
    if (ids.has(row.id)) faults.push(wrong(`${where}:id`, `${row.id} stands there twice`))
    ids.add(row.id)
  }
  const sources = new Map<string, number>()
  for (const { where, row } of tables.sources) {
    const next = (sources.get(row.incident) ?? 0) + 1
    if (row.source !== next) faults.push(wrong(`${where}:source`, `not numbered ${next}`))
    sources.set(row.incident, next)
  }
  for (const { where, row } of tables.incidents)
    if (!sources.has(row.id)) faults.push(wrong(`${where}:id`, 'no source tells it'))
  for (const table of Object.keys(CARRIED) as CarriedTable[])
    for (const { where, row } of tables[table] as readonly Checked<CarriedTable>[]) {
      if ('incident' in row && !ids.has(row.incident))
        faults.push(wrong(`${where}:incident`, `no record ${row.incident} in incidents.csv`))
      const unknown =
        'said_in' in row ? row.said_in.filter((one) => one < 1 || one > (sources.get(row.incident) ?? 0)) : []
      if (unknown.length > 0)
        faults.push(wrong(`${where}:said_in`, `no source ${unknown.join(', ')} of the record`))
    }
  const journeys = new Set(tables.proceedings.map(({ row }) => row.id))
  for (const { where, row } of [...tables.charges, ...tables.stages])
    if (!journeys.has(row.proceeding))
      faults.push(wrong(`${where}:proceeding`, `no proceeding ${row.proceeding} in proceedings.csv`))
}

/** Words that only the codebook and the packs of this house know. */
function checkWords(tables: Tables, { codebook, packs }: Knowledge, faults: Fault[]): void {
  const countries = new Map(tables.incidents.map(({ row }) => [row.id, row.country]))
  for (const { where, row } of tables.incidents)
    if (!packs.has(row.country)) faults.push(wrong(`${where}:country`, `no country pack ${row.country} here`))
  for (const { where, row } of tables.acts)
    if (!codebook.acts.has(row.act))
      faults.push(wrong(`${where}:act`, `no act ${row.act} in the codebook here`))
  for (const { where, row } of tables.places) {
    const pack = packs.get(countries.get(row.incident) ?? '')
    if (row.place !== null && pack && !pack.places.has(row.place))
      faults.push(wrong(`${where}:place`, `no place ${row.place} in the country pack here`))
  }
  for (const { where, row } of tables.people) {
    if ((row.shown === 'named') !== (row.person !== null && row.name_en !== null))
      faults.push(wrong(`${where}:shown`, 'who is named has an id and a name, and nobody else has'))
    if ((row.shown === 'alias') !== (row.alias !== null))
      faults.push(wrong(`${where}:alias`, 'of whoever is shown so, and of nobody else'))
  }
  for (const { where, row } of tables.decisions)
    if (!FIELDS.some((one) => one === row.field))
      faults.push(wrong(`${where}:field`, `no field ${row.field}`))
}
