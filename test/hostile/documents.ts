/** A number in, the same hostile file every time out: a report of any kind, spoilt in its words, its markup or its bytes. */
import { crc32 } from 'node:zlib'
import type { Language } from '../../src/core/language.ts'
import { numbers } from '../../src/core/seeded.ts'
import {
  docxOf,
  emlOf,
  fromTop,
  paragraph,
  pdfOf,
  run,
  xlsxOf,
  zipOf,
} from '../../src/document/files.fixture.ts'
import { json, measurement } from '../../src/document/ooni/fixture.ts'
import { photoOf, scannedPdf } from '../../src/document/pictures.fixture.ts'
import { type Chance, oneOf, SPOILT, sentencesOf, TONGUES, upTo } from './words.ts'

export type Hostile = {
  readonly name: string
  readonly bytes: Uint8Array
  /** What somebody says that it is in, rightly or not. */
  readonly language?: Language
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const nested = (chance: Chance, open: string, close: string, inside: string): string => {
  const depth = 10 ** upTo(chance, 4)
  return open.repeat(depth) + inside + (chance() < 0.5 ? close.repeat(depth) : '')
}

/** Kind of file → its bytes around these lines. */
const KINDS: readonly ((chance: Chance, lines: readonly string[]) => Hostile)[] = [
  (_, lines) => ({ name: 'a.txt', bytes: bytesOf(lines.join('\n\n')) }),
  (chance, lines) => ({
    name: 'a.md',
    bytes: bytesOf(
      `# ${lines[0]}\n\n${lines.map((one) => oneOf(chance, ['- ', '1. ', '> ', '| ', '[^1]: ', '    ', '']) + one).join('\n')}`,
    ),
  }),
  (chance, lines) => ({
    name: 'a.md',
    bytes: bytesOf(
      nested(chance, oneOf(chance, ['> ', '- ', '[', '**', '| ', '`', '![']), ']', lines.join('\n')),
    ),
  }),
  (_, lines) => ({
    name: 'a.html',
    bytes: bytesOf(
      `<!doctype html><html><body><nav>Menu</nav>${lines.map((one) => `<p>${one}</p>`).join('')}`,
    ),
  }),
  (chance, lines) => ({
    name: 'a.html',
    bytes: bytesOf(
      `<html>${nested(chance, oneOf(chance, ['<div>', '<table><tr><td>', '<b>', '<svg><title>', '<!--', '<script>', '&amp;']), '</div>', lines.join('<br>'))}`,
    ),
  }),
  (chance, lines) => ({
    name: 'a.csv',
    bytes: bytesOf(
      `Day;Place;Name;Words\n${lines.map((one) => `7.05.2024;Almaty;Asan Usenov;${oneOf(chance, ['"', '', "'=1+1"])}${one}`).join(oneOf(chance, ['\n', '\r\n', '\r']))}`,
    ),
  }),
  (chance, lines) => ({
    name: 'a.eml',
    bytes: emlOf(
      {
        Subject: lines[0] ?? '',
        'Content-Type': oneOf(chance, [
          'text/plain; charset=koi8-r',
          'multipart/mixed; boundary=x',
          'text/html',
          'message/rfc822',
        ]),
      },
      `--x\nContent-Transfer-Encoding: ${oneOf(chance, ['base64', 'quoted-printable', '8bit'])}\n\n${lines.join('\n')}\n--x--`,
    ),
  }),
  (_, lines) => ({ name: 'a.docx', bytes: docxOf(lines.map((one) => paragraph(run(xml(one)))).join('')) }),
  (chance, lines) => ({
    name: 'a.docx',
    bytes: docxOf(
      nested(chance, '<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', paragraph(run(xml(lines[0] ?? '')))),
    ),
  }),
  (_, lines) => ({
    name: 'a.xlsx',
    bytes: xlsxOf([{ name: 'A', rows: [['Day', 'Words'], ...lines.map((one) => ['45419', xml(one)])] }]),
  }),
  (_, lines) => ({ name: 'a.pdf', bytes: pdfOf([fromTop(lines.slice(0, 40)), fromTop(lines.slice(0, 3))]) }),
  (chance, lines) => ({
    name: 'a.jsonl',
    bytes: bytesOf(
      lines
        .map(() =>
          new TextDecoder()
            .decode(json(measurement()))
            .replace(/\d+/g, (n) => (chance() < 0.05 ? '1e999' : n)),
        )
        .join('\n'),
    ),
  }),
  (chance, lines) => ({
    name: oneOf(chance, ['a.docx', 'a.xlsx', 'a.zip']),
    bytes: zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document>${(lines[0] ?? '').repeat(10 ** upTo(chance, 4))}`,
      'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;',
    }),
  }),
  (_, lines) => ({
    name: 'a.log',
    bytes: bytesOf(lines.map((one, at) => `${at + 1}. 03.05.2024, Алматы, ${one} [${at}]`).join('\n')),
  }),
]
/** Made with some work, and read by a machine that makes out words: few of many. */
const PICTURES: readonly (() => Hostile)[] = [
  () => ({ name: 'a.png', bytes: photoOf('kk') }),
  () => ({ name: 'a.pdf', bytes: scannedPdf(['en', null]) }),
]

/** XML knows no half signs and no signs for machines. */
const xml = (words: string): string => words.replace(/[\p{Cs}\p{Cc}]/gu, '')

/** Bytes turned, cut out, doubled, put in, or in another encoding. */
const DAMAGED: readonly ((chance: Chance, bytes: Uint8Array) => Uint8Array)[] = [
  ...Array.from({ length: 6 }, () => (_: Chance, bytes: Uint8Array) => bytes),
  (chance, bytes) => bytes.slice(0, upTo(chance, bytes.length)),
  (chance, bytes) => {
    const copy = bytes.slice()
    for (let time = upTo(chance, 30); time >= 0; time -= 1) {
      const at = upTo(chance, copy.length - 1)
      copy[at] = (copy[at] ?? 0) ^ (1 << upTo(chance, 7))
    }
    return copy
  },
  (chance, bytes) => {
    const at = upTo(chance, bytes.length)
    const bad = oneOf(chance, [
      [0xc3, 0x28],
      [0xff, 0xfe],
      [0xed, 0xa0, 0x80],
      [0xf8, 0x88],
      [0],
      [0xef, 0xbb, 0xbf],
    ])
    return Uint8Array.from([...bytes.subarray(0, at), ...bad, ...bytes.subarray(at)])
  },
  (chance, bytes) => {
    const [from, to] = [upTo(chance, bytes.length), upTo(chance, bytes.length)]
    return Uint8Array.from([...bytes.subarray(0, Math.max(from, to)), ...bytes.subarray(Math.min(from, to))])
  },
  (_, bytes) => Uint8Array.from(Buffer.from(new TextDecoder().decode(bytes), 'utf16le')),
]

/** `pictures`: whether some of them are to be read by a machine that makes out words. */
export function hostile(seed: number, pictures = false): Hostile {
  // Numbers that follow each other begin alike; their sums do not.
  const chance = numbers(crc32(String(seed)))
  const tongue = oneOf(chance, TONGUES)
  const lines = sentencesOf(chance, tongue, 1 + upTo(chance, 12)).map((one) =>
    chance() < 0.5 ? one : oneOf(chance, SPOILT)(chance, one),
  )
  const made = pictures && chance() < 0.02 ? oneOf(chance, PICTURES)() : oneOf(chance, KINDS)(chance, lines)
  const name = chance() < 0.05 ? oneOf(chance, ['a', 'a.pdf', 'a.docx', 'a.csv', '../../a.txt\0']) : made.name
  const bytes = oneOf(chance, DAMAGED)(chance, made.bytes)
  if (chance() < 0.3) return { name, bytes }
  return { name, bytes, language: chance() < 0.9 ? tongue : oneOf(chance, TONGUES) }
}
