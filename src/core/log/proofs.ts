/** Proofs ⇄ the files that carry them: C2SP tlog-witness (an older tree to a newer) and tlog-proof (an entry to a tree). */
import { readCount, readHash } from './checkpoint.ts'
import { toBase64 } from './note.ts'
import type { Hash } from './tree.ts'

/** A checkpoint for a witness, with what proves that it continues the one of `old` entries. `note`: as it was signed. */
export type WitnessRequest = { readonly old: number; readonly proof: readonly Hash[]; readonly note: string }
/** That entry `index`, counted from 0, is in the log; `extra`: the entry itself, in base64. */
export type EntryProof = {
  readonly index: number
  readonly proof: readonly Hash[]
  readonly extra: string | null
  readonly note: string
}

/** No tree of a log has more levels. */
const MOST_HASHES = 63

const hashLines = (proof: readonly Hash[]): string => proof.map((one) => `${toBase64(one)}\n`).join('')

export const witnessRequestText = ({ old, proof, note }: WitnessRequest): string =>
  `old ${old}\n${hashLines(proof)}\n${note}`

export function readWitnessRequest(text: string): WitnessRequest | null {
  const { lines, note } = parted(text)
  const [first = '', ...rest] = lines
  const old = first.startsWith('old ') ? readCount(first.slice(4)) : null
  const proof = readHashes(rest)
  return old === null || !proof || note === '' ? null : { old, proof, note }
}

const HEAD = 'c2sp.org/tlog-proof@v1'

export const isEntryProof = (text: string): boolean => text.startsWith(`${HEAD}\n`)

export const entryProofText = ({ index, proof, extra, note }: EntryProof): string =>
  `${HEAD}\n${extra === null ? '' : `extra ${extra}\n`}index ${index}\n${hashLines(proof)}\n${note}`

export function readEntryProof(text: string): EntryProof | null {
  const { lines, note } = parted(text)
  const [head, ...rest] = lines
  const extra = rest[0]?.startsWith('extra ') ? rest.shift()?.slice(6) : null
  const first = rest.shift() ?? ''
  const index = first.startsWith('index ') ? readCount(first.slice(6)) : null
  const proof = readHashes(rest)
  if (head !== HEAD || index === null || !proof || note === '') return null
  return { index, proof, extra: extra ?? null, note }
}

/** Both begin with lines of their own, up to the first empty one. */
function parted(text: string): { readonly lines: string[]; readonly note: string } {
  const end = text.indexOf('\n\n')
  return end < 0
    ? { lines: [], note: '' }
    : { lines: text.slice(0, end).split('\n'), note: text.slice(end + 2) }
}

function readHashes(lines: readonly string[]): readonly Hash[] | null {
  const hashes = lines.map(readHash).filter((one) => one !== null)
  return hashes.length === lines.length && hashes.length <= MOST_HASHES ? hashes : null
}
