/** An earlier copy, or what is left of its lists, in; every file that it has out: where a parcel of changes starts from. */
import { basename, dirname, join } from 'node:path'
import { fileBelow } from '../../adapters/mirror-folder.ts'
import { refuse } from '../../core/faults.ts'
import { MANIFEST, type Manifest } from '../../core/mirror.ts'
import { listPath } from '../../core/mirror-lists.ts'
import { readManifest } from './read-manifest.ts'

/** `since`: its folder, or its manifest.json. */
export function earlierCopy(since: string): Manifest {
  const path = basename(since) === MANIFEST ? since : join(since, MANIFEST)
  const folder = dirname(path)
  const text = fileBelow(folder, MANIFEST)
  if (!text) throw refuse('input.not-found', { name: path })
  const { manifest, wrong } = readManifest(text, path, (list) => fileBelow(folder, list))
  const [lost] = wrong
  // Without it nobody knows what the earlier copy has, and all of that would be sent again.
  if (lost) throw refuse('input.not-found', { name: join(folder, listPath(lost.begins)) })
  return manifest
}
