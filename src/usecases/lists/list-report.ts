/** A mapped list in, a table with one line a row out: what becomes of it, what it is like on record, and why. */
import { csv } from '../../publish/csv.ts'
import type { RowReport } from './rows-met.ts'

const COLUMNS = ['row', 'number', 'status', 'likeness', 'records', 'people', 'why', 'not_understood'] as const

export function listReport(rows: readonly RowReport[]): string {
  const shown = rows.filter((one) => one.status !== 'empty')
  return csv(
    COLUMNS,
    shown.map(({ row, id, status, likeness, earlier, perhaps, met, faults }) => [
      String(row.number),
      id,
      status,
      likeness,
      joined([
        ...(earlier?.records ?? []),
        ...perhaps.map((one) => one.id),
        ...met.flatMap((one) => one.records.map((each) => each.record)),
      ]),
      joined(met.flatMap((one) => one.people.map((each) => each.person))),
      joined([
        ...perhaps.map((one) => `${one.id}: ${one.why.join(' ')}`),
        ...met.flatMap(({ name, people, records }) =>
          [
            ...people.map((each) => [each.person, each.found] as const),
            ...records.map((each) => [each.record, each.found] as const),
          ].map(
            ([whom, found]) =>
              `${whom}: ${name} ${[...new Set(found.why.map((one) => one.kind))].join(' ')} ${found.score.toFixed(2)}`,
          ),
        ),
      ]),
      joined(faults.map((one) => `${one.holds}: ${one.words}`)),
    ]),
  )
}

const joined = (words: readonly string[]): string => [...new Set(words)].join('; ')
