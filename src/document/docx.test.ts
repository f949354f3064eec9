/** Word files: what would stand on paper is read, what was struck out, hidden or is furniture is not. */
import { expect, test } from 'vitest'
import { docxOf, docxOfWords, paragraph, run } from './files.fixture.ts'
import { readAs, refusalOf, told } from './fixture.ts'

const read = (bytes: Uint8Array) => readAs('report.docx', bytes, { language: 'en' })
const cell = (...paragraphs: readonly string[]): string => `<w:tc>${paragraphs.join('')}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'

const BODY = [
  paragraph(run('Court & square'), '<w:pStyle w:val="H1"/>'),
  paragraph(run('Built on a heading'), '<w:pStyle w:val="Mine"/>'),
  paragraph(
    `${run('Asan Usenov was ')}<w:del w:id="1"><w:r><w:delText>never </w:delText><w:t>not </w:t></w:r></w:del><w:ins w:id="2">${run('held')}</w:ins>${run(' in Almaty.')}<w:r><w:footnoteReference w:id="7"/></w:r>`,
  ),
  paragraph(run('First'), item) + paragraph(run('Second'), item),
  paragraph(run('No item'), '<w:numPr><w:numId w:val="0"/></w:numPr>'),
  paragraph(
    `<w:hyperlink>${run('A link')}</w:hyperlink>${run(' and', '<w:b/>')}${run(' secret', '<w:vanish/>')}${run(' shown', '<w:vanish w:val="0"/>')}${run(' quiet', '<w:rStyle w:val="Quiet"/>')}<w:r><w:br/><w:t>below</w:t><w:tab/><w:t>it</w:t></w:r>`,
  ),
  paragraph(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK evil</w:instrText></w:r>${run('field')}`,
    '<w:rPr><w:vanish/></w:rPr>',
  ),
  `<w:tbl>${row(cell(paragraph(run('Day'))), cell(paragraph(run('Place'))))}${row(
    cell(paragraph(run('7 May')), paragraph(run('at noon'))),
    cell(`<w:tbl>${row(cell(paragraph(run('Almaty'))), cell(paragraph(run('Square'))))}</w:tbl>`),
  )}<w:tr><w:trPr><w:del w:id="3"/></w:trPr>${cell(paragraph(run('struck')))}${cell(paragraph(run('out')))}</w:tr>${row(cell(paragraph(run('A box')), paragraph(run('of two'))))}</w:tbl>`,
  paragraph(run('Torn '), '<w:rPr><w:del w:id="4"/></w:rPr>') + paragraph(run('and mended.')),
  paragraph(
    `<mc:AlternateContent><mc:Choice>${run('Once')}</mc:Choice><mc:Fallback>${run('Twice')}</mc:Fallback></mc:AlternateContent><w:r><w:commentReference w:id="0"/></w:r><w:moveFrom>${run('elsewhere')}</w:moveFrom><w:r><w:endnoteReference w:id="2"/></w:r>`,
  ),
  paragraph(run('•')) + paragraph(''),
].join('')

const FOOTNOTES = `<w:footnote w:type="separator" w:id="-1">${paragraph(run('a rule'))}</w:footnote><w:footnote w:id="7">${paragraph(run(' A note'))}${paragraph(run('of two.'))}</w:footnote><w:footnote w:id="8">${paragraph(run('Nobody points here'))}</w:footnote>`
const ENDNOTES = `<w:endnote w:id="2">${paragraph(run('At the end.'))}</w:endnote>`

test('a Word file becomes its words, block by block, as they would stand on paper', async () => {
  const document = await read(docxOf(BODY, { footnotes: FOOTNOTES, endnotes: ENDNOTES }))
  expect(document.reader).toBe('docx@1')
  expect(told(document)).toEqual([
    ...['heading: Court & square', 'heading: Built on a heading'],
    'paragraph: Asan Usenov was held in Almaty.',
    ...['item: First', 'item: Second', 'paragraph: No item'],
    'paragraph: A link and shown/below it',
    'paragraph: field',
    ...['paragraph: Day | Place', 'paragraph: 7 May at noon | Almaty | Square'],
    ...['paragraph: A box', 'paragraph: of two', 'paragraph: Torn and mended.', 'paragraph: Once'],
    ...['footnote: A note of two.', 'footnote: At the end.'],
  ])
  expect(document.leftOut).toEqual([
    { kind: 'hidden-text', n: 2, names: [] },
    { kind: 'comment', n: 1, names: [] },
  ])
})

test('nothing struck out, hidden, moved away, or of the furniture of pages is left', async () => {
  const { text } = await read(docxOf(BODY, { footnotes: FOOTNOTES, endnotes: ENDNOTES }))
  for (const gone of ['never', 'not ', 'secret', 'quiet', 'evil', 'struck', 'Twice', 'elsewhere', 'head of'])
    expect(text).not.toContain(gone)
  for (const gone of ['a rule', 'Nobody points', '<', '•']) expect(text).not.toContain(gone)
})

test.each([
  ['en', 'Police held Asan Usenov for three hours near the central square in Almaty.'],
  ['ru', 'Полиция задержала активиста Асана Усенова на площади в Алматы и отпустила его через три часа.'],
  [
    'kk',
    'Алматыда полиция белсенді Асан Үсеновты орталық алаңда ұстап, үш сағаттан кейін босатты деп хабарлады.',
  ],
])('its language is found out from its words: %s', async (language, words) => {
  const document = await readAs('report.docx', docxOfWords(words))
  expect(document.language).toBe(language)
  expect(document.text).toBe(words)
})

test('the content says that it is a Word file, whatever it is called', async () => {
  expect((await readAs('notes.txt', docxOfWords('Held.'), { language: 'en' })).text).toBe('Held.')
})

test.each([
  ['a part that is no XML', docxOf('<w:p><w:r>'), 'input.broken'],
  ['no words', docxOf(paragraph('')), 'input.empty'],
  [
    'entities',
    docxOf('', {
      parts: {
        'word/document.xml': `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document>&b;</document>`,
      },
    }),
    'input.entities',
  ],
  [
    'a file of this machine',
    docxOf('', {
      parts: {
        'word/document.xml': `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><document>&a;</document>`,
      },
    }),
    'input.entities',
  ],
  ['boxes in boxes', docxOf('<w:tbl><w:tr><w:tc>'.repeat(100)), 'input.unpacked'],
])('%s is refused', async (_, bytes, code) => {
  expect((await refusalOf(() => read(bytes)))?.code).toBe(code)
})
