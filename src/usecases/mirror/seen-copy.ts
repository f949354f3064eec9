/** What somebody knows of a newer copy in (its number, its folder or its manifest), what another is held against out. */
import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileBelow } from '../../adapters/mirror-folder.ts'
import { refuse } from '../../core/faults.ts'
import { MANIFEST, type Manifest, SIGNATURE } from '../../core/mirror.ts'
import { besides, numberOf, readNumber, type Standing } from '../../core/mirror-age.ts'
import { readManifest } from './read-manifest.ts'
import { isSigned } from './write-mirror.ts'

export type SeenCopy = {
  readonly number: number
  /** Null where nothing but the number was said. */
  readonly manifest: Manifest | null
  readonly text: Uint8Array | null
}

export function seenCopy(said: string): SeenCopy {
  const number = readNumber(said)
  if (number !== null) return { number, manifest: null, text: null }
  const isFolder = existsSync(said) && statSync(said).isDirectory()
  const path = isFolder ? join(said, MANIFEST) : said
  const text = fileBelow(dirname(path), basename(path))
  if (!text) throw refuse('input.not-found', { name: path })
  // The lists below it say nothing of its age.
  const { manifest } = readManifest(text, path, () => null)
  const signature = basename(path) === MANIFEST ? fileBelow(dirname(path), SIGNATURE) : null
  // Who forges a manifest with a great number makes every honest copy look old.
  if (signature && !isSigned({ text, signature: new TextDecoder().decode(signature) }, manifest.key))
    throw refuse('mirror.signature', { file: path })
  return { number: numberOf(manifest), manifest, text }
}

/** `forked`: two different copies bear one number; `foreign`: keys differ, so numbers tell nothing. */
export type Beside = Standing | 'forked' | 'foreign'

export function besideSeen(manifest: Manifest, text: Uint8Array, seen: SeenCopy): Beside {
  if (seen.manifest && seen.manifest.key !== manifest.key) return 'foreign'
  const standing = besides(numberOf(manifest), seen.number)
  const isTwo = standing === 'same' && manifest.number !== null && seen.text !== null
  return isTwo && Buffer.compare(seen.text, text) !== 0 ? 'forked' : standing
}
