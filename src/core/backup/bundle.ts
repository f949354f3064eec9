/** What a bundle of a backup says of itself: which part of the log it holds, and every file it wrote with its fingerprint. */

export type Part = {
  /** Below the folder of the backup, with `/` between folders. */
  readonly path: string
  readonly bytes: number
  /** Of the bytes as they lie there, so that they can be checked by whoever cannot open them; in hex. */
  readonly sha256: string
  /** SHA-256 of each mebibyte of a longer part: what was altered is found to within one. */
  readonly blocks: readonly string[]
}

export type Bundle = {
  readonly format: 'aigaq-backup@1'
  /** Counts up within the folder. */
  readonly number: number
  /** The bundle that a restore begins with; its own number where it stands alone. */
  readonly base: number
  /** SHA-256 of the note of the bundle before; null: it stands alone. */
  readonly before: string | null
  readonly made: string
  /** How many keys open it; 0: anybody can read it, for the reason in `open`. */
  readonly recipients: number
  /** The same for the same keys, and nothing to whoever lacks the house's own. */
  readonly sealed: string
  readonly open: string | null
  /** Name of the last migration of the database it was taken from. */
  readonly schema: string
  /** Entries of the log after the bundle before, and with this one; root of the tree over all of them, in hex. */
  readonly after: number
  readonly entries: number
  readonly root: string
  /** The key that signs the log, as C2SP signed-note writes it. */
  readonly key: string
  /** Parts that this bundle added; of a base: all that there are. */
  readonly parts: readonly Part[]
  /** Parts of earlier bundles that were erased since. */
  readonly gone: readonly string[]
}

export const MARK = 'aigaq-backup'
export const MARK_TEXT = 'aigaq-backup@1\n'
export const BLOCK_BYTES = 2 ** 20

const numbered = (number: number): string => String(number).padStart(6, '0')
export const bundleFolder = (number: number): string => `bundles/${numbered(number)}`
export const notePath = (number: number): string => `${bundleFolder(number)}/note`
/** Neither name tells what is in it: a list of SHA-256 would tell a thief which known papers are here. */
export const evidencePath = (name: string, ending: string): string =>
  `evidence/${name.slice(0, 2)}/${name}${ending}`

export const bodyPath = (name: string, ending: string): string =>
  `bodies/${name.slice(0, 2)}/${name}${ending}`

export const toldPath = (name: string, ending: string): string => `told/${name.slice(0, 2)}/${name}${ending}`

/** One text for one bundle; a line for each part. */
export function bundleText({ parts, gone, ...head }: Bundle): string {
  const lines = (all: readonly unknown[]): string => all.map((one) => JSON.stringify(one)).join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},\n"parts":[\n${lines(parts)}\n],\n"gone":[\n${lines(gone)}\n]}\n`
}

/** All parts that stand after a chain of bundles, by path; the chain begins with its base. */
export function partsOf(chain: readonly Bundle[]): ReadonlyMap<string, Part> {
  const all = new Map<string, Part>()
  for (const { parts, gone } of chain) {
    for (const part of parts) all.set(part.path, part)
    for (const path of gone) all.delete(path)
  }
  return all
}
