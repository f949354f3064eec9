/** Room for the steps that protect somebody: kept while there is plenty, given up when there is none, and not before. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keepReserve, makeRoom } from './reserve.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-reserve-'))
const reserve = join(folder, 'reserve')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const free = (mebibytes: number) => () => mebibytes * 1024 * 1024

test('none is kept where it would be a large part of what is free', () => {
  expect(keepReserve(folder, free(300))).toBe(false)
  expect(makeRoom(folder, free(1))).toBe(false)
  expect(existsSync(reserve)).toBe(false)
})

test('it is made once, takes room on the disk, and stays while there is enough for a step', () => {
  expect([keepReserve(folder, free(5_000)), keepReserve(folder, free(1))]).toEqual([true, true])
  expect(statSync(reserve).blocks * 512).toBeGreaterThanOrEqual(64 * 1024 * 1024)
  expect(makeRoom(folder, free(20))).toBe(false)
  expect(existsSync(reserve)).toBe(true)
})

test('it is given up when there is not, and made again when there is plenty', () => {
  expect([makeRoom(folder, free(2)), makeRoom(folder, free(2))]).toEqual([true, false])
  expect(existsSync(reserve)).toBe(false)
  expect(keepReserve(folder, free(5_000))).toBe(true)
})
