/** A path and bytes in, a file that only its owner can read out; one that is there is never written over. */
import { writeFileSync } from 'node:fs'
import { refuse } from '../core/faults.ts'

export function writeNew(path: string, bytes: Uint8Array | string): void {
  try {
    writeFileSync(path, bytes, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw refuse('sealed.there', { file: path })
    throw error
  }
}
