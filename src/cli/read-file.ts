/** A path in, its bytes out; a missing, empty or too large file is refused before it is read. */
import { readFileSync, statSync } from 'node:fs'
import { refuse } from '../core/faults.ts'

/** Refuses a file that is not there. */
export function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw refuse('input.not-found', { name: path })
  return stat.size
}

export function readFile(path: string, limit: number): Uint8Array {
  if (sizeOf(path) > limit) throw refuse('input.too-large', { limit }, path)
  return new Uint8Array(readFileSync(path))
}
