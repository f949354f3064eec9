/** Which rows of a list were in the one before: by their words, by their number, and by neither alone when it would lose a row. */
import { expect, it } from 'vitest'
import type { HeldByColumn, ListMap, ListTable } from '../../core/list.ts'
import { cellsByKind, differing, metBefore, rowsKnown } from './same-rows.ts'

type Cells = readonly (readonly [HeldByColumn, string])[]
/** A list as its cells stand, one row under another. */
function listOf(document: string, rows: readonly Cells[]) {
  let text = ''
  const columns = [...new Set(rows.flatMap((row) => row.map(([holds]) => holds)))]
  const table: ListTable = {
    ...{
      kind: 'table',
      sheet: null,
      headRows: 0,
      names: new Map(),
      columns: columns.map((_, index) => index),
    },
    rows: rows.map((row, index) => {
      const start = text.length
      const cells = row.map(([holds, words]) => {
        const span = { start: text.length, end: text.length + words.length }
        text += `${words}; `
        return { column: columns.indexOf(holds), span }
      })
      return { number: index + 1, span: { start, end: text.length }, cells }
    }),
  }
  const map = {
    columns: columns.map((holds, column) => ({ column, name: '', holds })),
    ...{
      sheet: 0,
      headRows: 0,
      order: null,
      act: null,
      freedom: null,
      kind: 'event',
      keepPlaces: false,
      meanings: [],
    },
  } satisfies ListMap
  return { document, text, table, map }
}
const APRIL = listOf('april', [
  [
    ['id', '1'],
    ['date', '03.04.2024'],
    ['place', 'Алматы'],
    ['person', 'Асан Усенов'],
  ],
  [
    ['id', '2'],
    ['date', '04.04.2024'],
    ['place', 'Уральск'],
    ['person', 'Айгуль Серикова'],
  ],
])
const UNNUMBERED = listOf('unnumbered', [
  [
    ['date', '03.04.2024'],
    ['person', 'Асан Усенов'],
  ],
])

function met(row: Cells, before = APRIL): string {
  const now = listOf('now', [row])
  const cells = cellsByKind(now.text, now.table.rows[0] as never, now.map)
  const found = metBefore(cells, rowsKnown([before]), new Set())
  return found.kind === 'new'
    ? 'new'
    : `${found.kind} ${found.earlier.row.number} ${differing(cells, found.earlier.cells)}`
}

it.each<[string, Cells, string]>([
  [
    'the same, columns in another order',
    [
      ['person', 'Асан  УСЕНОВ'],
      ['id', '1'],
      ['date', '03.04.2024'],
      ['place', 'Алматы'],
    ],
    'same 1 ',
  ],
  [
    'the same number, one cell mended',
    [
      ['id', '1'],
      ['date', '03.04.2024'],
      ['place', 'Астана'],
      ['person', 'Асан Усенов'],
    ],
    'changed 1 place 0',
  ],
  [
    'a number that begins anew every month',
    [
      ['id', '1'],
      ['date', '05.05.2024'],
      ['place', 'Шымкент'],
      ['person', 'Динара Усенова'],
    ],
    'new',
  ],
  [
    'the same words under another number',
    [
      ['id', '9'],
      ['date', '03.04.2024'],
      ['place', 'Алматы'],
      ['person', 'Асан Усенов'],
    ],
    'new',
  ],
  [
    'a cell that is filled now',
    [
      ['id', '2'],
      ['date', '04.04.2024'],
      ['place', 'Уральск'],
      ['person', 'Айгуль Серикова'],
      ['penalty', '15 суток'],
    ],
    'changed 2 penalty 0',
  ],
])('%s', (_, row, said) => {
  expect(met(row)).toBe(said)
})

it('without numbers only the same words are the same row', () => {
  expect(
    met(
      [
        ['date', '03.04.2024'],
        ['person', 'Асан Усенов'],
      ],
      UNNUMBERED,
    ),
  ).toBe('same 1 ')
  expect(
    met(
      [
        ['date', '03.04.2024'],
        ['person', 'Асан Усенова'],
      ],
      UNNUMBERED,
    ),
  ).toBe('new')
  expect(
    met(
      [
        ['id', '7'],
        ['date', '03.04.2024'],
        ['person', 'Асан Усенов'],
      ],
      UNNUMBERED,
    ),
  ).toBe('same 1 id 0')
})

it('two rows of the same words are two, and met once each, however many lists have one of them', () => {
  const row: Cells = [
    ['date', '03.04.2024'],
    ['place', 'Алматы'],
  ]
  const known = rowsKnown([listOf('april', [row]), listOf('may', [row])])
  const now = listOf('now', [row, row, row])
  const met = new Set<never>()
  const found = now.table.rows.map((one) => metBefore(cellsByKind(now.text, one, now.map), known, met).kind)
  expect(found).toEqual(['same', 'new', 'new'])
})
