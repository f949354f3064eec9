/** A checkpoint and how far a witness has seen the log in, the file that asks them to sign it out. */
import { refuse } from '../../core/faults.ts'
import { noteText, readNote } from '../../core/log/note.ts'
import { witnessRequestText } from '../../core/log/proofs.ts'
import { consistencyProof } from '../../core/log/tree.ts'
import type { Store } from '../../store/connect.ts'
import { hasher, leafOfEntry } from '../../store/leaf.ts'
import { cosignaturesOf, entryHashes } from '../../store/queries/log-tree.ts'
import type { CheckpointRow } from '../../store/tables.ts'

/** `since`: entries of the checkpoint that they saw last; 0: they have seen none. */
export async function askWitness(store: Store, checkpoint: CheckpointRow, since: number): Promise<string> {
  if (since > checkpoint.size)
    throw refuse('input.value', { problem: `the log has ${checkpoint.size} entries, not ${since}` })
  const leaves = (await entryHashes(store, checkpoint.size)).map(leafOfEntry)
  return witnessRequestText({
    old: since,
    proof: consistencyProof(hasher, leaves, since),
    note: await withCosignatures(store, checkpoint),
  })
}

/** Entries of the newest checkpoint that this witness signed; 0: none. */
export async function seenBy(store: Store, name: string): Promise<number> {
  const theirs = (await cosignaturesOf(store)).filter((one) => one.name === name)
  return Math.max(0, ...theirs.map((one) => one.size))
}

/** The note of a checkpoint with the lines of all who signed it. */
export async function withCosignatures(store: Store, { size, note }: CheckpointRow): Promise<string> {
  const read = readNote(note)
  if (!read) throw new Error(`the checkpoint of ${size} entries is no note`)
  const others = (await cosignaturesOf(store, size)).map(({ name, signed }) => ({ name, signed }))
  return noteText({ text: read.text, signatures: [...read.signatures, ...others] })
}
