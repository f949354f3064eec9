/** A file as received in, a copy of it for others out, without what it says of its maker; the original stays as it is, and the log says that a copy left. */
import { refuse } from '../../core/faults.ts'
import { CLEANER } from '../../document/clean/clean.ts'
import { record } from '../../store/append.ts'
import { sha256 as hashOf } from '../../store/leaf.ts'
import type { Context } from '../context.ts'
import { inProcess } from '../reading/in-process.ts'
import { READING } from '../reading/read-apart.ts'
import { fileOf } from './custody-sheet.ts'

/** Entries of the log that write no row: replaying the log passes them over. */
export const EVIDENCE_PREFIX = 'evidence-'
export const COPY = `${EVIDENCE_PREFIX}copy`

export type CopyAsked = {
  /** SHA-256 of the file, its name, or a document read out of it. */
  readonly file: string
  /** Whom it is for and why, in words that name nobody. */
  readonly reason: string
  readonly by: string
}
export type FileCopy = {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly of: string
  readonly name: string
}

/**
 * The one way by which the bytes of a file leave for anybody else. Made in a process of its own, since a file may have been made to
 * break whoever opens it. The entry stands in the log before the copy is handed over.
 */
export async function copyForOthers(
  context: Pick<Context, 'house' | 'files' | 'clock'>,
  { file, reason, by }: CopyAsked,
): Promise<FileCopy> {
  if (reason.trim() === '') throw refuse('input.value', { problem: '--for' })
  const { sha256, media_type: mediaType, name } = await fileOf(context.house, file)
  const original = context.files.get(sha256)
  if (!original) throw refuse('input.not-found', { name })
  const bytes = await inProcess<Uint8Array>({ kind: 'clean', bytes: original, mediaType }, READING)
  const copy = hashOf(bytes)
  await record(
    context.house,
    {
      ...{ actor: by, at: context.clock.now(), useCase: COPY, object: sha256 },
      input: { copy, cleaner: CLEANER, reason: reason.trim() },
    },
    async () => {},
  )
  return { bytes, sha256: copy, of: sha256, name }
}
