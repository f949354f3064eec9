/** How the last backup went ⇄ a small file of the data folder, since a backup that cannot reach the database must be told too. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupNote } from '../core/backup/health.ts'
import { writeWhole } from './whole-file.ts'

const NAME = 'backup-last.json'

export const noteBackup = (folder: string, note: BackupNote): void =>
  writeWhole(join(folder, NAME), `${JSON.stringify(note)}\n`)

/** Null when there was none, or the note cannot be read. */
export function lastBackup(folder: string): BackupNote | null {
  const path = join(folder, NAME)
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as BackupNote
  } catch {
    return null
  }
}
