/** The text of a data file in, what was made of it when it was read before out; kept beside the compiled code of the program, by the hash of the text. */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { makeFolder } from './folder.ts'

/** Raised when the reader of YAML, or what is made of its nodes, changes. */
const FORM = 'yaml-1'

/**
 * Where Node keeps compiled code, which bin/aigaq asks for: whoever can write there can change the program itself. Undefined,
 * and where nothing can be written: every file is read anew, two seconds of a start.
 */
export const keptFolder = (): string | undefined => getCompileCacheDir()
const fileOf = (kept: string, text: string): string =>
  join(kept, FORM, `${createHash('sha256').update(text).digest('hex')}.json`)

/** Undefined: not there, or not whole. */
export function parsedBefore(text: string, kept: string | undefined): unknown {
  if (kept === undefined) return undefined
  try {
    return JSON.parse(readFileSync(fileOf(kept, text), 'utf8'))
  } catch {
    return undefined
  }
}

/** Only what comes back the same: a number that JSON has no word for would not. */
export function keepParsed(text: string, value: unknown, kept: string | undefined): void {
  if (kept === undefined) return
  try {
    const json = JSON.stringify(value)
    if (!isDeepStrictEqual(JSON.parse(json), value)) return
    const file = fileOf(kept, text)
    makeFolder(join(kept, FORM))
    // Named when whole: another process may be reading.
    writeFileSync(`${file}.${process.pid}`, json)
    renameSync(`${file}.${process.pid}`, file)
  } catch {
    // A program that may not write there starts as it did.
  }
}
