/** Lists in CSV: any of the usual signs between cells, quotes over lines, and rows that do not fit told by their place. */
import { expect, test } from 'vitest'
import { Refusal } from '../core/faults.ts'
import { readAs, refusalOf, told } from './fixture.ts'

const read = (text: string, name = 'list.csv') => readAs(name, text, { language: 'en' })
const TOLD = ['furniture: Name; Days', 'paragraph: Name: Asan; Days: 5', 'paragraph: Name: Aigul; Days: 10']

test.each([
  ['commas', 'Name,Days\nAsan,5\nAigul,10\n'],
  ['semicolons', 'Name;Days\nAsan;5\nAigul;10'],
  ['tabs', 'Name\tDays\nAsan\t5\nAigul\t10\n'],
  ['a byte order mark and CRLF', '\ufeffName,Days\r\nAsan,5\r\n\r\nAigul,10\r\n'],
  ['a first line that names the sign', 'sep=|\nName|Days\nAsan|5\nAigul|10'],
  ['quotes, and blank cells beyond the heading', '"Name","Days"\n"Asan",5,,\n"Aigul","10",'],
  ['semicolons inside quotes', '"Name","Days"\n"Asan","5"\n"Aigul","10"'],
])('%s', async (_, text) => {
  const document = await read(text)
  expect(document.reader).toBe('csv@2')
  expect(told(document)).toEqual(TOLD)
})

test('quotes hold line ends, signs and doubled quotes; empty cells are not told', async () => {
  expect(told(await read('Name,What,Days\n"Usenov, Asan","said ""no""\nand left",\n'))).toEqual([
    'furniture: Name; What; Days',
    'paragraph: Name: Usenov, Asan; What: said "no" and left',
  ])
})

test('a formula is words like any other', async () => {
  expect((await read('Name,Days\n=cmd|\' /C calc\'!A0,"=1+1"')).text).toBe(
    "Name; Days\n\nName: =cmd|' /C calc'!A0; Days: =1+1",
  )
})

test('rows that do not fit are told at once, each with line and column', async () => {
  const error = await read('Name,Days\nAsan,5\n"Aigul\nSerikova"\nBolat,1,extra\n').catch((one) => one)
  expect(error instanceof Refusal && error.faults).toEqual([
    { code: 'input.row', where: '3:1', params: { line: 3, column: 1, n: 1, of: 2 } },
    { code: 'input.row', where: '5:9', params: { line: 5, column: 9, n: 3, of: 2 } },
  ])
})

test('a quote without an end is told where it begins', async () => {
  expect(await refusalOf(() => read('Name,Days\nAsan,"5\nAigul,10'))).toEqual({
    code: 'input.quote',
    params: { line: 2, column: 6 },
  })
})

test('every cell has its place in the text, titles stand above the names of columns, a list may have none', async () => {
  const cellsOf = (document: Awaited<ReturnType<typeof read>>) =>
    document.blocks.map(({ kind, span, cells = [] }) => [
      kind,
      ...cells.map(
        ([column, start, end]) => `${column} ${document.text.slice(span.start + start, span.start + end)}`,
      ),
    ])
  expect(cellsOf(await read('Detained in May,,\nName,Day,Town\n| Asan,,Almaty\n'))).toEqual([
    ['heading', '0 Detained in May'],
    ['furniture', '0 Name', '1 Day', '2 Town'],
    ['paragraph', '0 | Asan', '2 Almaty'],
  ])
  expect(cellsOf(await read(',,,Detained in May\nName,Day\nAsan,5'))[0]).toEqual([
    'heading',
    '3 Detained in May',
  ])
  expect(cellsOf(await read('12.03.2024;Almaty;|\n| 13.03.2024;Astana;'))).toEqual([
    ['paragraph', '0 12.03.2024', '1 Almaty'],
    ['paragraph', '0 | 13.03.2024', '1 Astana'],
  ])
})

test.each([
  ['letters in one line', 'x'.repeat(15_000_000)],
  ['letters in one cell', `a,b\n"${'x'.repeat(15_000_000)}",c\n`],
  ['quotation marks in one cell', `a,b\n"${'""'.repeat(7_000_000)}",c\n`],
])('millions of %s are too much, and say so', async (_, text) => {
  expect((await refusalOf(() => read(text)))?.code).toBe('input.unpacked')
})
