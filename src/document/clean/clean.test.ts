/** Markers planted where files tell of their makers: none is in a copy, by parsers that we did not write, and what the file shows is the same. */

import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import exifr from 'exifr'
import { strToU8, unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPdfCleaner } from '../../adapters/clean-pdf.ts'
import { Refusal } from '../../core/faults.ts'
import { docxOf, paragraph, pdfFile, run, xlsxOf, zipOf } from '../files.fixture.ts'
import { DOCX, XLSX } from '../sniff.ts'
import { type CleanPdf, cleanCopy } from './clean.ts'
import { cleanJpeg } from './jpeg.ts'

const MARK = 'PLANTED-7f3a'
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'))
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(parts.map((one) => Uint8Array.from(one))))
let cleanPdf: CleanPdf | null
const clean = (bytes: Uint8Array, type: string): Promise<Uint8Array> => cleanCopy(bytes, type, cleanPdf)
const holdsMark = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString('latin1')
  return text.includes(MARK) || text.includes([...MARK].join('\0'))
}
beforeAll(async () => {
  cleanPdf = await openPdfCleaner(cleanJpeg)
})

type Entry = readonly [tag: number, type: number, count: number, value: number | Uint8Array]
/** One directory of a little-endian TIFF at `at`; what is longer than four bytes lies after it. */
function directory(entries: readonly Entry[], at: number): Uint8Array {
  const head = Buffer.alloc(2 + entries.length * 12 + 4)
  head.writeUInt16LE(entries.length)
  const heap: Uint8Array[] = []
  let free = at + head.length
  entries.forEach(([tag, type, count, value], index) => {
    const place = 2 + index * 12
    head.writeUInt16LE(tag, place)
    head.writeUInt16LE(type, place + 2)
    head.writeUInt32LE(count, place + 4)
    if (typeof value === 'number') head.writeUInt32LE(value, place + 8)
    else if (value.length <= 4) head.set(value, place + 8)
    else {
      head.writeUInt32LE(free, place + 8)
      heap.push(value)
      free += value.length
    }
  })
  return join(head, ...heap)
}
const words = bytesOf(`${MARK}\0`)
const fractions = (...numbers: readonly number[]): Uint8Array => {
  const bytes = Buffer.alloc(numbers.length * 8)
  numbers.forEach((one, at) => {
    bytes.writeUInt32LE(one, at * 8)
    bytes.writeUInt32LE(1, at * 8 + 4)
  })
  return bytes
}
/** Maker, artist, serial number, place, and which way is up. */
function exif(turn: number): Uint8Array {
  const gpsAt = 400
  const first = directory(
    [
      [0x010f, 2, words.length, words],
      [0x0112, 3, 1, turn],
      [0x013b, 2, words.length, words],
      [0x8825, 4, 1, gpsAt],
      [0xa431, 2, words.length, words],
    ],
    8,
  )
  const gps = directory(
    [
      [1, 2, 2, bytesOf('N\0')],
      [2, 5, 3, fractions(43, 15, 0)],
      [3, 2, 2, bytesOf('E\0')],
      [4, 5, 3, fractions(76, 54, 0)],
    ],
    gpsAt,
  )
  return join(bytesOf('II*\0\x08\0\0\0'), first, new Uint8Array(gpsAt - 8 - first.length), gps)
}
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${MARK}"/></rdf:RDF></x:xmpmeta>`

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  join([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body)
/** A real photograph of nothing, with all that phones and programs write into one. */
async function photograph(turn = 1): Promise<{ readonly plain: Uint8Array; readonly told: Uint8Array }> {
  const mupdf = await import('mupdf')
  const dots = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, 24, 16], false)
  dots.getPixels().forEach((_, at, all) => {
    all[at] = (at * 37) % 251
  })
  const plain = dots.asJPEG(90, false).slice()
  const told = join(
    plain.subarray(0, 2),
    segment(0xe1, join(bytesOf('Exif\0\0'), exif(turn))),
    segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0${XMP}`)),
    segment(0xe2, bytesOf(`ICC_PROFILE\0\x01\x01${MARK}`)),
    segment(0xed, bytesOf(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0c${MARK}`)),
    segment(0xef, bytesOf(MARK)),
    segment(0xfe, bytesOf(`taken by ${MARK}`)),
    plain.subarray(2),
    bytesOf(`${MARK} a film after the end`),
  )
  return { plain, told }
}
async function dotsOf(bytes: Uint8Array): Promise<string> {
  const mupdf = await import('mupdf')
  return createHash('sha256').update(new mupdf.Image(bytes).toPixmap().getPixels()).digest('hex')
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = join(bytesOf(name), body)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return join(length, named, sum)
}
const SIZE = Buffer.from('0000000400000002080000000000'.slice(0, 26), 'hex')
const png = join(
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  chunk('IHDR', SIZE),
  chunk('tEXt', bytesOf(`Author\0${MARK}`)),
  chunk('iTXt', bytesOf(`XML:com.adobe.xmp\0\0\0\0\0${XMP}`)),
  chunk('tIME', Uint8Array.from([7, 232, 5, 7, 8, 0, 0])),
  chunk('eXIf', exif(1)),
  chunk('prVt', bytesOf(MARK)),
  chunk('IDAT', deflateSync(Uint8Array.from([0, 1, 2, 3, 4, 0, 9, 8, 7, 6]))),
  chunk('IEND', new Uint8Array()),
  bytesOf(MARK),
)
const riff = (name: string, body: Uint8Array): Uint8Array => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(body.length)
  return join(bytesOf(name), length, body, new Uint8Array(body.length % 2))
}
const dot = Buffer.from('2f00000010071011118888fe0700', 'hex')
const webp = riff(
  'RIFF',
  join(
    bytesOf('WEBP'),
    riff('VP8X', Uint8Array.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('ICCP', bytesOf(MARK)),
    riff('VP8L', dot),
    riff('EXIF', exif(1)),
    riff('XMP ', bytesOf(XMP)),
  ),
)

describe('a photograph', () => {
  it('has nothing of its place, maker, artist or day left, and every dot', async () => {
    const { told, plain } = await photograph()
    expect(await exifr.parse(told, true)).toMatchObject({ Make: MARK, latitude: 43.25 })
    const copy = await clean(told, 'image/jpeg')
    expect(holdsMark(told) && !holdsMark(copy)).toBe(true)
    expect(await exifr.parse(copy, { xmp: true, icc: true, iptc: true, jfif: false })).toBeUndefined()
    expect(await dotsOf(copy)).toBe(await dotsOf(plain))
    expect(await clean(copy, 'image/jpeg')).toEqual(copy)
  })
  it('that was taken on its side still stands upright, and says no more than that', async () => {
    const copy = await clean((await photograph(6)).told, 'image/jpeg')
    expect(await exifr.parse(copy, { translateValues: false, jfif: false })).toEqual({ Orientation: 6 })
    expect(holdsMark(copy)).toBe(false)
  })
  it('cut short, or of words, is refused', async () => {
    const { told } = await photograph()
    for (const bytes of [told.subarray(0, 300), bytesOf('no picture'), Uint8Array.from([0xff, 0xd8, 0xff])])
      await expect(clean(bytes, 'image/jpeg')).rejects.toThrow(Refusal)
  })
})

describe('other pictures', () => {
  it('PNG: only what is drawn is left', async () => {
    const copy = await clean(png, 'image/png')
    expect(holdsMark(copy)).toBe(false)
    const named = [
      ...Buffer.from(copy)
        .toString('latin1')
        .matchAll(/IHDR|IDAT|IEND|tEXt|iTXt|tIME|eXIf|prVt/g),
    ]
    expect(named.map(([name]) => name)).toEqual(['IHDR', 'IDAT', 'IEND'])
    expect(await dotsOf(copy)).toBe(await dotsOf(png))
  })
  it('WebP: only what is drawn is left, and its head no longer speaks of more', async () => {
    const copy = await clean(webp, 'image/png')
    expect(copy).toEqual(
      riff('RIFF', join(bytesOf('WEBP'), riff('VP8X', new Uint8Array(10)), riff('VP8L', dot))),
    )
  })
})

const inside = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${Buffer.from(part).toString('latin1')}`)
    .join('\n')
const properties = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${MARK}</dc:creator><cp:lastModifiedBy>${MARK}</cp:lastModifiedBy></cp:coreProperties>`

describe('a Word file', () => {
  const said = 'On 7 May 2024 police in Almaty held Asan Usenov.'
  const make = async (parts: object = {}): Promise<Uint8Array> =>
    docxOf(
      `${paragraph(run(said))}<w:p w:rsidR="00${MARK}"><w:ins w:id="1" w:author="${MARK}" w:date="2024-05-07T08:00:00Z">${run('put in')}</w:ins><w:del w:id="2" w:author="${MARK}"><w:r><w:delText>${MARK}</w:delText></w:r></w:del></w:p>`,
      {
        parts: {
          'docProps/core.xml': properties,
          'docProps/app.xml': `<Properties><Company>${MARK}</Company><Manager>${MARK}</Manager></Properties>`,
          'docProps/thumbnail.jpeg': (await photograph()).told,
          'word/people.xml': `<w15:people xmlns:w15="w"><w15:person w15:author="${MARK}"/></w15:people>`,
          'word/comments.xml': `<w:comments xmlns:w="w"><w:comment w:author="${MARK}" w:initials="AU"/></w:comments>`,
          'word/settings.xml': `<w:settings xmlns:w="w" xmlns:r="r"><w:rsids><w:rsid w:val="00${MARK}"/></w:rsids><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>`,
          'word/_rels/settings.xml.rels': `<Relationships xmlns="r"><Relationship Id="rId1" Type="t" Target="file:///C:/Users/${MARK}/Normal.dotm" TargetMode="External"/></Relationships>`,
          '_rels/.rels':
            '<Relationships xmlns="r"><Relationship Id="rId1" Type="t" Target="docProps/core.xml"/><Relationship Id="rId2" Type="t" Target="word/document.xml"/></Relationships>',
          'word/media/image1.jpg': (await photograph()).told,
          'word/media/image2.png': png,
          ...parts,
        },
      },
    )
  it('has its words, and no name, history, path or small picture of its maker; its pictures are clean too', async () => {
    const original = await make()
    expect(inside(original)).toContain(MARK)
    const copy = await clean(original, DOCX)
    const text = inside(copy)
    expect(text).not.toContain(MARK)
    expect(text).not.toMatch(/docProps|people\.xml|rsid|attachedTemplate/)
    expect(text).toContain(said)
    expect(text).toContain('put in')
    expect(text).toContain('w:percent="100"')
    expect(
      await exifr.parse(unzipSync(copy)['word/media/image1.jpg'] ?? new Uint8Array(), { jfif: false }),
    ).toBeUndefined()
    expect(inside(await clean(copy, DOCX))).toBe(text)
  })
  it.each(['word/vbaProject.bin', 'word/embeddings/oleObject1.bin', 'word/media/image3.emf'])(
    'that holds %s is refused, since nobody can say what is in it',
    async (name) => {
      const original = await make({ [name]: bytesOf('x') })
      await expect(clean(original, DOCX)).rejects.toMatchObject({ code: 'clean.holds' })
    },
  )
})

describe('a spreadsheet', () => {
  it('has its cells, and nobody who made it', async () => {
    const plain = unzipSync(xlsxOf([{ name: 'Detained', rows: [['Almaty', '15']] }]))
    const original = zipOf({
      ...plain,
      'docProps/core.xml': properties,
      'xl/printerSettings/printerSettings1.bin': bytesOf(MARK),
      'xl/persons/person.xml': `<personList xmlns="p"><person displayName="${MARK}"/></personList>`,
      'xl/comments1.xml': `<comments xmlns="c"><authors><author>${MARK}</author></authors></comments>`,
      'xl/connections.xml': strToU8(`<x15ac:absPath xmlns:x15ac="a" url="C:/Users/${MARK}/"/>`),
    })
    const copy = inside(await clean(original, XLSX))
    expect(inside(original)).toContain(MARK)
    expect(copy).not.toContain(MARK)
    expect(copy).toContain('Almaty')
  })
})

describe('a PDF', () => {
  it('has its words, and neither its author, its remarks, its XMP, its script nor the place of a photograph', async () => {
    const { told } = await photograph()
    const hex = `${Buffer.from(told).toString('hex')}>`
    const stream = (head: string, content: string): string =>
      `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`
    // The photograph is packed once more by the first filter, as our writer of test files writes text alone.
    const original = pdfFile([
      '<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 600] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /P 5 0 R >> >> /Contents 4 0 R /Annots [7 0 R 8 0 R] >>',
      stream('', 'BT /F 11 Tf 30 500 Td (Police in Almaty held one) Tj ET q 24 0 0 16 30 400 cm /P Do Q'),
      stream(
        '/Type /XObject /Subtype /Image /Width 24 /Height 16 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter [/ASCIIHexDecode /DCTDecode]',
        hex,
      ),
      stream('/Type /Metadata /Subtype /XML', XMP),
      `<< /Type /Annot /Subtype /Text /Rect [0 0 10 10] /T (${MARK}) /Contents (${MARK}) >>`,
      '<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (https://example.org/) >> >>',
      `<< /Author (${MARK}) /Producer (${MARK}) >>`,
    ])
    const before = await getDocumentProxy(original.slice())
    expect((await before.getMetadata()).metadata?.getRaw()).toContain(MARK)
    const copy = await clean(original, 'application/pdf')
    const read = await getDocumentProxy(copy.slice())
    const { info, metadata } = await read.getMetadata()
    expect([metadata, (info as { Author?: string }).Author]).toEqual([null, undefined])
    const page = await read.getPage(1)
    expect(
      (await page.getTextContent()).items.map((one) => ('str' in one ? one.str : '')).join(''),
    ).toContain('Police in Almaty held one')
    const remarks = await page.getAnnotations()
    expect(remarks.map((one) => [one.subtype, one.url])).toEqual([['Link', 'https://example.org/']])
    expect(await read.getJSActions()).toBeNull()
    const mupdf = await import('mupdf')
    const opened = mupdf.Document.openDocument(copy, 'application/pdf').asPDF()
    const everything: string[] = []
    for (let at = 1; at < (opened?.countObjects() ?? 0); at += 1) {
      const one = opened?.newIndirect(at)
      everything.push(String(one))
      if (one?.isStream()) everything.push(Buffer.from(one.readRawStream().asUint8Array()).toString('latin1'))
      if (one?.isStream() && one.get('Subtype').toString() !== '/Image')
        everything.push(Buffer.from(one.readStream().asUint8Array()).toString('latin1'))
    }
    expect(everything.join('\n')).not.toContain(MARK)
  })
})

describe('what cannot be cleaned', () => {
  it.each(['image/tiff', 'text/html', 'message/rfc822', 'application/json'])(
    '%s is refused by its kind',
    async (type) => {
      await expect(clean(bytesOf('words'), type)).rejects.toMatchObject({ code: 'clean.kind' })
    },
  )
  it('letters alone are copied', async () => {
    expect(await clean(bytesOf('words'), 'text/plain')).toEqual(bytesOf('words'))
  })
})
