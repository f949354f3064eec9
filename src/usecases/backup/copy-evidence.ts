/** Files as received in, those that a backup lacks sealed into it out; those destroyed since are taken out of it. */
import type { BackupFolder } from '../../adapters/backup-folder.ts'
import type { FileStore } from '../../adapters/file-store.ts'
import { evidencePath, type Part } from '../../core/backup/bundle.ts'
import type { Closing } from './locks.ts'

type Asked = {
  readonly folder: BackupFolder
  readonly seal: Closing
  readonly nameOf: (sha256: string) => string
  readonly files: readonly { readonly sha256: string; readonly bytes: number }[]
  /** Parts of the bundles before. */
  readonly known: ReadonlyMap<string, Part>
  /** Files that were destroyed by forgetting. */
  readonly destroyed: ReadonlySet<string>
  readonly progress: ((done: number, all: number) => void) | undefined
}
export type CopiedEvidence = {
  readonly kept: readonly Part[]
  readonly added: readonly Part[]
  readonly gone: readonly string[]
  readonly missing: readonly string[]
}

/** One part for each file, so that one can be erased without the others. A file that is lost here stays in the backup. */
export async function copyEvidence(files: FileStore, asked: Asked): Promise<CopiedEvidence> {
  const { folder, seal, nameOf, known, destroyed } = asked
  const [kept, added, gone, missing]: [Part[], Part[], string[], string[]] = [[], [], [], []]
  for (const [at, { sha256 }] of asked.files.entries()) {
    const path = evidencePath(nameOf(sha256), seal.ending)
    const there = known.get(path)
    const isThere = there !== undefined && folder.size(path) === there.bytes
    if (destroyed.has(sha256)) {
      if (there) gone.push(path)
    } else if (isThere) kept.push(there)
    else {
      const bytes = readWhole(files, sha256)
      if (bytes) added.push(folder.write(path, await seal.close(bytes)))
      else missing.push(sha256)
    }
    asked.progress?.(at + 1, asked.files.length)
  }
  return { kept, added, gone, missing }
}

/** Null for a file that is gone or was altered: what was altered must not be kept as if it were evidence. */
function readWhole(files: FileStore, sha256: string): Uint8Array | null {
  try {
    return files.get(sha256)
  } catch {
    return null
  }
}
