/** What becomes of each row of a list, as a table for whoever works on a terminal. */
import { expect, it } from 'vitest'
import { listReport } from './list-report.ts'
import type { RowReport } from './rows-met.ts'

const found = {
  score: 0.85,
  same: true,
  why: [{ kind: 'initial', left: 'A.', right: 'Asan', like: 0.85 }],
} as const
const row = (number: number, more: Partial<RowReport>): RowReport => ({
  ...{
    row: { number, span: { start: 0, end: 1 }, cells: [] },
    id: `KZ-${number}`,
    proposals: [],
    faults: [],
  },
  ...{ status: 'new', earlier: null, perhaps: [], met: [], likeness: 'none' },
  ...more,
})

it('tells of each row its own number, what on record it is like and why; an empty row is none', () => {
  const report = listReport([
    row(2, { likeness: 'matched', perhaps: [{ id: 'kz-2024-05-03-a', why: ['date', 'person'] }] }),
    row(3, {
      likeness: 'doubtful',
      met: [
        {
          name: 'A. Usenov',
          people: [{ person: 'usenov', spelling: 'Asan Usenov', found }],
          records: [{ record: 'kz-2024-05-03-a', name: 'Asan Usenov', found }],
        },
      ],
    }),
    row(4, { status: 'empty' }),
    row(5, { faults: [{ code: 'unknown', column: 1, holds: 'place', words: 'Nowhere' }] }),
  ])
  expect(report.trimEnd().split(/\r?\n/)).toEqual([
    'row,number,status,likeness,records,people,why,not_understood',
    '2,KZ-2,new,matched,kz-2024-05-03-a,,kz-2024-05-03-a: date person,',
    '3,KZ-3,new,doubtful,kz-2024-05-03-a,usenov,"usenov: A. Usenov initial 0.85; kz-2024-05-03-a: A. Usenov initial 0.85",',
    '5,KZ-5,new,none,,,,place: Nowhere',
  ])
})
