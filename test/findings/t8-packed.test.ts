/** T8: files of parts that are made to grow, to loop, to fetch or to lie are read or refused in time and in bounds. */
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync, zlibSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFile } from '../../src/cli/read-file.ts'
import { Refusal } from '../../src/core/faults.ts'
import {
  docxOf,
  docxOfWords,
  emlOf,
  fromTop,
  paragraph,
  pdfFile,
  pdfOf,
  run,
  xlsxOf,
  zipOf,
} from '../../src/document/files.fixture.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { contentOf } from '../../src/usecases/replay.ts'
import { aSource, emptyWorld } from '../world.ts'

const MOST_MS = 5_000
const MOST_BYTES = 300_000_000
/** This process keeps garbage of the cases before, which the system counts as its own. */
const GARBAGE = 200_000_000
/** Node itself with a thread and the code of the readers. */
const EMPTY_READER = 100_000_000
/** Bytes held and milliseconds worked by this process. */
function own(): Spent {
  const { user, system } = process.cpuUsage()
  return { bytes: process.memoryUsage.rss(), ms: (user + system) / 1000 }
}
type Spent = { readonly bytes: number; readonly ms: number }
const PAGE = 4096
const TICK_MS = 10
/** Linux tells of every process; elsewhere the readers go unmeasured, and only this process is. */
function readers(): Spent {
  const all = { bytes: 0, ms: 0 }
  if (!existsSync('/proc/self/stat')) return all
  for (const task of readdirSync('/proc/self/task'))
    for (const child of readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
      try {
        const fields = readFileSync(`/proc/${child}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')
          .map(Number)
        all.ms += ((fields[11] ?? 0) + (fields[12] ?? 0)) * TICK_MS
        all.bytes += (fields[21] ?? 0) * PAGE
      } catch {
        // It ended meanwhile.
      }
  return all
}

const zeros = (size: number): Uint8Array => new Uint8Array(size)
const spaces = (size: number): Uint8Array => new Uint8Array(size).fill(32)
/** The size that the table of contents says, 24 bytes into each of its entries, is made small. */
function lying(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
  return copy
}
const ONE_PAGE = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << /XObject << /A 5 0 R >> >> /Contents 4 0 R >>',
]
const packed = (content: Uint8Array, filter = '/FlateDecode'): string => {
  // PDF strings are built letter by letter, so that every byte is one.
  const stream = Array.from(content, (byte) => String.fromCharCode(byte)).join('')
  return `<< /Length ${content.length} /Filter ${filter} >>\nstream\n${stream}\nendstream`
}
const form = (content: string, at: number): string =>
  `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A ${at} 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`

const CASES: readonly (readonly [string, string, () => Uint8Array, string | null])[] = [
  [
    'a part that grows a thousandfold',
    'a.docx',
    () => zipOf({ 'word/document.xml': spaces(50_000_000) }),
    'input.unpacked',
  ],
  [
    'many parts that are too large together',
    'a.xlsx',
    () =>
      zipSync(
        {
          'xl/workbook.xml': spaces(1),
          ...Object.fromEntries(
            Array.from({ length: 100 }, (_, at) => [`xl/worksheets/${at}.xml`, zeros(1_000_000)]),
          ),
        },
        { level: 6 },
      ),
    'input.unpacked',
  ],
  [
    'a part that is larger than it says',
    'a.docx',
    () => lying(docxOfWords('Police held them. '.repeat(10_000))),
    'input.broken',
  ],
  [
    'more parts than any report',
    'a.docx',
    () => zipOf(Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`${at}`, '']))),
    'input.unpacked',
  ],
  [
    'a zip in a zip in a zip',
    'a.docx',
    () => zipOf({ 'a.zip': zipOf({ 'b.zip': zipOf({ c: zeros(10_000_000) }) }) }),
    'input.media-type',
  ],
  [
    'a billion laughs',
    'a.docx',
    () =>
      zipOf({
        'word/document.xml': `<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};">`).join('')}]><l>&a29;</l>`,
      }),
    'input.entities',
  ],
  ['tables in tables', 'a.docx', () => docxOf('<w:tbl><w:tr><w:tc>'.repeat(50_000)), 'input.unpacked'],
  [
    'more letters than four books',
    'a.docx',
    () => docxOf(paragraph(run('Police held them. ')).repeat(150_000)),
    'input.unpacked',
  ],
  [
    'one cell at the end of the world',
    'a.xlsx',
    () => xlsxOf([{ name: 'A', rows: [['Name'], ['<c r="XFD1048576" t="str"><v>Held</v></c>']] }]),
    null,
  ],
  [
    'shared words that every cell repeats',
    'a.xlsx',
    () => xlsxOf([{ name: 'A', rows: [['N'], Array(700_000).fill('<c t="s"><v>0</v></c>')] }]),
    'input.unpacked',
  ],
  [
    'columns hidden one by one',
    'a.xlsx',
    () =>
      xlsxOf([
        {
          name: 'A',
          columns: `<cols>${'<col min="900" max="900" hidden="1"/>'.repeat(20_000)}</cols>`,
          rows: Array.from({ length: 5_000 }, () => ['Held', 'there']),
        },
      ]),
    null,
  ],
  [
    'a locked PDF',
    'a.pdf',
    () =>
      pdfOf(
        [fromTop(['Held.'])],
        `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>] `,
      ),
    'input.locked',
  ],
  ['10,000 pages', 'a.pdf', () => pdfOf(Array.from({ length: 10_000 }, () => [])), 'input.pages'],
  [
    'a page that grows a thousandfold',
    'a.pdf',
    () => pdfFile([...ONE_PAGE, packed(zlibSync(spaces(400_000_000), { level: 6 }))]),
    null,
  ],
  [
    'a page packed twice',
    'a.pdf',
    () =>
      pdfFile([
        ...ONE_PAGE,
        packed(zlibSync(zlibSync(spaces(400_000_000), { level: 6 })), '[/FlateDecode /FlateDecode]'),
      ]),
    null,
  ],
  [
    'a drawing in itself',
    'a.pdf',
    () => pdfFile([...ONE_PAGE, '<< /Length 5 >>\nstream\n/A Do\nendstream', form('/A Do', 5)]),
    'input.scanned',
  ],
  [
    'a page among its own children',
    'a.pdf',
    () => pdfFile(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 400 >>']),
    'input.broken',
  ],
  [
    'parts in parts of a mail',
    'a.eml',
    () =>
      emlOf(
        { 'Content-Type': 'multipart/mixed; boundary="0"' },
        Array.from(
          { length: 2_000 },
          (_, at) => `--${at}\nContent-Type: multipart/mixed; boundary="${at + 1}"\n\n`,
        ).join(''),
      ),
    'input.broken',
  ],
  ['a mail of headers alone', 'a.eml', () => emlOf({ 'X-A': 'a'.repeat(600_000) }, 'Held.'), 'input.broken'],
  [
    'formulas in a list',
    'a.csv',
    () => new TextEncoder().encode('Name,Link\n=cmd|\' /C calc\'!A0,"=HYPERLINK(""http://evil"")"\n'),
    null,
  ],
  [
    'quotes in quotes in a list',
    'a.csv',
    () => new TextEncoder().encode(`a,b\n${'"",'.repeat(100_000)}`),
    null,
  ],
  [
    'a heading that comes again in every row',
    'a.csv',
    () => new TextEncoder().encode(`${'Held '.repeat(20_000)}\n${'a\n'.repeat(20_000)}`),
    'input.unpacked',
  ],
  ['a list of commas', 'a.csv', () => new TextEncoder().encode(`Held${','.repeat(900_000)}`), null],
  ['a list of one cell a line', 'a.csv', () => new TextEncoder().encode('Held\n'.repeat(10_000)), null],
]

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world.store.destroy())

