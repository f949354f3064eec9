/** Words in pictures of paper: made out by a machine and said to be so, leaf by leaf, or refused with what to do. */
import { expect, it } from 'vitest'
import { openPictureReader } from '../../adapters/ocr/picture-reader.ts'
import type { Document } from '../../core/document.ts'
import { refuse } from '../../core/faults.ts'
import { recognisedIn, surenessAt } from '../../core/recognition.ts'
import { LINES, photoOf, pngOf, scannedPdf } from '../../document/pictures.fixture.ts'
import { readApart } from './read-apart.ts'
import { readPictures } from './read-pictures.ts'

const given = (name: string) => ({ name, sha256: '0'.repeat(64) })
/** Blanks apart: «на 15» is read as «на15». */
const letters = (words: string): string => words.replace(/\s+/g, '')

it('reads scanned leaves in three languages beside a leaf with letters, and says which words are a machine’s', async () => {
  const typed = 'The court paper came with two annexes.'
  const parts: (readonly [number, number])[] = []
  const document = await readApart(
    scannedPdf([{ letters: typed }, 'en', 'ru', 'kk', null]),
    { ...given('case.pdf'), language: 'ru' },
    { tell: (...part) => parts.push(part) },
  )
  expect(letters(document.text)).toBe(letters(typed + LINES.en + LINES.ru + LINES.kk))
  expect(document.blocks.map((one) => [one.page, one.recognised !== undefined])).toEqual([
    [1, false],
    [2, true],
    [3, true],
    [4, true],
  ])
  expect(document.leftOut).toEqual([{ kind: 'picture-page', n: 1, names: [] }])
  expect(document.reader).toMatch(/^pdf@1 ocr@1 \(tesseract\.js-core [\d.]+, mupdf [\d.]+, .*kaz .*eng /)
  // First the five leaves for their letters, then the four without.
  expect(parts).toContainEqual([1, 4])
  const found = recognisedIn(document.blocks)
  for (const [sure, start, end] of found?.lines ?? [])
    expect([sure > 80, document.text.slice(start, end).trim() !== '']).toEqual([true, true])
  expect(surenessAt(found, { start: 0, end: typed.length })).toBe(null)
})

it('reads a photograph, twice the same', async () => {
  const reader = await openPictureReader()
  const read = () => reader.open(photoOf('kk'), 'image/png', null).read(1)
  const [first, second] = [read(), read()]
  expect(first?.map((one) => one.words)).toEqual([LINES.kk])
  expect(second).toEqual(first)
})

it('a thousand million dots in a few bytes are refused', async () => {
  const bomb = pngOf(40_000, 40_000, new Uint8Array(10))
  await expect(readApart(bomb, given('a.png'))).rejects.toMatchObject({ code: 'input.unpacked' })
})

it('without the packages a scan is refused with how to get them, and a file with letters of its own is read', async () => {
  const asked = { watch: {}, isAble: () => false }
  const bytes = scannedPdf(['en'])
  const scanned = Promise.reject(refuse('input.scanned', { n: 1 }))
  await expect(readPictures(bytes, given('a.pdf'), { ...asked, without: scanned })).rejects.toMatchObject({
    code: 'input.no-ocr',
  })
  const half = { leftOut: [{ kind: 'picture-page', n: 1, names: [] }] } as unknown as Document
  expect(await readPictures(bytes, given('a.pdf'), { ...asked, without: Promise.resolve(half) })).toBe(half)
})

it('is given up between two leaves', async () => {
  const giveUp = new AbortController()
  const asked = readApart(scannedPdf(['en', 'en', 'en', 'en']), given('a.pdf'), {
    signal: giveUp.signal,
    tell: (done) => done === 1 && giveUp.abort(),
  })
  await expect(asked).rejects.toMatchObject({ code: 'inbox.cancelled' })
})
