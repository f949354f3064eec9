/** A folder in, what a witness remembers of each log out: the key, the note signed last, and proofs of rewriting. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'
import { writeWhole } from './whole-file.ts'

export type WitnessFolder = {
  readonly recall: (origin: string) => { readonly key: string; readonly note: string | null } | null
  readonly keep: (origin: string, key: string, note: string) => void
  readonly alarm: (origin: string, notes: readonly string[]) => string
  /** The name that was given first. */
  readonly named: (name: string) => string
}

export function witnessFolder(folder: string): WitnessFolder {
  // The name of a log is somebody else's text: it is no file name.
  const at = (origin: string, ending: string): string => {
    makeFolder(folder, 0o700)
    return join(folder, `${createHash('sha256').update(origin).digest('hex').slice(0, 16)}.${ending}`)
  }
  const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null)
  return {
    recall: (origin) => {
      const key = read(at(origin, 'key'))
      return key === null ? null : { key: key.trim(), note: read(at(origin, 'note')) }
    },
    // The key first: a note without a key would be taken for a log never seen.
    keep: (origin, key, note) => {
      writeWhole(at(origin, 'key'), `${key}\n`)
      writeWhole(at(origin, 'note'), note)
    },
    alarm: (origin, notes) => {
      const path = at(origin, 'forked')
      writeWhole(path, `${read(path) ?? ''}${notes.join('\n')}\n`)
      return path
    },
    named: (name) => {
      const path = join(folder, 'name')
      const before = read(path)?.trim()
      if (before) return before
      makeFolder(folder, 0o700)
      writeWhole(path, `${name}\n`)
      return name
    },
  }
}
