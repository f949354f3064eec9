/** An earlier list of files and a new copy in, one small parcel of what changed out: unpacked over the earlier copy it makes the new one. */
import { fileBelow } from '../../adapters/mirror-folder.ts'
import { zipped } from '../../adapters/zip-file.ts'
import { refuse } from '../../core/faults.ts'
import { changesFrom, MANIFEST, type Manifest, SIGNATURE } from '../../core/mirror.ts'
import { besides, numberOf } from '../../core/mirror-age.ts'
import { listPath, listsOf } from '../../core/mirror-lists.ts'
import { hashOf } from './write-mirror.ts'

export type Parcel = { readonly bytes: Uint8Array; readonly written: number; readonly removed: number }

export function packChanges(old: Manifest, now: Manifest, folder: string): Parcel {
  // A parcel that led back would bring again what was withdrawn.
  if (old.key === now.key && besides(numberOf(now), numberOf(old)) !== 'newer')
    throw refuse('mirror.older', {
      ...{ file: folder, number: String(numberOf(now)), other: String(numberOf(old)) },
    })
  const { written, removed } = changesFrom(old, now)
  const parts: Record<string, Uint8Array> = {}
  const before = new Map(
    old.format === 'aigaq-mirror@1'
      ? []
      : listsOf(old.files, hashOf).below.map((one) => [one.begins, one.text]),
  )
  const lists = listsOf(now.files, hashOf).below.filter((one) => before.get(one.begins) !== one.text)
  const listed = lists.map((one) => listPath(one.begins))
  for (const path of [...written.map((one) => one.path), ...listed, MANIFEST, SIGNATURE]) {
    const bytes = fileBelow(folder, path)
    if (!bytes) throw new Error(`${path} left the copy while it was packed`)
    parts[path] = bytes
  }
  // What must go is not listed: an address tells the day of a record that was withdrawn. Checking a copy names what is left over.
  const bytes = zipped(parts)
  return { bytes, written: written.length, removed: removed.length }
}
