/** Folders are made with those above them, and where none can be made that is said at once. */
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './folder.ts'

const home = mkdtempSync(join(tmpdir(), 'aigaq-folder-'))
afterAll(() => rmSync(home, { recursive: true }))

test('each one on the way is made, for its owner alone where that is asked, and one that is there stays', () => {
  makeFolder(join(home, 'a/b/c'), 0o700)
  expect(statSync(join(home, 'a/b')).mode & 0o777).toBe(0o700)
  writeFileSync(join(home, 'a/b/c/kept'), 'x')
  makeFolder(join(home, 'a/b/c'))
  expect(existsSync(join(home, 'a/b/c/kept'))).toBe(true)
})

test('none is made in the place of a file or below one', () => {
  writeFileSync(join(home, 'file'), 'x')
  expect(() => makeFolder(join(home, 'file'))).toThrow(/EEXIST/)
  expect(() => makeFolder(join(home, 'file/below'))).toThrow(/ENOTDIR/)
})

test.runIf(existsSync('/proc/self'))('below a folder that lets none be made, it is said at once', () => {
  expect(() => makeFolder('/proc/aigaq/backup')).toThrow(/ENOENT|EACCES|EPERM/)
})
