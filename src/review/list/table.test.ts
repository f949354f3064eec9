/** Tables of a list: each sheet with the names of its columns, and every cell at its words. */
import { expect, test } from 'vitest'
import type { Block } from '../../core/document.ts'
import { tablesOf } from './table.ts'

const text = 'Май; 2024 г.\n\nДата; Город\n\nДата: 12.03.2024; Город: Алматы'
const blocks: Block[] = [
  { kind: 'heading', span: { start: 0, end: 12 }, cells: [[0, 0, 12]] },
  {
    kind: 'furniture',
    span: { start: 14, end: 25 },
    cells: [
      [0, 0, 4],
      [1, 6, 11],
    ],
  },
  {
    kind: 'paragraph',
    span: { start: 27, end: 58 },
    cells: [
      [0, 6, 16],
      [1, 25, 31],
    ],
  },
]

test('rows, titles and names of columns', () => {
  const [table, ...others] = tablesOf({ text, blocks })
  expect(others).toEqual([])
  expect([table?.headRows, table?.columns, [...(table?.names ?? [])]]).toEqual([
    2,
    [0, 1],
    [
      [0, 'Дата'],
      [1, 'Город'],
    ],
  ])
  expect(table?.rows.at(-1)?.cells.map((one) => text.slice(one.span.start, one.span.end))).toEqual([
    '12.03.2024',
    'Алматы',
  ])
})

test('each sheet is a table; a report has none', () => {
  const sheet = (at: number): Block => ({ kind: 'heading', span: { start: at, end: at + 3 } })
  expect(tablesOf({ text, blocks: [sheet(0), ...blocks] }).map((one) => one.sheet)).toEqual(['Май'])
  expect(tablesOf({ text, blocks: blocks.map(({ kind, span }) => ({ kind, span })) })).toEqual([])
})
