/** A parcel of changes and the copy it was packed for in, the newer copy in its place out: whole, or nothing is changed. */
import { join } from 'node:path'
import { fileBelow, newFolder, sha256 } from '../../adapters/mirror-folder.ts'
import { unzipped } from '../../adapters/zip-file.ts'
import { refuse } from '../../core/faults.ts'
import { MANIFEST, type Manifest, SIGNATURE } from '../../core/mirror.ts'
import { besides, numberOf } from '../../core/mirror-age.ts'
import { listPath } from '../../core/mirror-lists.ts'
import { readManifest } from './read-manifest.ts'
import { isSigned, type SignedText, signedManifest } from './write-mirror.ts'

/** A manifest or a list is far smaller; what unpacks to more is none. */
const MOST_LIST = 16 * 1024 * 1024

export type Laid = { readonly manifest: Manifest; readonly number: number; readonly before: number }

/** `file`: what the parcel is called, for whoever is told what is wrong with it. */
export async function layChanges(folder: string, parcel: Uint8Array, file: string): Promise<Laid> {
  const old = signedManifest(folder)
  if (!old) throw refuse('input.not-found', { name: `${folder}/${MANIFEST}, ${SIGNATURE}` })
  const heads = unpacked(parcel, file, (path, bytes) => isList(path) && bytes <= MOST_LIST)
  const now = signedIn(heads)
  if (!now) throw refuse('mirror.parcel', { file, path: MANIFEST })
  const before = readManifest(old.text, join(folder, MANIFEST), () => null).manifest
  const read = readManifest(now.text, file, (path) => heads[path] ?? fileBelow(folder, path))
  const { manifest } = read
  // The copy that lies here is what is trusted: only its own key takes it on.
  if (!isSigned(old, before.key)) throw refuse('mirror.signature', { file: join(folder, MANIFEST) })
  if (manifest.key !== before.key || !isSigned(now, before.key)) throw refuse('mirror.signature', { file })
  const numbers = { number: numberOf(manifest), before: numberOf(before) }
  if (besides(numbers.number, numbers.before) !== 'newer')
    throw refuse('mirror.older', { file, number: String(numbers.number), other: String(numbers.before) })
  const [lost] = read.wrong
  if (lost) throw refuse('mirror.parcel', { file, path: listPath(lost.begins) })

  const sizes = new Map(manifest.files.map((one) => [one.path, one.bytes]))
  const sent = unpacked(parcel, file, (path, bytes) => sizes.get(path) === bytes)
  const out = newFolder(folder)
  try {
    const taken = async (path: string, expected: string | null): Promise<void> => {
      const whole = [sent[path], heads[path], fileBelow(folder, path)].find(
        (bytes) => bytes && (expected === null || sha256(bytes) === expected),
      )
      if (!whole) throw refuse('mirror.parcel', { file, path })
      await out.write({ path, bytes: whole })
    }
    for (const one of manifest.files) await taken(one.path, one.sha256)
    // Each of these was compared with its fingerprint, or its signature, when it was read.
    for (const path of [...read.lists, MANIFEST, SIGNATURE]) await taken(path, null)
    await out.finish()
    return { manifest, ...numbers }
  } finally {
    await out.abandon()
  }
}

const isList = (path: string): boolean => path === MANIFEST || path === SIGNATURE || path.startsWith('lists/')

function signedIn(parts: Readonly<Record<string, Uint8Array>>): SignedText | null {
  const [text, signature] = [parts[MANIFEST], parts[SIGNATURE]]
  return text && signature ? { text, signature: new TextDecoder().decode(signature) } : null
}

function unpacked(
  parcel: Uint8Array,
  file: string,
  isWanted: (path: string, bytes: number) => boolean,
): Readonly<Record<string, Uint8Array>> {
  const parts = unzipped(parcel, isWanted)
  if (!parts) throw refuse('mirror.parcel', { file, path: MANIFEST })
  return parts
}
