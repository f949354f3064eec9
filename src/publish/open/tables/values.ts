/** Public incidents in, a table for each field that can hold several values out, with the sources that say each. */
import type { PublicFields, PublicIncident, PublicPlace, Shown } from '../../../core/public-record.ts'
import { type Column, type ColumnHead, joined, type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

type Said<T> = { readonly incident: PublicIncident; readonly value: T; readonly shown: Shown<T> }
type Many = Exclude<keyof PublicFields, 'kind'>
type ValueOf<K extends Many> = PublicFields[K] extends readonly Shown<infer T>[] ? T : never

const of = <T>(
  name: string,
  type: ColumnHead['type'],
  cell: (value: T) => string | number | boolean | null,
  more: Omit<ColumnHead, 'name' | 'type'> = {},
): Column<Said<T>> => ({ name, type, ...more, cell: ({ value }) => cell(value) })

/** Each value once, whoever says it: `said_in` numbers the sources of the incident from 1. */
function valueTable<K extends Many>(
  name: string,
  part: K,
  view: OpenView,
  columns: readonly Column<Said<ValueOf<K>>>[],
): OpenTable {
  const rows = view.incidents.flatMap((incident) =>
    (incident.fields[part] as readonly Shown<ValueOf<K>>[]).map((shown) => ({
      incident,
      shown,
      value: shown.value,
    })),
  )
  return table<Said<ValueOf<K>>>(
    name,
    [],
    [
      { name: 'incident', type: 'string', required: true, to: 'incidents', cell: (row) => row.incident.id },
      ...columns,
      { name: 'basis', type: 'string', cell: ({ shown }) => joined(shown.origins.map((one) => one.basis)) },
      {
        name: 'said_in',
        type: 'string',
        cell: ({ shown }) => joined(shown.origins.map((one) => String(one.source + 1))),
      },
      {
        name: 'read_by',
        type: 'string',
        cell: ({ shown }) => joined(shown.origins.map((one) => one.reader ?? one.by)),
      },
    ],
    rows,
  )
}

const placed = (view: OpenView, incident: PublicIncident, { place }: PublicPlace) =>
  place === null ? undefined : view.packs.get(incident.country)?.places.get(place)

const text = (
  name: string,
  part: 'organisations' | 'offences' | 'actors' | 'saidBy' | 'outcome' | 'otherDates',
  column: string,
  view: OpenView,
): OpenTable => valueTable(name, part, view, [of(column, 'string', (value) => value, { required: true })])

export const valueTables = (view: OpenView): readonly OpenTable[] => [
  valueTable('dates', 'date', view, [
    of('date_from', 'date', (value) => value.from),
    of('date_to', 'date', (value) => value.to),
    of('date_precision', 'string', (value) => value.precision, { required: true }),
  ]),
  text('other_dates', 'otherDates', 'day', view),
  valueTable('freedoms', 'freedoms', view, [
    of('freedom', 'string', (value) => value, { required: true, of: 'freedoms' }),
  ]),
  valueTable('acts', 'acts', view, [of('act', 'string', (value) => value, { required: true, of: 'acts' })]),
  valueTable('places', 'places', view, [
    of('name', 'string', (value) => value.name, { required: true }),
    of('canonical', 'string', (value) => value.canonical, { required: true }),
    of('place', 'string', (value) => value.place),
    of('region', 'string', (value) => value.region),
    of('label_en', 'string', (value) => value.label.en),
    of('label_ru', 'string', (value) => value.label.ru),
    of('label_kk', 'string', (value) => value.label.kk),
    { name: 'latitude', type: 'number', cell: (row) => placed(view, row.incident, row.value)?.lat ?? null },
    { name: 'longitude', type: 'number', cell: (row) => placed(view, row.incident, row.value)?.lon ?? null },
  ]),
  valueTable('people', 'people', view, [
    of('shown', 'string', (value) => value.kind, { required: true }),
    of('person', 'string', (value) => (value.kind === 'named' ? value.id : null)),
    of('name_en', 'string', (value) => (value.kind === 'named' ? value.name.en : null)),
    of('name_ru', 'string', (value) => (value.kind === 'named' ? value.name.ru : null)),
    of('name_kk', 'string', (value) => (value.kind === 'named' ? value.name.kk : null)),
    of('alias', 'string', (value) => (value.kind === 'alias' ? value.text : null)),
    of('role', 'string', (value) => value.role),
    of('harmed', 'string', (value) => String(value.harmed), { required: true }),
  ]),
  valueTable('groups', 'groups', view, [
    of('what', 'string', (value) => value.what),
    of('min', 'integer', (value) => value.min),
    of('max', 'integer', (value) => value.max),
    of('qualifier', 'string', (value) => value.qualifier, { required: true, of: 'qualifiers' }),
  ]),
  text('organisations', 'organisations', 'organisation', view),
  valueTable('laws', 'laws', view, [
    of('code', 'string', (value) => value.code, { required: true, of: 'law_codes' }),
    of('article', 'string', (value) => value.article),
    of('part', 'string', (value) => value.part),
    of('law', 'string', (value) => value.name),
    of('provision', 'string', (value) => value.provision),
  ]),
  text('offences', 'offences', 'offence', view),
  valueTable('penalties', 'penalties', view, [
    of('penalty', 'string', (value) => value.type, { required: true, of: 'penalties' }),
    of('days', 'number', (value) => value.days),
    of('months', 'number', (value) => value.months),
    of('years', 'number', (value) => value.years),
    of('amount', 'number', (value) => value.amount),
    of('currency', 'string', (value) => value.currency),
    of('min', 'number', (value) => value.min),
    of('max', 'number', (value) => value.max),
    of('unit', 'string', (value) => value.unit),
    of('index_multiple', 'number', (value) => value.indexMultiple),
    of('persons', 'integer', (value) => value.persons),
  ]),
  text('actors', 'actors', 'actor', view),
  text('said_by', 'saidBy', 'speaker', view),
  text('outcomes', 'outcome', 'outcome', view),
]
