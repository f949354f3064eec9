/** Logs as monitors publish them, a line an arrest: each line is cut by what it says, and its numbered sources are found below. */
import { expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import type { Block } from '../../core/document.ts'
import { readCell } from './cell.ts'
import { guessMap } from './guess.ts'
import { LOG_COLUMNS } from './log-table.ts'
import { rowReader } from './rows.ts'
import { listsIn } from './table.ts'

const { codebook } = knowledge
const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('no pack')
const data = { codebook, pack }

/** Paragraphs as the reader of plain text cuts them. */
function documentOf(text: string) {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n](?:.|\n(?!\n))*/g))
    blocks.push({ kind: 'paragraph', span: { start: match.index, end: match.index + match[0].length } })
  return { text, blocks }
}
function rowsOf(text: string) {
  const document = documentOf(text)
  const tables = listsIn(document, data)
  const table = tables[0]
  if (!table) return null
  const map = guessMap(text, tables, 0, data)
  return rowReader({ text, table, map, ...data })([]).map(({ row, proposals, faults }) => ({
    cells: row.cells.map(({ column, span }) => `${LOG_COLUMNS[column]}: ${text.slice(span.start, span.end)}`),
    said: proposals.filter((one) => one.rule !== 'list-constant@1').map((one) => `${one.field} ${one.basis}`),
    sources: proposals.flatMap((one) => (one.field === 'source' ? [one.value] : [])),
    faults: faults.length,
  }))
}

const RUSSIAN = `Хроника арестов, май 2024

1. 03.05.2024, Алматы, Асан Усенов, ст. 488 ч. 6 КоАП РК, 15 суток [1]
2. 04.05.2024, Уральск, Айгуль Серикова, ст. 488 КоАП РК, штраф 20 МРП [1][2]
3. 05.05.2024, Астана, Усенов Б., Ержан Сериков, предупреждение

Источники:
1. Радио Азаттык, https://example.org/1
2. сообщение семьи`

it('in Russian, with numbered sources', () => {
  expect(rowsOf(RUSSIAN)).toEqual([
    {
      cells: [
        'id: 1',
        'date: 03.05.2024',
        'place: Алматы',
        'person: Асан Усенов',
        'law: ст. 488 ч. 6 КоАП РК',
        'penalty: 15 суток',
        'source: [1]',
      ],
      said: [
        'date stated',
        'place stated',
        'person stated',
        'law stated',
        'penalty stated',
        'source carried',
        'act inferred',
      ],
      sources: ['Радио Азаттык, https://example.org/1'],
      faults: 0,
    },
    {
      cells: [
        'id: 2',
        'date: 04.05.2024',
        'place: Уральск',
        'person: Айгуль Серикова',
        'law: ст. 488 КоАП РК',
        'penalty: штраф 20 МРП',
        'source: [1][2]',
      ],
      said: [
        'date stated',
        'place stated',
        'person stated',
        'law stated',
        'penalty stated',
        'source carried',
        'source carried',
        'act inferred',
      ],
      sources: ['Радио Азаттык, https://example.org/1', 'сообщение семьи'],
      faults: 0,
    },
    {
      cells: [
        'id: 3',
        'date: 05.05.2024',
        'place: Астана',
        'person: Усенов Б., Ержан Сериков',
        'penalty: предупреждение',
      ],
      said: [
        'date stated',
        'place stated',
        'person stated',
        'person stated',
        'penalty stated',
        'act inferred',
      ],
      sources: [],
      faults: 0,
    },
  ])
})

it.each<[string, string, readonly string[]]>([
  [
    'in Kazakh, parted by dashes',
    '03.05.2024 – Алматы қ. – Асан Үсенов – ҚР ӘҚБтК 488-бабы – 10 тәулік қамақ',
    [
      'date: 03.05.2024',
      'place: Алматы қ',
      'person: Асан Үсенов',
      'law: ҚР ӘҚБтК 488-бабы',
      'penalty: 10 тәулік қамақ',
    ],
  ],
  [
    'in English, parted by semicolons, in another order',
    '2024-05-03; Asan Usenov; Almaty; Administrative Code 488 (6); fine 50 MCI (1)',
    [
      'date: 2024-05-03',
      'person: Asan Usenov',
      'place: Almaty',
      'law: Administrative Code 488 (6)',
      'penalty: fine 50 MCI',
      'source: (1)',
    ],
  ],
  [
    'the part of the article by itself, and words of its own',
    '03.05.2024, Орал, Асан Усенов, ст. 488 КоАП, ч. 6, 15 суток, держали без адвоката',
    [
      'date: 03.05.2024',
      'place: Орал',
      'person: Асан Усенов',
      'law: ст. 488 КоАП',
      'part: ч. 6',
      'penalty: 15 суток',
      'words: держали без адвоката',
    ],
  ],
])('%s', (_, line, cells) => {
  expect(rowsOf([line, line, line].join('\n'))?.map((one) => one.cells)).toEqual([cells, cells, cells])
})

it('a line that was broken goes on in the next', () => {
  const rows = rowsOf(
    '03.05.2024, Алматы, Асан Усенов,\n15 суток\n04.05.2024, Орал, Айгуль Серикова, 5 суток\n05.05.2024, Астана, Ержан Сериков, 3 суток',
  )
  expect(rows?.[0]?.cells).toEqual([
    'date: 03.05.2024',
    'place: Алматы',
    'person: Асан Усенов',
    'penalty: 15 суток',
  ])
})

it.each([
  [
    'sentences',
    'On 3 May police held six people.\nOn 4 May, in Oral, Asan Usenov, an activist, was fined.\n5 May was quiet.',
  ],
  [
    'two lines alone',
    '03.05.2024, Алматы, Асан Усенов, 15 суток\n04.05.2024, Орал, Айгуль Серикова, 5 суток',
  ],
  [
    'sentences that begin with a day',
    '03.05.2024 задержан Усенов.\n04.05.2024 отпущен.\n05.05.2024 задержан снова.',
  ],
])('%s are no log', (_, text) => {
  expect(rowsOf(text)).toBe(null)
})

it('lines and cells made to keep a reader busy are no entries and no values', () => {
  const begun = performance.now()
  const long = `03.05.2024${' '.repeat(400_000)}x, Алматы, Асан Усенов`
  expect(rowsOf([long, long, long].join('\n'))).toBe(null)
  const given = { heading: '', order: 'dmy', keepPlaces: false, role: '', part: '', ...data } as const
  for (const holds of ['penalty', 'law', 'count', 'date', 'person', 'place'] as const)
    expect(readCell('1.'.repeat(500_000), { ...given, holds }).kind).toBe('fault')
  expect(performance.now() - begun).toBeLessThan(20_000)
})
