/** A folder of a backup in; its parts written whole, read, listed and removed out. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BLOCK_BYTES, MARK, MARK_TEXT, type Part } from '../core/backup/bundle.ts'
import { refuse } from '../core/faults.ts'
import { filesBelow } from './mirror-folder.ts'
import { writeDurably } from './whole-file.ts'

export type BackupFolder = {
  readonly path: string
  /** On the disk when it returns. */
  readonly write: (path: string, bytes: Uint8Array) => Part
  readonly read: (path: string) => Uint8Array | null
  readonly size: (path: string) => number | null
  readonly remove: (path: string) => void
  /** Every file in it but its mark. */
  readonly list: () => readonly string[]
}

/** Refuses a folder that holds anything but a backup: parts are also removed there. */
export function openBackupFolder(path: string, isNew: boolean): BackupFolder {
  const mark = join(path, MARK)
  const isThere = existsSync(mark)
  if (!isThere && !isNew) throw refuse('backup.none', { folder: path })
  if (!isThere && existsSync(path) && readdirSync(path).length > 0)
    throw refuse('backup.folder', { folder: path })
  if (!isThere) writeDurably(mark, Buffer.from(MARK_TEXT))
  return {
    path,
    write: (name, bytes) => {
      writeDurably(join(path, name), bytes)
      return partOf(name, bytes)
    },
    read: (name) => (existsSync(join(path, name)) ? new Uint8Array(readFileSync(join(path, name))) : null),
    size: (name) => statSync(join(path, name), { throwIfNoEntry: false })?.size ?? null,
    remove: (name) => rmSync(join(path, name), { recursive: true, force: true }),
    list: () => filesBelow(path).filter((one) => one !== MARK),
  }
}

export const isBackupFolder = (path: string): boolean => existsSync(join(path, MARK))

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function partOf(path: string, bytes: Uint8Array): Part {
  const blocks: string[] = []
  if (bytes.length > BLOCK_BYTES)
    for (let from = 0; from < bytes.length; from += BLOCK_BYTES)
      blocks.push(sha256(bytes.subarray(from, from + BLOCK_BYTES)))
  return { path, bytes: bytes.length, sha256: sha256(bytes), blocks }
}
