/** What a file may be, and what it may not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../core/faults.ts'
import { bytesOf, readAs, refusalOf } from './fixture.ts'
import { MAX_BYTES, readDocument } from './read.ts'

const SENTENCE = 'Police held Asan Usenov for three hours near the central square in Almaty.'
const RUSSIAN =
  'Полиция задержала активиста Асана Усенова на площади в Алматы и отпустила его через три часа.'
const cp1251 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    return code < 0x80 ? code : code === 0x451 ? 0xb8 : code - 0x410 + 0xc0
  })
const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, true)
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), true)
  return bytes
}

describe('a file that is no report is refused with its reason', () => {
  test.each([
    ['nothing at all', 'a.txt', '', 'input.empty'],
    ['blanks', 'a.txt', ' \n\t\u00a0\n', 'input.empty'],
    ['a byte order mark alone', 'a.txt', '\ufeff', 'input.empty'],
    ['rules and dots', 'a.md', '---\n\n* * *\n', 'input.empty'],
    [
      'a page of script alone',
      'a.html',
      '<html><script>document.write("Asan")</script></html>',
      'input.empty',
    ],
    ['a PDF called text', 'a.txt', '%PDF-1.7 …', 'input.media-type'],
    ['a Word file', 'report.docx', 'PK\x03\x04……', 'input.media-type'],
    ['a table', 'cases.csv', 'name,days\nAsan,5', 'input.media-type'],
    ['bytes with NUL', 'a.txt', 'Asan\0Usenov', 'input.binary'],
    [
      'a German text',
      'a.txt',
      'Die Polizei nahm am Montag drei Aktivisten auf dem zentralen Platz fest.',
      'input.language',
    ],
    ['an Arabic text', 'a.txt', 'اعتقلت الشرطة ثلاثة ناشطين في الساحة المركزية', 'input.language'],
    ['quotes in quotes ten thousand deep', 'a.md', `${'>'.repeat(10_000)} ${SENTENCE}`, 'input.value'],
  ])('%s', (_, name, content, code) => {
    expect(refusalOf(() => readAs(name, content))?.code).toBe(code)
  })

  test('a Word file is called by its own name, not that of its container', () => {
    expect(refusalOf(() => readAs('report.docx', 'PK\x03\x04'))?.params).toEqual({
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
  })
  test('a declared media type that no reader knows is refused although the words could be read', () => {
    expect(refusalOf(() => readAs('a.txt', SENTENCE, { mediaType: 'image/png' }))?.code).toBe(
      'input.media-type',
    )
  })
  test('more bytes than a report has', () => {
    expect(refusalOf(() => readAs('a.txt', new Uint8Array(MAX_BYTES + 1).fill(65)))?.code).toBe(
      'input.too-large',
    )
  })
})

describe('encodings', () => {
  test('windows-1251 is refused with the guess, and read once somebody says so', () => {
    expect(refusalOf(() => readAs('a.txt', cp1251(RUSSIAN)))).toEqual({
      code: 'input.encoding',
      params: { guess: 'windows-1251', given: 'utf-8' },
    })
    expect(readAs('a.txt', cp1251(RUSSIAN), { encoding: 'windows-1251' }).text).toBe(RUSSIAN)
    expect(readAs('a.txt', cp1251(RUSSIAN), { mediaType: 'text/plain; charset=windows-1251' }).text).toBe(
      RUSSIAN,
    )
  })
  test('an encoding that nobody knows, or that the bytes are not, is refused', () => {
    expect(refusalOf(() => readAs('a.txt', SENTENCE, { encoding: 'klingon' }))?.code).toBe('input.encoding')
    expect(refusalOf(() => readAs('a.txt', cp1251(RUSSIAN), { encoding: 'utf-8' }))?.code).toBe(
      'input.encoding',
    )
  })
  test('a page that names its charset is read in it; one that names the wrong one is read as what it is', () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><p>${RUSSIAN}</p></body></html>`
    expect(readAs('a.html', cp1251(page)).text).toBe(RUSSIAN)
    expect(readAs('a.html', page).text).toBe(RUSSIAN)
  })
  test('UTF-16 and UTF-8 with a byte order mark lose the mark and nothing else', () => {
    expect(readAs('a.txt', utf16(RUSSIAN)).text).toBe(RUSSIAN)
    expect(readAs('a.txt', `\ufeff${SENTENCE}`).text).toBe(SENTENCE)
  })
  test('line ends become one sign; every other letter of a plain text stays where it is', () => {
    const text = `  ${SENTENCE}\t \n\n\u00a0• ${SENTENCE}  \n 😀 end`
    expect(readAs('a.txt', text.replaceAll('\n', '\r\n')).text).toBe(text)
  })
})

test('the name, the declared type, then the content say how to read', () => {
  const types = (name: string, content: string, mediaType?: string): string =>
    readAs(name, content, mediaType === undefined ? {} : { mediaType }).mediaType
  expect(types('a.md', SENTENCE)).toBe('text/markdown')
  expect(types('a.md', SENTENCE, 'text/plain; charset=utf-8')).toBe('text/markdown')
  expect(types('a', SENTENCE)).toBe('text/plain')
  expect(types('a.txt', `<!doctype html><p>${SENTENCE}`)).toBe('text/html')
  expect(types('a.txt', `<${SENTENCE}`)).toBe('text/plain')
})

/** The promises of a Document, whatever it was made from. */
function check(bytes: Uint8Array, name: string): void {
  try {
    const { text, blocks } = readDocument(bytes, { sha256: '', name, language: 'en' })
    let last = 0
    for (const { span } of blocks) {
      expect(span.start).toBeGreaterThanOrEqual(last)
      expect(span.end).toBeGreaterThan(span.start)
      expect(text.slice(span.start, span.end)).toMatch(/^\S(?:[\s\S]*\S)?$/)
      last = span.end
    }
    expect(last).toBeLessThanOrEqual(text.length)
    expect(text).not.toContain('\0')
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

describe('whatever the bytes', () => {
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a', 'a.pdf')
  const line = fc.constantFrom(
    ...[
      '',
      ' ',
      ' '.repeat(30),
      '____',
      '1 A note, page 4',
      '• item',
      '12',
      'HEAD',
      'Police held them.',
      '\f',
      '¹ note',
    ],
    ...[
      '<p>',
      '<ul><li>',
      '</div>',
      '<script>x',
      '<table><td>',
      '# Title',
      '> - a',
      '[^1]: n',
      '```',
      '| a |',
      '&#0; &amp;',
    ],
  )
  test('any bytes give a Document whose blocks lie in order inside its text, or a Refusal', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), name, check), { numRuns: 300 })
  })
  test('any words and any lines of reports do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        name,
        (lines, as) => check(bytesOf(lines.join('\n')), as),
      ),
      { numRuns: 400 },
    )
  })
})
