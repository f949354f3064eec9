/** A folder in, everything in it that is not as it was signed out; needs neither a database nor the network. */
import { fileBelow, filesBelow, sha256 } from '../../adapters/mirror-folder.ts'
import { fingerprintOf } from '../../adapters/signing.ts'
import { refuse } from '../../core/faults.ts'
import { inGroups, MANIFEST, SIGNATURE } from '../../core/mirror.ts'
import { numberOf } from '../../core/mirror-age.ts'
import { listPath } from '../../core/mirror-lists.ts'
import { readManifest } from './read-manifest.ts'
import { type Beside, besideSeen, type SeenCopy } from './seen-copy.ts'
import { isSigned, signedManifest } from './write-mirror.ts'

export type WrongFile = { readonly kind: 'altered' | 'missing' | 'extra'; readonly path: string }
export type MirrorCheck = {
  readonly made: string
  readonly number: number
  readonly files: number
  readonly fingerprint: string
  readonly isSigned: boolean
  /** Null where nobody said which key it should be. */
  readonly isExpectedKey: boolean | null
  /** How it stands to another copy that somebody has seen; null where nobody named one. */
  readonly beside: Beside | null
  readonly wrong: readonly WrongFile[]
}

const lettersOf = (fingerprint: string): string => fingerprint.replace(/\s/g, '').toLowerCase()

/** `expected`: the fingerprint that was given on paper or by voice. */
export function verifyMirror(
  folder: string,
  expected: string | null,
  seen: SeenCopy | null = null,
): MirrorCheck {
  const found = signedManifest(folder)
  if (!found) throw refuse('input.not-found', { name: `${folder}/${MANIFEST}, ${SIGNATURE}` })
  const read = readManifest(found.text, `${folder}/${MANIFEST}`, (path) => fileBelow(folder, path))
  const { manifest, lists } = read
  const listed = new Set([...manifest.files.map((one) => one.path), ...lists, MANIFEST, SIGNATURE])
  const wrongLists = read.wrong.map(({ kind, begins }): WrongFile => ({ kind, path: listPath(begins) }))
  // What a lost list named may well belong there.
  const isUnknown = (path: string): boolean =>
    read.wrong.some(({ begins }) => path.startsWith(begins) || path.startsWith(`lists/${begins}`))
  const wrong: WrongFile[] = manifest.files.flatMap((one): readonly WrongFile[] => {
    const bytes = fileBelow(folder, one.path)
    if (!bytes) return [{ kind: 'missing', path: one.path }]
    return sha256(bytes) === one.sha256 ? [] : [{ kind: 'altered', path: one.path }]
  })
  const extra = filesBelow(folder).filter((path) => !listed.has(path) && !isUnknown(path))
  const fingerprint = fingerprintOf(manifest.key)
  return {
    made: manifest.made,
    number: numberOf(manifest),
    files: manifest.files.length,
    fingerprint: inGroups(fingerprint),
    isSigned: isSigned(found, manifest.key),
    isExpectedKey: expected === null ? null : lettersOf(expected) === fingerprint,
    beside: seen && besideSeen(manifest, found.text, seen),
    wrong: [...wrongLists, ...wrong, ...extra.map((path) => ({ kind: 'extra' as const, path }))],
  }
}
