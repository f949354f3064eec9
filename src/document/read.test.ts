/** What a file may be, and what it may not. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, keepsItsPromises, readAs, refusalOf } from './fixture.ts'
import { MAX_BYTES } from './read.ts'

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
    ['a PDF without a body, called text', 'a.txt', '%PDF-1.7 …', 'input.broken'],
    ['a Word file cut off', 'report.docx', 'PK\x03\x04……', 'input.broken'],
    ['a text called Word', 'report.docx', SENTENCE, 'input.broken'],
    ['a text called PDF', 'report.pdf', SENTENCE, 'input.broken'],
    ['a presentation', 'slides.pptx', SENTENCE, 'input.media-type'],
    ['bytes with NUL', 'a.txt', 'Asan\0Usenov', 'input.binary'],
    [
      'a German text',
      'a.txt',
      'Die Polizei nahm am Montag drei Aktivisten auf dem zentralen Platz fest.',
      'input.language',
    ],
    ['an Arabic text', 'a.txt', 'اعتقلت الشرطة ثلاثة ناشطين في الساحة المركزية', 'input.language'],
    ['quotes in quotes ten thousand deep', 'a.md', `${'>'.repeat(10_000)} ${SENTENCE}`, 'input.value'],
  ])('%s', async (_, name, content, code) => {
    expect((await refusalOf(() => readAs(name, content)))?.code).toBe(code)
  })

  test('a declared media type that no reader knows is refused although the words could be read', async () => {
    expect((await refusalOf(() => readAs('a.txt', SENTENCE, { mediaType: 'image/heic' })))?.code).toBe(
      'input.media-type',
    )
  })
  test('more bytes than a report has', async () => {
    expect((await refusalOf(() => readAs('a.txt', new Uint8Array(MAX_BYTES + 1).fill(65))))?.code).toBe(
      'input.too-large',
    )
  })
})

describe('encodings', () => {
  test('windows-1251 is refused with the guess, and read once somebody says so', async () => {
    expect(await refusalOf(() => readAs('a.txt', cp1251(RUSSIAN)))).toEqual({
      code: 'input.encoding',
      params: { guess: 'windows-1251', given: 'utf-8' },
    })
    expect((await readAs('a.txt', cp1251(RUSSIAN), { encoding: 'windows-1251' })).text).toBe(RUSSIAN)
    expect(
      (await readAs('a.txt', cp1251(RUSSIAN), { mediaType: 'text/plain; charset=windows-1251' })).text,
    ).toBe(RUSSIAN)
  })
  test('an encoding that nobody knows, or that the bytes are not, is refused', async () => {
    expect((await refusalOf(() => readAs('a.txt', SENTENCE, { encoding: 'klingon' })))?.code).toBe(
      'input.encoding',
    )
    expect((await refusalOf(() => readAs('a.txt', cp1251(RUSSIAN), { encoding: 'utf-8' })))?.code).toBe(
      'input.encoding',
    )
  })
  test('a page that names its charset is read in it; one that names the wrong one is read as what it is', async () => {
    const page = `<html><head><meta charset="windows-1251"></head><body><p>${RUSSIAN}</p></body></html>`
    expect((await readAs('a.html', cp1251(page))).text).toBe(RUSSIAN)
    expect((await readAs('a.html', page)).text).toBe(RUSSIAN)
  })
  test('UTF-16 and UTF-8 with a byte order mark lose the mark and nothing else', async () => {
    expect((await readAs('a.txt', utf16(RUSSIAN))).text).toBe(RUSSIAN)
    expect((await readAs('a.txt', `\ufeff${SENTENCE}`)).text).toBe(SENTENCE)
  })
  test('line ends become one sign; every other letter of a plain text stays where it is', async () => {
    const text = `  ${SENTENCE}\t \n\n\u00a0• ${SENTENCE}  \n 😀 end`
    expect((await readAs('a.txt', text.replaceAll('\n', '\r\n'))).text).toBe(text)
  })
})

test('the name, the declared type, then the content say how to read', async () => {
  const types = async (name: string, content: string, mediaType?: string): Promise<string> =>
    (await readAs(name, content, mediaType === undefined ? {} : { mediaType })).mediaType
  expect(await types('a.md', SENTENCE)).toBe('text/markdown')
  expect(await types('a.md', SENTENCE, 'text/plain; charset=utf-8')).toBe('text/markdown')
  expect(await types('a', SENTENCE)).toBe('text/plain')
  expect(await types('a.txt', `<!doctype html><p>${SENTENCE}`)).toBe('text/html')
  expect(await types('a.txt', `<${SENTENCE}`)).toBe('text/plain')
})

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
  test('any bytes give a Document whose blocks lie in order inside its text, or a Refusal', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), name, keepsItsPromises), {
      numRuns: 300,
    })
  })
  test('any words and any lines of reports do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(line, fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        name,
        (lines, as) => keepsItsPromises(bytesOf(lines.join('\n')), as),
      ),
      { numRuns: 400 },
    )
  })
})
