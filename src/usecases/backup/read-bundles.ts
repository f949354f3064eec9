/** A folder of a backup in, its bundles from the newest base on, each signed and in order, out; whatever is not so is named. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { readNoteKey, signatureBy } from '../../adapters/note-keys.ts'
import { type Bundle, notePath } from '../../core/backup/bundle.ts'
import { refuse } from '../../core/faults.ts'
import { readNote } from '../../core/log/note.ts'
import { isPlainPath } from '../../core/mirror.ts'

const HASH = z.string().regex(/^[0-9a-f]{64}$/)
const PATH = z.string().refine(isPlainPath)
const COUNT = z.int().nonnegative()
const BUNDLE = z.strictObject({
  format: z.literal('aigaq-backup@1'),
  number: z.int().positive(),
  base: z.int().positive(),
  before: HASH.nullable(),
  made: z.iso.datetime(),
  recipients: COUNT,
  sealed: z.string(),
  open: z.string().nullable(),
  schema: z.string(),
  after: COUNT,
  entries: COUNT,
  root: HASH,
  key: z.string(),
  parts: z.array(z.strictObject({ path: PATH, bytes: COUNT, sha256: HASH, blocks: z.array(HASH) })),
  gone: z.array(PATH),
})

export type ReadBundle = { readonly bundle: Bundle; readonly note: string; readonly hash: string }
export type Chain = {
  readonly bundles: readonly ReadBundle[]
  /** Notes that are missing, are not what was signed, or do not follow the one before. */
  readonly wrong: readonly string[]
}

export const hashOfNote = (note: string): string => createHash('sha256').update(note).digest('hex')

/** Null for what is no signed bundle. */
export function readBundle(note: string): Bundle | null {
  const read = readNote(note)
  if (!read) return null
  try {
    const parsed = BUNDLE.safeParse(JSON.parse(read.text))
    const key = parsed.success ? readNoteKey(parsed.data.key) : null
    return parsed.success && key && signatureBy(read, key) ? parsed.data : null
  } catch {
    return null
  }
}

/** Refuses a folder in which no bundle can be read at all. */
export function readBundles(folder: BackupFolder): Chain {
  const numbers = folder
    .list()
    .map((path) => Number(/^bundles\/(\d{6})\/note$/.exec(path)?.[1] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
  const wrong: string[] = []
  const all = numbers.flatMap((number): readonly ReadBundle[] => {
    const bytes = folder.read(notePath(number))
    const note = bytes === null ? '' : new TextDecoder().decode(bytes)
    const bundle = readBundle(note)
    if (bundle?.number === number) return [{ bundle, note, hash: hashOfNote(note) }]
    wrong.push(notePath(number))
    return []
  })
  const last = all.at(-1)
  if (!last) throw refuse('backup.unreadable', { folder: folder.path })
  const bundles = all.filter((one) => one.bundle.number >= last.bundle.base)
  for (const [at, { bundle }] of bundles.entries()) {
    const before = bundles[at - 1]
    const follows = before
      ? bundle.before === before.hash &&
        bundle.after === before.bundle.entries &&
        bundle.base === last.bundle.base
      : bundle.number === last.bundle.base && bundle.after === 0
    if (!follows || bundle.key !== last.bundle.key) wrong.push(notePath(bundle.number))
  }
  return { bundles, wrong: [...new Set(wrong)] }
}
