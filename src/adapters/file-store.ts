/** Bytes in, a file named by its SHA-256 out: written whole or not at all, never changed. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeDurably } from './whole-file.ts'

export type FileStore = {
  /** Durable when it returns: the file and its folder are on disk. Returns the SHA-256 in hex. */
  readonly put: (bytes: Uint8Array) => string
  /** Null when there is no such file. A file whose bytes no longer fit its name throws. */
  readonly get: (sha256: string) => Uint8Array | null
  /** What `get` would find, without throwing; read piece by piece, so that others are served meanwhile. */
  readonly check: (sha256: string) => Promise<'whole' | 'missing' | 'altered'>
  /** For forgetting only. The disk may keep the blocks: an encrypted disk is the answer to that. */
  readonly destroy: (sha256: string) => void
}

const PIECE = 1024 * 1024
const UNREADABLE: readonly unknown[] = ['EIO', 'EISDIR']
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function folderFiles(folder: string): FileStore {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256)
  return {
    put: (bytes) => {
      const sha256 = hashOf(bytes)
      const path = pathOf(sha256)
      if (existsSync(path)) return sha256
      writeDurably(path, bytes, 0o400)
      return sha256
    },
    get: (sha256) => {
      if (!existsSync(pathOf(sha256))) return null
      const bytes = new Uint8Array(readFileSync(pathOf(sha256)))
      if (hashOf(bytes) !== sha256) throw new Error(`the stored file ${sha256} was altered`)
      return bytes
    },
    check: async (sha256) => {
      if (!existsSync(pathOf(sha256))) return 'missing'
      const hash = createHash('sha256')
      try {
        await pipeline(createReadStream(pathOf(sha256), { highWaterMark: PIECE }), hash)
      } catch (error) {
        // A disk that fails no longer gives back what was received; others are still to be looked at.
        if (error instanceof Error && 'code' in error && UNREADABLE.includes(error.code)) return 'altered'
        throw error
      }
      return hash.digest('hex') === sha256 ? 'whole' : 'altered'
    },
    destroy: (sha256) => rmSync(pathOf(sha256), { force: true }),
  }
}

/** The same in memory, for tests. */
export function memoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    put: (bytes) => {
      const sha256 = hashOf(bytes)
      files.set(sha256, bytes.slice())
      return sha256
    },
    get: (sha256) => files.get(sha256) ?? null,
    check: async (sha256) => {
      const bytes = files.get(sha256)
      if (!bytes) return 'missing'
      return hashOf(bytes) === sha256 ? 'whole' : 'altered'
    },
    destroy: (sha256) => void files.delete(sha256),
  }
}
