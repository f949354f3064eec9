/** Records told in the words of others in, a plain table of them out: for a terminal and for a spreadsheet. */
import { ACLED_COLUMNS } from '../../measure/mappings/acled.ts'
import { csv } from '../../publish/csv.ts'
import type { Mapped } from './read-mapped.ts'

export type MappedTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | null)[])[]
}

const said = (n: number | null): string | null => (n === null ? null : String(n))

export function mappedTable(mapped: Mapped): MappedTable {
  switch (mapped.as) {
    case 'sdg':
      return {
        columns: [
          'harm',
          'group',
          'certain',
          'claimed',
          'twice_certain',
          'twice_claimed',
          'incidents',
          'rules',
        ],
        rows: mapped.cells.map(({ harm, group, persons, twice, records, rules }) => [
          ...[harm, group, said(persons.certain), said(persons.claimed)],
          ...[said(twice.certain), said(twice.claimed), said(records.length), rules.join(' ')],
        ]),
      }
    case 'civicus':
      return {
        columns: ['kind', 'tag', 'certain', 'claimed', 'of_incidents', 'rules'],
        rows: mapped.counts.map((one) => [
          ...[one.kind, one.tag, said(one.certain), said(one.claimed)],
          ...[said(mapped.incidents), one.rules.join(' ')],
        ]),
      }
    case 'acled':
      return {
        columns: [...ACLED_COLUMNS, 'rule'],
        rows: mapped.rows.map((row) => [...ACLED_COLUMNS.map((column) => row[column] ?? null), row.rule]),
      }
  }
}

export const mappedCsv = (mapped: Mapped): string => {
  const { columns, rows } = mappedTable(mapped)
  return csv(columns, rows)
}
