/** A folder of a backup in, every part that is not as it was signed out; with a key also the log and the evidence in it. Needs no database. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import { sha256 } from '../../adapters/mirror-folder.ts'
import { BLOCK_BYTES, type Bundle, notePath, type Part, partsOf } from '../../core/backup/bundle.ts'
import { checkLog, type Signed, type Verification } from '../../store/check-log.ts'
import { checkStamps, type StampFound, type StampsAsked } from '../log/check-stamps.ts'
import type { Opening } from './locks.ts'
import { openedLog } from './opened-log.ts'
import { readBundles } from './read-bundles.ts'

export type WrongPart = {
  /**
   * unsigned: a note that is not what was signed, or does not follow · unopened: not what the log names · older: it ends
   * before a checkpoint that somebody kept.
   */
  readonly kind: 'unsigned' | 'altered' | 'missing' | 'extra' | 'unopened' | 'older'
  readonly path: string
  /** Bytes from … up to … of the part, in which something was altered. */
  readonly from?: number
  readonly to?: number
}
export type BackupCheck = {
  readonly made: string
  readonly bundles: number
  readonly parts: number
  readonly bytes: number
  readonly entries: number
  readonly root: string
  readonly key: string
  /** Null where nobody said which key it should be. */
  readonly isExpectedKey: boolean | null
  readonly wrong: readonly WrongPart[]
  /** Null where no key was given to open it with. */
  readonly log: Verification | null
  /** SHA-256 of files that the log names and the backup lacks. */
  readonly missing: readonly string[]
  /** Of the log and of files; none where no key was given. */
  readonly stamps: readonly StampFound[]
}

export type CheckAsked = {
  readonly key: string | null
  readonly open: Opening | null
  /** Trees that somebody else saw. */
  readonly seen?: readonly Signed[]
  /** Certificates of time-stamp authorities, and the time at which stamps are looked at. */
  readonly believed?: StampsAsked['believed']
  readonly now?: string
  readonly progress?: (done: number, all: number) => void
}

export async function checkBackup(folder: BackupFolder, asked: CheckAsked): Promise<BackupCheck> {
  const { bundles, wrong: unsigned } = readBundles(folder)
  const chain = bundles.map((one) => one.bundle)
  const last = chain.at(-1)
  if (!last) throw new Error('a chain has a bundle at least')
  const parts = partsOf(chain)
  const wrong: WrongPart[] = unsigned.map((path) => ({ kind: 'unsigned', path }))
  let done = 0
  for (const part of parts.values()) {
    wrong.push(...wrongIn(part, folder.read(part.path)))
    asked.progress?.(++done, parts.size)
  }
  wrong.push(...extraIn(folder, chain, unsigned))
  const seen = asked.seen ?? []
  if (seen.some((one) => one.size > last.entries)) wrong.push({ kind: 'older', path: notePath(last.number) })
  const key = asked.key === null ? null : asked.key.trim() === last.key
  // What cannot be trusted is not read: the places are told, and that is the answer.
  const isWhole = wrong.every((one) => one.kind === 'extra')
  const opened = asked.open && isWhole ? await openedLog(folder, { chain, open: asked.open }) : null
  const log = opened && (await checkLog({ ...opened, signed: [...opened.signed, ...seen] }))
  const evidence = opened ? await opened.evidence() : { wrong: [], missing: [] }
  return {
    ...{ made: last.made, bundles: chain.length, parts: parts.size, entries: last.entries },
    ...{ root: last.root, key: last.key, isExpectedKey: key },
    bytes: [...parts.values()].reduce((sum, one) => sum + one.bytes, 0),
    wrong: [...wrong, ...evidence.wrong.map((path) => ({ kind: 'unopened' as const, path }))],
    log,
    missing: evidence.missing,
    stamps: opened
      ? checkStamps({ ...opened.stamped, believed: asked.believed ?? [], now: asked.now ?? last.made })
      : [],
  }
}

/** Nothing for a part that is as it was signed. */
export function wrongIn(part: Part, bytes: Uint8Array | null): readonly WrongPart[] {
  const { path } = part
  if (!bytes) return [{ kind: 'missing', path }]
  if (bytes.length === part.bytes && sha256(bytes) === part.sha256) return []
  const blocks = part.blocks.length > 0 ? part.blocks : [part.sha256]
  const altered = blocks.flatMap((hash, at): readonly WrongPart[] => {
    const from = part.blocks.length > 0 ? at * BLOCK_BYTES : 0
    const to = part.blocks.length > 0 ? Math.min(from + BLOCK_BYTES, part.bytes) : part.bytes
    return sha256(bytes.subarray(from, to)) === hash ? [] : [{ kind: 'altered', path, from, to }]
  })
  if (bytes.length <= part.bytes) return altered
  return [...altered, { kind: 'altered', path, from: part.bytes, to: bytes.length }]
}

/** Files that no bundle names; of an unsigned bundle nobody knows what it named. */
function extraIn(
  folder: BackupFolder,
  chain: readonly Bundle[],
  unsigned: readonly string[],
): readonly WrongPart[] {
  const named = partsOf(chain)
  const notes = new Set([...chain.map((one) => notePath(one.number)), ...unsigned])
  const unknown = unsigned.map((path) => `${path.slice(0, -'/note'.length)}/`)
  return folder
    .list()
    .filter((path) => !named.has(path) && !notes.has(path) && !unknown.some((one) => path.startsWith(one)))
    .map((path) => ({ kind: 'extra', path }))
}
