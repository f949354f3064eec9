/** Every file that the log names in, those that are gone, altered, or should be gone out. */
import type { Context } from '../context.ts'
import { destroyedFiles } from './destroyed-files.ts'

export type WrongFile = {
  /** lingering: it names somebody who was forgotten, and is still here. */
  readonly kind: 'missing' | 'altered' | 'lingering'
  readonly sha256: string
  /** The entry of the log that brought it in. */
  readonly seq: number
}
export type EvidenceCheck = { readonly files: number; readonly wrong: readonly WrongFile[] }

/** Reads every file whole. */
export async function checkEvidence(
  { house, files }: Pick<Context, 'house' | 'files'>,
  progress: (done: number, all: number) => void = () => {},
): Promise<EvidenceCheck> {
  const rows = await house.selectFrom('files').select(['sha256', 'event']).orderBy('event').execute()
  const destroyed = await destroyedFiles(house)
  const wrong: WrongFile[] = []
  for (const [at, { sha256, event: seq }] of rows.entries()) {
    const kind = faultOf(await files.check(sha256), destroyed.has(sha256))
    if (kind) wrong.push({ kind, sha256, seq })
    progress(at + 1, rows.length)
  }
  return { files: rows.length, wrong }
}

export function faultOf(
  found: 'whole' | 'missing' | 'altered',
  isDestroyed: boolean,
): WrongFile['kind'] | null {
  if (isDestroyed) return found === 'missing' ? null : 'lingering'
  return found === 'whole' ? null : found
}
