/** Files of age keys in, the keys in them out; refused when one holds none that can be read. */
import { existsSync, readFileSync } from 'node:fs'
import { openIdentityFile } from '../app.ts'
import { refuse } from '../core/faults.ts'

export async function identitiesIn(paths: readonly string[]): Promise<readonly string[]> {
  const all: string[] = []
  for (const path of paths) {
    if (!existsSync(path)) throw refuse('input.not-found', { name: path })
    const read = await openIdentityFile(new Uint8Array(readFileSync(path)))
    if (read.kind !== 'open') throw refuse('backup.identity', { path })
    all.push(...read.secrets)
  }
  return all
}
