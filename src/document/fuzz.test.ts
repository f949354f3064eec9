/** Bytes of every kind, whole, bent, cut and made up: each gives a Document that keeps its promises, or a Refusal. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docxOf, emlOf, fromTop, paragraph, pdfOf, run, xlsxOf, zipOf } from './files.fixture.ts'
import { bytesOf, keepsItsPromises } from './fixture.ts'
import { readDocument } from './read.ts'

const WORDS = 'Police in Almaty held two people near the square for three hours.'
const KINDS: Readonly<Record<string, Uint8Array>> = {
  'a.docx': docxOf(
    `${paragraph(run(WORDS))}<w:tbl><w:tr><w:tc>${paragraph(run('7 May'))}</w:tc><w:tc>${paragraph(run('Almaty'))}</w:tc></w:tr></w:tbl>`,
  ),
  'a.xlsx': xlsxOf([
    {
      name: 'A',
      rows: [
        ['Day', 'Words'],
        ['<c s="1"><v>45419</v></c>', WORDS],
      ],
    },
  ]),
  'a.pdf': pdfOf([fromTop([WORDS, 'Second line.']), fromTop([WORDS])]),
  'a.eml': emlOf(
    { Subject: 'News', 'Content-Type': 'multipart/mixed; boundary="x"' },
    `--x\n\n${WORDS}\n--x--`,
  ),
  'a.csv': bytesOf(`Day,Words\n7 May,"${WORDS}"\n`),
}

const bend = (bytes: Uint8Array, bends: readonly (readonly [number, number])[], cut: number): Uint8Array => {
  const copy = bytes.slice(0, Math.max(1, bytes.length - Math.floor(cut * bytes.length)))
  for (const [at, byte] of bends) copy[at % copy.length] = byte
  return copy
}

describe.each(Object.entries(KINDS))('%s', (name, whole) => {
  test('whole, it is read', async () => {
    const { text } = await readDocument(whole, { sha256: '', name, language: 'en' })
    expect(text).toContain('Police in Almaty held two people')
  })
  test('bent and cut, it is read or refused', { timeout: 60_000 }, async () => {
    const bends = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 12 })
    const cut = fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }))
    await fc.assert(
      fc.asyncProperty(bends, cut, (at, by) => keepsItsPromises(bend(whole, at, by), name)),
      { numRuns: 300, seed: 11 },
    )
  })
})

describe('markup that no program writes', () => {
  const tags =
    'w:p w:r w:t w:tbl w:tr w:tc w:del w:ins w:pPr w:rPr w:vanish w:footnote w:br row c v is t f si rPh'
  const tag = fc.constantFrom(...tags.split(' '))
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    tag.map((name) => `<${name} w:val="1" r="ZZZ9" t="s" s="99" w:id="x"/>`),
    fc.string({ unit: 'grapheme', maxLength: 9 }),
    fc.constantFrom(WORDS, '&amp;', '&#0;', '&a;', '<![CDATA[held]]>', '<!-- -->', '<?x?>'),
  )
  /** Closed in the right order, so that most of it comes past the reader of XML. */
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('held', 'Almaty', '1', '45000.5', ' '),
      fc
        .tuple(tag, fc.array(tie('node'), { maxLength: 4 }))
        .map(([name, inside]) => `<${name}>${inside.join('')}</${name}>`),
    ),
  })).node as fc.Arbitrary<string>
  const part = fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((all) => all.join('')),
    fc.array(tree, { maxLength: 6 }).map((all) => all.join('')),
  )
  const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:w="w"'
  test('in Word files', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(part, part, (body, footnotes) =>
        keepsItsPromises(docxOf(body, { footnotes }), 'a.docx'),
      ),
      { numRuns: 300, seed: 13 },
    )
  })
  test('in spreadsheets', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(part, part, (sheet, shared) =>
        keepsItsPromises(
          zipOf({
            'xl/workbook.xml': `<workbook ${S}><sheet name="A"/></workbook>`,
            'xl/sharedStrings.xml': `<sst ${S}>${shared}</sst>`,
            'xl/worksheets/sheet1.xml': `<worksheet ${S}>${sheet}</worksheet>`,
          }),
          'a.xlsx',
        ),
      ),
      { numRuns: 300, seed: 17 },
    )
  })
  test('in lists', async () => {
    const sign = fc.constantFrom(
      '"',
      '""',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      'sep=;\n',
      'held',
      '=1+1',
      '\ufeff',
      ' ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 40 }), (all) =>
        keepsItsPromises(bytesOf(all.join('')), 'a.csv'),
      ),
      { numRuns: 300, seed: 19 },
    )
  })
  test('in mails', async () => {
    const line = fc.constantFrom(
      ...[
        'Subject: a',
        'Content-Type: multipart/mixed; boundary=b',
        'Content-Type: text/html',
        'MIME-Version: 1.0',
      ],
      ...[
        'Content-Transfer-Encoding: base64',
        'Content-Type: text/plain; charset=utf-7',
        '--b',
        '--b--',
        '',
        WORDS,
        '=C3=28',
        '<p>held',
      ],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), (all) =>
        keepsItsPromises(bytesOf(all.join('\n')), 'a.eml'),
      ),
      { numRuns: 300, seed: 23 },
    )
  })
})
