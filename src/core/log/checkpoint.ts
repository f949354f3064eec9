/** How long a log is and the root of its tree ⇄ the three lines that are signed, as C2SP tlog-checkpoint writes them. */
import { fromBase64, isBase64, toBase64 } from './note.ts'
import type { Hash, Tree } from './tree.ts'

/** `origin`: the name of the log, and of the key that signs it. */
export type Checkpoint = Tree & { readonly origin: string }

const HASH_BYTES = 32

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`

/** Null for any other text. Lines after the third are for others and left unread, as the format asks. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = text.split('\n')
  const hash = readHash(root)
  const count = readCount(size)
  return origin === '' || count === null || !hash || !text.endsWith('\n')
    ? null
    : { origin, size: count, root: hash }
}

export const readHash = (text: string): Hash | null => {
  if (!isBase64(text)) return null
  const bytes = fromBase64(text)
  return bytes.length === HASH_BYTES ? bytes : null
}

/** No leading zeros and no sign. */
export const readCount = (text: string): number | null => {
  const count = Number(text)
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(count) ? count : null
}
