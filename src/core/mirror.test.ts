/** What a copy says of itself. */
import { expect, it, test } from 'vitest'
import { changesFrom, inGroups, isPlainPath, type ListedFile, type Manifest, manifestText } from './mirror.ts'

const file = (path: string, sha256 = 'a'): ListedFile => ({ path, bytes: 1, sha256 })
const manifest = (...files: readonly ListedFile[]): Manifest => ({
  ...{ format: 'aigaq-mirror@1', made: '2026-11-26', origin: '', key: 'k' },
  files,
})

it('is one text, in whatever order its pages were written', () => {
  const text = manifestText(manifest(file('b'), file('a')))
  expect(text).toBe(manifestText(manifest(file('a'), file('b'))))
  expect(JSON.parse(text)).toEqual(manifest(file('a'), file('b')))
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
