/** Files of a copy in, a folder that holds them out: the whole copy takes the place of the one before in one step, or nothing changes. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { refuse } from '../core/faults.ts'
import { isPlainPath, type ListedFile, MANIFEST, type MirrorFile } from '../core/mirror.ts'
import { makeFolder } from './folder.ts'

export type NewFolder = {
  /** Waits only while many files are still on their way to the disk. */
  readonly write: (file: MirrorFile) => Promise<ListedFile>
  /** Puts it where it was asked for. */
  readonly finish: () => Promise<void>
  /** Leaves what was there as it was. */
  readonly abandon: () => Promise<void>
}

/** So many files are written at a time. */
const AT_ONCE = 16

/** Refuses a folder that holds anything but an earlier copy: a wrong path must not cost somebody their files. */
export function newFolder(asked: string): NewFolder {
  const folder = resolve(asked)
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, MANIFEST)))
    throw refuse('mirror.folder', { folder: asked })
  const draft = join(dirname(folder), `.${basename(folder)}.${process.pid}.new`)
  rmSync(draft, { recursive: true, force: true })
  makeFolder(draft)
  const made = new Set<string>()
  const going = new Set<Promise<void>>()
  let failed: unknown
  const settled = async (): Promise<void> => {
    await Promise.all(going)
    if (failed !== undefined) throw failed
  }
  return {
    write: async ({ path, bytes }) => {
      if (!isPlainPath(path)) throw new Error(`no plain path: ${path}`)
      const to = join(draft, path)
      if (!made.has(dirname(to))) makeFolder(dirname(to))
      made.add(dirname(to))
      if (going.size >= AT_ONCE) await Promise.race(going)
      if (failed !== undefined) throw failed
      const write: Promise<void> = writeFile(to, bytes)
        .catch((error: unknown) => {
          failed ??= error
        })
        .finally(() => going.delete(write))
      going.add(write)
      return { path, bytes: bytes.length, sha256: sha256(bytes) }
    },
    finish: async () => {
      await settled()
      const old = `${draft}.old`
      if (existsSync(folder)) renameSync(folder, old)
      renameSync(draft, folder)
      await rm(old, { recursive: true, force: true })
    },
    abandon: async () => {
      await Promise.all(going)
      await rm(draft, { recursive: true, force: true })
    },
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Paths of every file below a folder, with `/` between folders; links are not followed. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll(sep, '/'))

/** Null when there is no such file, or a folder in its place. */
export const fileBelow = (folder: string, path: string): Uint8Array | null => {
  const at = join(folder, path)
  return existsSync(at) && statSync(at).isFile() ? new Uint8Array(readFileSync(at)) : null
}
