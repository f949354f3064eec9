/** What a copy says of itself. */
import { expect, it, test } from 'vitest'
import { changesFrom, inGroups, isPlainPath, type ListedFile, type Manifest, manifestText } from './mirror.ts'
import { type FileList, listPath, listsOf } from './mirror-lists.ts'

const file = (path: string, sha256 = 'a'): ListedFile => ({ path, bytes: 1, sha256 })
const manifest = (...files: readonly ListedFile[]): Manifest => ({
  ...{ format: 'aigaq-mirror@3', made: '2026-11-26', number: 2026112601, origin: '', key: 'k' },
  files,
})

/** No fingerprint anybody would trust, but one that differs where texts do. */
const sum = (text: string): string =>
  String([...text].reduce((all, one) => (all * 31 + one.charCodeAt(0)) % 2 ** 40, 7))
const many = (days: number): readonly ListedFile[] =>
  ['en', 'ru', 'kk'].flatMap((language) =>
    Array.from({ length: days }, (_, n) => file(`${language}/i/kz-2020-${String(n + 1000).slice(1)}.html`)),
  )

it('is one text, in whatever order its pages were written', () => {
  const text = (...files: readonly ListedFile[]): string =>
    manifestText(manifest(...files), listsOf(files, sum).top)
  expect(text(file('b'), file('a'))).toBe(text(file('a'), file('b')))
  expect(JSON.parse(text(file('b'), file('a')))).toEqual({ ...manifest(file('a'), file('b')), lists: [] })
})

it('names every file in one list, and every list in one above it', () => {
  const { top, below } = listsOf(many(300), sum)
  const read = below.map(({ begins, text }) => ({ begins, text, list: JSON.parse(text) as FileList }))
  const files = [top, ...read.map((one) => one.list)].flatMap((one) => one.files.map(({ path }) => path))
  expect([...files].sort()).toEqual(
    many(300)
      .map(({ path }) => path)
      .sort(),
  )
  const named = [top, ...read.map((one) => one.list)].flatMap((one) => one.lists)
  expect(named.map((one) => `${one.begins} ${one.sha256}`).sort()).toEqual(
    read.map((one) => `${one.begins} ${sum(one.text)}`).sort(),
  )
  for (const { begins, list } of read)
    for (const { path } of list.files) expect(path.startsWith(begins)).toBe(true)
  for (const { begins } of below) expect(isPlainPath(listPath(begins))).toBe(true)
})

it('changes only the lists above a file that changed', () => {
  const files = many(300)
  const now = files.map((one, index) => (index === 17 ? { ...one, sha256: 'x' } : one))
  const before = new Map(listsOf(files, sum).below.map((one) => [one.begins, one.text]))
  const changed = listsOf(now, sum).below.filter((one) => before.get(one.begins) !== one.text)
  expect(changed.length).toBeGreaterThan(0)
  for (const { begins } of changed) expect(files[17]?.path.startsWith(begins)).toBe(true)
})

it('tells what must be written and what removed to make the one of the other', () => {
  const [old, now] = [
    manifest(file('a'), file('b'), file('c')),
    manifest(file('a'), file('b', 'x'), file('d')),
  ]
  expect(changesFrom(old, now)).toEqual({ written: [file('b', 'x'), file('d')], removed: ['c'] })
  expect(changesFrom(now, now)).toEqual({ written: [], removed: [] })
})

test.each([
  ['en/kz/2020-q1/incidents~act=fine,arrest~page=2.html', true],
  ['assets/fonts/golos-latin.woff2', true],
  ['../outside', false],
  ['en/../../outside', false],
  ['/etc/passwd', false],
  ['C:/windows', false],
  ['en\\outside', false],
  ['en//x', false],
  ['', false],
  ['.hidden', false],
  ['ends.', false],
  ['nul\0', false],
])('the path %j stays in its folder on any system: %s', (path, plain) => {
  expect(isPlainPath(path)).toBe(plain)
})

it('is read aloud in groups of four', () => expect(inGroups('cbf7b77ebc')).toBe('cbf7 b77e bc'))
