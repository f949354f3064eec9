/** Numbers of copies: none is given twice, whatever happens to the program. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { COPY_NUMBERS, claimNumber, lastNumber } from './copy-numbers.ts'
import { readHouseKeys, writeHouseKeys } from './house-keys.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigaq-numbers-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const claim = (): number => claimNumber(folder, (last) => last + 1)
const file = (): string => join(folder, COPY_NUMBERS)

it('grow, and stand in a file that only its owner reads', () => {
  expect(lastNumber(folder)).toBe(0)
  expect([claim(), claim(), claim()]).toEqual([1, 2, 3])
  expect(statSync(file()).mode & 0o077).toBe(0)
})

it('are not given again after a line was cut off, and what was given before stands', () => {
  claim()
  appendFileSync(file(), '\n2 0123')
  expect([claim(), claim()]).toEqual([2, 3])
  expect(lastNumber(folder)).toBe(3)
})

it('go to one of two programs that ask at once', () => {
  let isFirst = true
  const second = claimNumber(folder, (last) => {
    // The other one writes after this one has read.
    if (isFirst) {
      isFirst = false
      expect(claim()).toBe(1)
    }
    return last + 1
  })
  expect(second).toBe(2)
})

it('are refused, and not asked for without end, where none comes after the last', () => {
  claim()
  expect(() => claimNumber(folder, () => 1)).toThrow('no number after 1')
  expect(lastNumber(folder)).toBe(1)
})

it('go into a backup, and come back with it', () => {
  claim()
  const kept = readHouseKeys(folder)
  expect(kept[COPY_NUMBERS]).toBe(readFileSync(file(), 'utf8'))
  rmSync(file())
  writeHouseKeys(folder, kept)
  expect(claim()).toBe(2)
  // A restore never puts older ones over those that are there.
  writeFileSync(file(), '\n9 0123456789abcdef\n')
  writeHouseKeys(folder, kept)
  expect(lastNumber(folder)).toBe(9)
})
