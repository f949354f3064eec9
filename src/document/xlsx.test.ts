/** Spreadsheets: a row is a block, values are what a reader of the sheet sees, nothing is computed. */
import { expect, test } from 'vitest'
import { xlsxOf } from './files.fixture.ts'
import { readAs, refusalOf, told } from './fixture.ts'
import { dayOf } from './xlsx-sheet.ts'

const read = (bytes: Uint8Array) => readAs('list.xlsx', bytes, { language: 'en' })
const FORMATS =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts>'

test('each row becomes a block with the names of its columns', async () => {
  const document = await read(
    xlsxOf(
      [
        {
          name: 'Detentions',
          columns: '<cols><col min="7" max="7" hidden="1"/></cols>',
          rows: [
            ['Name', 'Day', 'Place:', 'Hours', 'Seen', '', 'Kept', 'Sum'],
            [],
            [
              'Asan Usenov',
              '<c s="1"><v>45419</v></c>',
              '<c t="s"><v>0</v></c>',
              '<c><v>0.30000000000000004</v></c>',
              '<c s="2"><v>45419.5</v></c>',
              'note\nin two lines',
              'nobody sees this',
              '<c><f>SUM(A1:A9)</f><v>42</v></c>',
            ],
            [
              'Aigul Serikova',
              '<c r="B4" s="3"><v>45420</v></c>',
              '<c r="D4" s="4"><v>3</v></c>',
              '<c r="E4" t="b"><v>1</v></c>',
              '<c r="H4"><f>HYPERLINK("http://evil.example")</f></c>',
              '<c r="AB4" t="s"><v>1</v></c>',
            ],
            { cells: ['a hidden row'], attributes: 'hidden="1"' },
          ],
        },
        { name: 'Courts', rows: [['Court'], ['Aktobe'], ['Semey']] },
        { name: 'Old', state: 'hidden', rows: [['Secret'], ['hidden sheet']] },
      ],
      { formats: FORMATS },
    ),
  )
  expect(document.reader).toBe('xlsx@2')
  expect(told(document)).toEqual([
    'heading: Detentions',
    'furniture: Name; Day; Place:; Hours; Seen; Sum',
    'paragraph: Name: Asan Usenov; Day: 2024-05-07; Place: Almaty; Hours: 0.3; Seen: 2024-05-07 12:00; F: note in two lines; Sum: 42',
    'paragraph: Name: Aigul Serikova; Day: 2024-05-08; Hours: 3; Seen: TRUE; AB: Old Square',
    ...['heading: Courts', 'furniture: Court', 'paragraph: Court: Aktobe', 'paragraph: Court: Semey'],
  ])
  for (const gone of ['evil', 'nobody', 'hidden', 'Secret', 'SUM', 'aloud'])
    expect(document.text).not.toContain(gone)
  expect(document.leftOut).toEqual([
    { kind: 'hidden-sheet', n: 1, names: [] },
    { kind: 'hidden-cell', n: 3, names: [] },
    { kind: 'formula', n: 1, names: [] },
  ])
})

test('a single sheet has no heading, and a single row no names of columns', async () => {
  expect(told(await read(xlsxOf([{ name: 'Sheet1', rows: [['Held', 'in Almaty']] }])))).toEqual([
    'paragraph: Held; in Almaty',
  ])
})

test.each([
  [45419, false, '2024-05-07'],
  [43957, true, '2024-05-07'],
  [61, false, '1900-03-01'],
  [45419.75, false, '2024-05-07 18:00'],
  [0.25, false, '06:00'],
  [-1, false, '-1'],
  [1e300, false, '1e+300'],
])('day %s (from 1904: %s) is %s', (serial, from1904, day) => {
  expect(dayOf(serial, from1904)).toBe(day)
})

test.each([
  ['no rows', xlsxOf([{ name: 'A', rows: [] }]), 'input.empty'],
  ['a sheet alone, hidden', xlsxOf([{ name: 'A', state: 'hidden', rows: [['a']] }]), 'input.empty'],
])('%s is refused', async (_, bytes, code) => {
  expect((await refusalOf(() => read(bytes)))?.code).toBe(code)
})
