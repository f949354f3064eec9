/** A path that somebody gave in, the text of the file out; refused when there is none. */
import { existsSync, readFileSync } from 'node:fs'
import { refuse } from '../core/faults.ts'

export function keptFile(path: string): string {
  if (!existsSync(path)) throw refuse('input.not-found', { name: path })
  return readFileSync(path, 'utf8')
}
