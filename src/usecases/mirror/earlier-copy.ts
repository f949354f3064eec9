/** An earlier copy, or what is left of its lists, in; every file that it has out, where a parcel of changes starts from, and its number. */
import { basename, dirname, join } from 'node:path'
import { fileBelow } from '../../adapters/mirror-folder.ts'
import { refuse } from '../../core/faults.ts'
import { MANIFEST, type Manifest } from '../../core/mirror.ts'
import { numberOf } from '../../core/mirror-age.ts'
import { listPath } from '../../core/mirror-lists.ts'
import { readManifest } from './read-manifest.ts'
import { isSigned, signedManifest } from './write-mirror.ts'

/** `since`: its folder, or its manifest.json. */
export function earlierCopy(since: string): Manifest {
  const folder = folderOf(since)
  const path = join(folder, MANIFEST)
  const text = fileBelow(folder, MANIFEST)
  if (!text) throw refuse('input.not-found', { name: path })
  const { manifest, wrong } = readManifest(text, path, (list) => fileBelow(folder, list))
  const [lost] = wrong
  // Without it nobody knows what the earlier copy has, and all of that would be sent again.
  if (lost) throw refuse('input.not-found', { name: join(folder, listPath(lost.begins)) })
  return manifest
}

const folderOf = (since: string): string => (basename(since) === MANIFEST ? dirname(since) : since)

/** Of copies that lie here and that this key signed, the greatest number; 0 where there are none. A house whose numbers were lost goes on from it. */
export function numberSeen(key: string, places: readonly string[]): number {
  const numbers = places.map((place) => {
    const signed = signedManifest(folderOf(place))
    if (!signed || !isSigned(signed, key)) return 0
    const { manifest } = readManifest(signed.text, place, () => null)
    return manifest.key === key ? numberOf(manifest) : 0
  })
  return Math.max(0, ...numbers)
}