describe('a file of parts that is made to do harm', () => {
  it.each(CASES)('%s (%s)', async (_what, name, make, code) => {
    const bytes = make()
    const before = own()
    let [most, worked] = [0, 0]
    const look = setInterval(() => {
      const inside = readers()
      most = Math.max(most, own().bytes - before.bytes - GARBAGE, inside.bytes - EMPTY_READER)
      worked = Math.max(worked, inside.ms)
    }, 10)
    const refused = await importReport(
      { ...world, maxBytes: 20_000_000 },
      { bytes, name, country: 'kz', source: aSource(), asOf: null, language: 'en', by: 'marat' },
    ).then(
      () => null,
      (error: unknown) => error,
    )
    clearInterval(look)
    expect(own().ms - before.ms).toBeLessThan(MOST_MS)
    expect(worked).toBeLessThan(MOST_MS)
    expect(most).toBeLessThan(MOST_BYTES)
    if (refused !== null) expect(refused).toBeInstanceOf(Refusal)
    if (code !== null) expect(refused).toMatchObject({ code })
  })

  it('is either stored whole or not at all', async () => {
    const [files, documents, readings] = await Promise.all(
      (['files', 'documents', 'readings'] as const).map((table) => contentOf(world.store, table)),
    )
    expect(documents).toHaveLength(files?.length ?? -1)
    expect(readings).toHaveLength(files?.length ?? -1)
    expect(JSON.stringify(documents)).not.toMatch(/ENTITY|evil.*href/)
  })

  it('of half a gigabyte is refused before it is read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'aigaq-large-'))
    try {
      const path = join(folder, 'large.pdf')
      writeFileSync(path, '%PDF-1.7')
      truncateSync(path, 500 * 1024 * 1024)
      const before = process.memoryUsage().rss
      expect(() => readFile(path, 20_000_000)).toThrow(/input\.too-large/)
      expect(process.memoryUsage().rss - before).toBeLessThan(10_000_000)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
