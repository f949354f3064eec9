/** That a restore has begun in a data folder and has not ended: a small file that every other verb looks for. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from './folder.ts'
import { writeWhole } from './whole-file.ts'

/** `backup`: SHA-256 of the note of the newest bundle. */
export type Mark = { readonly backup: string }

const NAME = 'restore-unfinished'

export function markOf(folder: string): Mark | null {
  const path = join(folder, NAME)
  return existsSync(path) ? { backup: readFileSync(path, 'utf8').trim() } : null
}

export function writeMark(folder: string, { backup }: Mark): void {
  makeFolder(folder)
  writeWhole(join(folder, NAME), `${backup}\n`)
}

export const clearMark = (folder: string): void => rmSync(join(folder, NAME), { force: true })
