/** Mails: subject and words are read, people's addresses and what hangs on the mail are not. */
import { expect, test } from 'vitest'
import { emlOf } from './files.fixture.ts'
import { readAs, told } from './fixture.ts'

const read = (bytes: Uint8Array, name = 'a.eml') => readAs(name, bytes, { language: 'en' })
const WORDS = 'Police held two people near the square.'

test('a mail becomes its subject, its day and its words', async () => {
  const document = await read(
    emlOf(
      { Subject: '=?utf-8?B?0JfQsNC00LXRgNC20LDQvdC40Y8=?=', Date: 'Tue, 7 May 2024 10:00:00 +0500' },
      `${WORDS}\n\n> On Monday a court in Aktobe fined a teacher, who had stood there alone.\n\nMore tomorrow.`,
    ),
  )
  expect(document.reader).toBe('eml@1')
  expect(told(document)).toEqual([
    ...['heading: Задержания', 'furniture: 2024-05-07', `paragraph: ${WORDS}`],
    'paragraph: > On Monday a court in Aktobe fined a teacher, who had stood there alone.',
    'paragraph: More tomorrow.',
  ])
  for (const gone of ['Asan', 'example.org', 'lena']) expect(document.text).not.toContain(gone)
})

const parts = (...inside: readonly string[]): Uint8Array =>
  emlOf(
    { Subject: 'News', 'Content-Type': 'multipart/mixed; boundary="x"' },
    `${inside.map((part) => `--x\n${part}\n`).join('')}--x--\n`,
  )
const HTML = `Content-Type: text/html; charset=utf-8\n\n<h2>Court</h2><p>${WORDS}<script>steal()</script><p style="display:none">hidden`

test('plain words are preferred; a page is read by the reader of pages', async () => {
  const both = parts(`Content-Type: text/plain\n\n${WORDS}`)
  expect(told(await read(both))).toEqual(['heading: News', `paragraph: ${WORDS}`])
  const page = await read(parts(HTML))
  expect(told(page)).toEqual(['heading: News', 'heading: Court', `paragraph: ${WORDS}`])
  expect(page.text).not.toMatch(/steal|hidden/)
})

test('what hangs on it is named and not read, and neither is a mail within the mail', async () => {
  const document = await read(
    parts(
      `Content-Type: text/plain\n\n${WORDS}`,
      'Content-Type: text/csv; name="list.csv"\nContent-Disposition: attachment; filename="list.csv"\n\nsecret,row',
      'Content-Type: message/rfc822\n\nFrom: bolat@example.org\nSubject: Inner\n\nInner words',
    ),
  )
  expect(document.text).toBe(`News\n\n${WORDS}`)
  expect(document.leftOut).toEqual([{ kind: 'attachment', n: 2, names: ['list.csv', 'message/rfc822'] }])
})

test('letters are read in the encoding that the part names', async () => {
  const words = 'Полиция задержала активиста на площади в Алматы и отпустила его через три часа.'
  const encoded = [...words]
    .map((letter) => {
      const code = letter.charCodeAt(0)
      return `=${(code > 0x7f ? code - 0x410 + 0xc0 : code).toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
    .replace(/(.{69})/g, '$1=\n')
  const mail = emlOf(
    { 'Content-Type': 'text/plain; charset=windows-1251', 'Content-Transfer-Encoding': 'quoted-printable' },
    encoded,
  )
  expect(told(await readAs('letter', mail))).toEqual([`paragraph: ${words}`])
})
