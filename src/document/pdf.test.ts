/** PDFs: the text layer line by line, leaf by leaf, without what is printed on every page. */
import { expect, test } from 'vitest'
import { fromTop, pdfFile, pdfOf } from './files.fixture.ts'
import { readAs, refusalOf, told } from './fixture.ts'

const read = (bytes: Uint8Array) => readAs('report.pdf', bytes, { language: 'en' })

test('three pages become paragraphs; running heads and page numbers are furniture, cut words are whole', async () => {
  const page = (n: number, lines: readonly string[]) => [
    ...fromTop([`Example Society ${2020 + n}`, '', ...lines]),
    { words: String(n), x: 290, y: 30 },
  ]
  const document = await read(
    pdfOf([
      page(1, [
        'THE SPRING OF THE SQUARE',
        '',
        'In the spring the police of Almaty detained Asan Usenov and held him for the whole deten-',
        'tion of three days, as his well-known lawyer said; the o\ufb03cers gave no reason to his well-',
        'known friends, who waited outside of the station in the rain for many hours that day.',
        '',
        'A second paragraph begins here.',
      ]),
      page(2, [
        'On the next day a court in Aktobe fined Aigul Serikova.',
        'She appealed.',
        'Nobody heard it.',
      ]),
      page(3, [
        'A third page has words of its own.',
        'They end here.',
        'And so does the report of that year.',
      ]),
    ]),
  )
  expect(document.reader).toBe('pdf@1')
  const blocks = told(document)
  expect(blocks.filter((one) => one.startsWith('furniture'))).toEqual([
    ...['furniture: Example Society 2021', 'furniture: 1', 'furniture: Example Society 2022', 'furniture: 2'],
    ...['furniture: Example Society 2023', 'furniture: 3'],
  ])
  expect(blocks[1]).toBe('heading: THE SPRING OF THE SQUARE')
  expect(blocks[2]?.replaceAll('/', ' ')).toBe(
    'paragraph: In the spring the police of Almaty detained Asan Usenov and held him for the whole detention of three days, as his well-known lawyer said; the officers gave no reason to his well-known friends, who waited outside of the station in the rain for many hours that day.',
  )
  expect(blocks[3]).toBe('paragraph: A second paragraph begins here.')
  expect(document.blocks.map((one) => one.page)).toEqual(
    [...document.blocks.map((one) => one.page)].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  )
  expect(document.blocks.find((one) => document.text.startsWith('On the next', one.span.start))?.page).toBe(2)
})

test.each([
  ['Russian', 'Полиция задержала активиста Асана Усенова на площади и отпустила его.', 'ru'],
  ['Kazakh', 'Алматыда полиция белсенді Асан Үсеновты ұстап, үш сағаттан кейін босатты.', 'kk'],
])('%s letters are read by the map that the font brings', async (_, words, language) => {
  const document = await readAs('a.pdf', pdfOf([fromTop([words])]))
  expect([document.text, document.language]).toEqual([words, language])
})

test('two columns are read one after the other; a page drawn from below is read from above', async () => {
  const column = (x: number, words: readonly string[]) =>
    words.map((one, at) => ({ words: one, x, y: 700 - at * 14 }))
  const columns = await read(
    pdfOf([
      [...column(60, ['left one', 'left two', 'left three']), ...column(320, ['right one', 'right two'])],
    ]),
  )
  expect(columns.text.replace(/\s+/g, ' ')).toBe('left one left two left three right one right two')
  const below = await read(pdfOf([column(60, ['one', 'two', 'three', 'four', 'five']).toReversed()]))
  expect(below.text.replace(/\s+/g, ' ')).toBe('one two three four five')
})

test('pages that are pictures of paper are counted; a file of nothing else is refused with the reason', async () => {
  const words = fromTop(['Police held Asan Usenov.'])
  expect((await read(pdfOf([words, [], [{ words: '3', y: 30 }]]))).leftOut).toEqual([
    { kind: 'picture-page', n: 2, names: [] },
  ])
  expect((await refusalOf(() => read(pdfOf([[], [{ words: '2', y: 30 }]]))))?.code).toBe('input.scanned')
})

test('a password is asked for by the file, and the file is refused for it', async () => {
  const locked = pdfOf(
    [fromTop(['Held.'])],
    `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] `,
  )
  expect((await refusalOf(() => read(locked)))?.code).toBe('input.locked')
})

test.each([
  ['more pages than anybody waits for', pdfOf(Array.from({ length: 501 }, () => [])), 'input.pages'],
  ['a file cut off', pdfOf([fromTop(['Held.'])]).slice(0, 300), 'input.broken'],
  ['a catalogue without pages', pdfFile(['<< /Type /Catalog >>']), 'input.broken'],
])('%s is refused', async (_, bytes, code) => {
  expect((await refusalOf(() => read(bytes)))?.code).toBe(code)
})
