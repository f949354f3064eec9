/** Words, rows or markup → the bytes of a Word file, a spreadsheet, a PDF or a mail, made in memory; for tests. */
import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ) satisfies Zippable,
    // A set hour, so that the same parts are the same bytes.
    { mtime: '2020-01-01T12:00:00' },
  )

export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
/** A run of words, a paragraph of runs. */
export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`

const story = (root: string, inside: string): string =>
  `${HEAD}<w:${root} xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inside}</w:${root}>`
export const STYLES = story(
  'styles',
  '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H1"/></w:style><w:style w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style>',
)
export function docxOf(
  body: string,
  more: { readonly footnotes?: string; readonly endnotes?: string; readonly parts?: object } = {},
): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'word/document.xml': story('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': STYLES,
    'word/header1.xml': story('hdr', paragraph(run('The head of every page'))),
    ...(more.footnotes !== undefined && { 'word/footnotes.xml': story('footnotes', more.footnotes) }),
    ...(more.endnotes !== undefined && { 'word/endnotes.xml': story('endnotes', more.endnotes) }),
    ...more.parts,
  })
}
/** Plain paragraphs. */
export const docxOfWords = (...words: readonly string[]): Uint8Array =>
  docxOf(words.map((one) => paragraph(run(one))).join(''))

/** A cell is markup (`<c …>`), or words. */
export type SheetRow = { readonly cells: readonly string[]; readonly attributes?: string }
export type SheetGiven = {
  readonly name: string
  readonly rows: readonly (readonly string[] | SheetRow)[]
  readonly state?: string
  readonly columns?: string
}
export function xlsxOf(
  sheets: readonly SheetGiven[],
  more: { readonly formats?: string; readonly properties?: string } = {},
): Uint8Array {
  const rowOf = (row: readonly string[] | SheetRow): string => {
    const { cells, attributes = '' } = 'cells' in row ? row : { cells: row }
    const told = cells.map((cell) =>
      cell.startsWith('<c') ? cell : `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`,
    )
    return `<row ${attributes}>${told.join('')}</row>`
  }
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${S}" xmlns:r="${R}">${more.properties ?? ''}<sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets
      .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/tab${at + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${S}">${more.formats ?? ''}<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${S}"><si><t>Almaty</t></si><si><r><t>Old </t></r><r><t>Square</t></r><rPh><t>read aloud</t></rPh></si></sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, columns = '' }, at) => [
        `xl/worksheets/tab${at + 1}.xml`,
        `${HEAD}<worksheet xmlns="${S}">${columns}<sheetData>${rows.map(rowOf).join('')}</sheetData></worksheet>`,
      ]),
    ),
  })
}

/** Words at a place of a page, 0 at the foot. */
export type Placed = {
  readonly words: string
  readonly x?: number
  readonly y: number
  readonly size?: number
}
/** Lines from the top of a page, 14 points apart; an empty one leaves its room. */
export const fromTop = (lines: readonly string[], top = 780): readonly Placed[] =>
  lines.flatMap((words, at) => (words === '' ? [] : [{ words, y: top - at * 14 }]))

const utf16 = (words: string): string =>
  Array.from({ length: words.length }, (_, at) => words.charCodeAt(at).toString(16).padStart(4, '0')).join('')
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
100 beginbfrange
${Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'))
  .map((high) => `<${high}00> <${high}ff> <${high}00>`)
  .join('\n')}
endbfrange endcmap end end`

const streamOf = (content: string, more = ''): string =>
  `<< /Length ${content.length}${more} >>\nstream\n${content}\nendstream`

/** Objects of a PDF, the first of them its catalogue, with a table of where each begins. */
export function pdfFile(objects: readonly string[], trailer = ''): Uint8Array {
  let out = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = out.length
    out += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${out.length}\n%%EOF`
  return Uint8Array.from(out, (letter) => letter.charCodeAt(0))
}
/** Pages of placed words, in any script: a font without letters, with a map of what its signs mean. */
export function pdfOf(pages: readonly (readonly Placed[])[], trailer = ''): Uint8Array {
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')
  return pdfFile(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type0 /BaseFont /Plain /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Plain /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
      streamOf(TO_UNICODE),
      ...pages.flatMap((placed, at) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
        streamOf(
          placed
            .map(
              ({ words, x = 60, y, size = 11 }) =>
                `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${utf16(words)}> Tj ET`,
            )
            .join('\n'),
        ),
      ]),
    ],
    trailer,
  )
}

export const emlOf = (headers: Readonly<Record<string, string>>, body: string): Uint8Array =>
  strToU8(
    `${Object.entries({
      From: 'Asan Usenov <asan@example.org>',
      To: 'lena@example.org',
      'MIME-Version': '1.0',
      ...headers,
    })
      .map(([name, value]) => `${name}: ${value}`)
      .join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`,
  )
