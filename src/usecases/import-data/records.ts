/** Rows of a data package in, its records out as they will stand here; or every fault of every row, with file, line and column. */
import { type Fault, Refusal } from '../../core/faults.ts'
import { canonical, type Json } from '../../core/json.ts'
import type { Labels } from '../../core/language.ts'
import type { LinkKind, Verdict } from '../../core/record.ts'
import { FIELDS, type Field } from '../../core/values.ts'
import type { Knowledge } from '../context.ts'
import { type Checked, checkedTables, type Tables } from './checked-rows.ts'
import type { CarriedRow, CarriedTable } from './columns.ts'
import type { PackageTables } from './read-package.ts'
import { type Said, saidOf, valueIn } from './said-values.ts'

export type SaidValue = {
  readonly value: Json
  /** Who a person is, where the other house showed them. */
  readonly person: string | null
  readonly said: readonly Said[]
}
export type PackageRecord = {
  readonly id: string
  readonly country: string
  readonly sources: readonly CarriedRow<'sources'>[]
  readonly fields: readonly {
    readonly field: Field
    readonly verdict: Verdict
    readonly values: readonly SaidValue[]
  }[]
  readonly links: readonly { readonly kind: LinkKind; readonly incident: string }[]
  readonly replies: readonly CarriedRow<'replies'>[]
}
export type PackagePerson = { readonly id: string; readonly names: Labels; readonly pseudonym: string | null }
export type PackageProceeding = {
  readonly id: string
  readonly person: string
  readonly charges: readonly CarriedRow<'charges'>[]
  readonly stages: readonly CarriedRow<'stages'>[]
}
export type PackageRecords = {
  readonly records: readonly PackageRecord[]
  readonly people: readonly PackagePerson[]
  readonly proceedings: readonly PackageProceeding[]
  /** Links to records that are not in the package: told, and not kept. */
  readonly loose: number
}

export function recordsIn(read: PackageTables, knowledge: Knowledge): PackageRecords {
  const faults: Fault[] = []
  const checked = checkedTables(read, knowledge, faults)
  if (faults.length > 0) throw new Refusal(faults)
  const ids = new Set(checked.incidents.map(({ row }) => row.id))
  const { people, records } = recordsOf(checked, ids)
  const loose = checked.links.filter(({ row }) => !ids.has(row.other_incident)).length
  return { records, people, loose, proceedings: proceedingsOf(checked, ids, people) }
}

const TABLE_OF: Readonly<Record<Exclude<Field, 'kind'>, CarriedTable>> = {
  ...{ date: 'dates', other_date: 'other_dates', freedom: 'freedoms', act: 'acts', place: 'places' },
  ...{ person: 'people', group: 'groups', organisation: 'organisations', law: 'laws' },
  ...{ offence: 'offences', penalty: 'penalties', actor: 'actors', source: 'said_by', outcome: 'outcomes' },
}

type Of = { readonly incident: string }
const byIncident = <T extends Of>(rows: readonly { readonly row: T }[]): ReadonlyMap<string, readonly T[]> =>
  Map.groupBy(
    rows.map(({ row }) => row),
    (row) => row.incident,
  )

function recordsOf(
  tables: Tables,
  ids: ReadonlySet<string>,
): { readonly records: readonly PackageRecord[]; readonly people: readonly PackagePerson[] } {
  const people = new Map<string, PackagePerson>()
  const [sources, links, replies, decisions] = [
    byIncident(tables.sources),
    byIncident(tables.links),
    byIncident(tables.replies),
    byIncident(tables.decisions),
  ]
  const values = new Map(
    (Object.entries(TABLE_OF) as [Exclude<Field, 'kind'>, CarriedTable][]).map(([field, table]) => [
      field,
      byIncident(tables[table] as readonly Checked<'acts'>[]),
    ]),
  )
  const saidIn = (field: Field, id: string, kind: string): readonly SaidValue[] => {
    if (field === 'kind') return [{ value: kind, person: null, said: [{ source: 0, basis: 'stated' }] }]
    return (values.get(field)?.get(id) ?? []).map((row, index): SaidValue => {
      const person =
        field === 'person' ? personOf(row as unknown as CarriedRow<'people'>, index, people) : null
      const value = JSON.parse(canonical(valueIn(field, row as never))) as Json
      return { value, person, said: saidOf(row) }
    })
  }
  const records = tables.incidents.map(({ row: { id, country, kind } }): PackageRecord => {
    const verdicts = new Map((decisions.get(id) ?? []).map((one) => [one.field, one.verdict]))
    const isThere = (field: Field): boolean => verdicts.has(field) || saidIn(field, id, kind).length > 0
    return {
      ...{ id, country, sources: sources.get(id) ?? [], replies: replies.get(id) ?? [] },
      fields: FIELDS.filter(isThere).map((field) => ({
        field,
        verdict: verdicts.get(field) ?? 'stands',
        values: saidIn(field, id, kind),
      })),
      links: (links.get(id) ?? [])
        .filter((one) => ids.has(one.other_incident))
        .map((one) => ({ kind: one.link, incident: one.other_incident })),
    }
  })
  return { records, people: [...people.values()] }
}

/** Whoever has only an alias is known in this one record: two who are called alike elsewhere may be two. */
function personOf(
  row: CarriedRow<'people'>,
  index: number,
  people: Map<string, PackagePerson>,
): string | null {
  if (row.person !== null) {
    const { name_en, name_ru: ru, name_kk: kk } = row
    people.set(row.person, { id: row.person, names: { en: name_en ?? '', ru, kk }, pseudonym: null })
    return row.person
  }
  if (row.alias === null) return null
  const id = `${row.incident}-p${index + 1}`
  people.set(id, { id, names: { en: row.alias, ru: null, kk: null }, pseudonym: row.alias })
  return id
}

/** Of people who are named in a record of the package; a stage that another record tells stays without it. */
function proceedingsOf(
  tables: Tables,
  ids: ReadonlySet<string>,
  people: readonly PackagePerson[],
): readonly PackageProceeding[] {
  const known = new Set(people.map((one) => one.id))
  const rowsOf = <T extends { readonly proceeding: string }>(
    rows: readonly { readonly row: T }[],
    id: string,
  ) => rows.map(({ row }) => row).filter((row) => row.proceeding === id)
  return tables.proceedings.flatMap(({ row: { id, person } }): readonly PackageProceeding[] =>
    person === null || !known.has(person)
      ? []
      : [
          {
            ...{ id, person, charges: rowsOf(tables.charges, id) },
            stages: rowsOf(tables.stages, id)
              .toSorted((a, b) => a.stage_number - b.stage_number)
              .map((one) => ({
                ...one,
                other_incident: ids.has(one.other_incident ?? '') ? one.other_incident : null,
              })),
          },
        ],
  )
}
