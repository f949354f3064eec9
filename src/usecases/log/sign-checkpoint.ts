/** The log as it stands in, a signed checkpoint of it out; what was signed before must be its beginning. */
import { keyOf, type NoteKey, noteKeyText, signedNote } from '../../adapters/note-keys.ts'
import type { Signer } from '../../adapters/signing.ts'
import { refuse } from '../../core/faults.ts'
import { checkpointText } from '../../core/log/checkpoint.ts'
import { noteText } from '../../core/log/note.ts'
import { EMPTY, grown, rootOf } from '../../core/log/tree.ts'
import type { Store } from '../../store/connect.ts'
import { hasher, leafOfEntry } from '../../store/leaf.ts'
import { entryHashes, keepCheckpoint, newestCheckpoint } from '../../store/queries/log-tree.ts'
import type { CheckpointRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'

export type Logbook = { readonly store: Store; readonly signer: Signer }
export type SignedCheckpoint = CheckpointRow & {
  /** What to check the signature with: handed to witnesses and partners by a way they trust. */
  readonly key: string
}

export const logKeyOf = (signer: Signer): NoteKey => keyOf(signer, 'log')

/**
 * Null for a log without entries. Refuses to sign a log that is not the continuation of what was signed last: a signature
 * under a rewritten log would be worse than none.
 */
export async function signCheckpoint(
  { store, clock }: Pick<Context, 'store' | 'clock'>,
  signer: Signer,
): Promise<SignedCheckpoint | null> {
  const hashes = await entryHashes(store)
  if (hashes.length === 0) return null
  const last = await newestCheckpoint(store)
  let tree = EMPTY
  for (const hash of hashes) {
    tree = grown(hasher, tree, leafOfEntry(hash))
    if (tree.size === last?.size && hexOf(rootOf(hasher, tree)) !== last.root)
      throw refuse('log.forked', { size: last.size })
  }
  if (last && last.size > tree.size) throw refuse('log.forked', { size: last.size })
  const key = logKeyOf(signer)
  if (last?.size === tree.size) return { ...last, key: noteKeyText(key) }
  const root = rootOf(hasher, tree)
  const text = checkpointText({ origin: key.name, size: tree.size, root })
  const note = noteText(signedNote(signer, key, text))
  const row = { size: tree.size, root: hexOf(root), note, at: clock.now() }
  await keepCheckpoint(store, row)
  return { ...row, key: noteKeyText(key) }
}

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
