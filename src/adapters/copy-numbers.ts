/** What comes after a number in, a number that no other copy of this house has or will have out. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'

/** One line for each number that was given; only added to. It goes into backups beside the key. */
export const COPY_NUMBERS = 'mirror-numbers'

type Claim = { readonly number: number; readonly by: string }

/** A line that was cut off by a crash claims nothing. */
const claimsIn = (path: string): readonly Claim[] =>
  existsSync(path)
    ? [...readFileSync(path, 'utf8').matchAll(/^(\d+) ([0-9a-f]{16})$/gm)].map(([, number, by = '']) => ({
        ...{ number: Number(number), by },
      }))
    : []

/** The greatest that was given; 0 before the first. */
export const lastNumber = (folder: string): number =>
  claimsIn(join(folder, COPY_NUMBERS)).reduce((most, { number }) => Math.max(most, number), 0)

/**
 * On the disk before anything is signed under it: a crash loses a number, and gives none twice. Of two programs that claim the same
 * one at once, that whose line came first has it.
 */
export function claimNumber(folder: string, after: (last: number) => number): number {
  makeFolder(folder, 0o700)
  const path = join(folder, COPY_NUMBERS)
  for (;;) {
    const last = lastNumber(folder)
    const number = after(last)
    if (!Number.isSafeInteger(number) || number <= last) throw new Error(`no number after ${last}: ${number}`)
    const by = randomBytes(8).toString('hex')
    const file = openSync(path, 'a', 0o600)
    try {
      writeSync(file, `\n${number} ${by}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    if (claimsIn(path).find((one) => one.number === number)?.by === by) return number
  }
}
