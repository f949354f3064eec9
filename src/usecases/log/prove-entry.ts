/** An entry of the log in, a file that proves it stands in a signed log out, and the other way round; checking needs no database. */
import { type NoteKey, readNoteKey, signatureBy } from '../../adapters/note-keys.ts'
import { refuse } from '../../core/faults.ts'
import { readCheckpoint } from '../../core/log/checkpoint.ts'
import { fromBase64, isBase64, readNote, toBase64 } from '../../core/log/note.ts'
import { entryProofText, readEntryProof } from '../../core/log/proofs.ts'
import { inclusionProof, isIncluded } from '../../core/log/tree.ts'
import type { Store } from '../../store/connect.ts'
import { eventText, hasher, leafOfEntry, sha256 } from '../../store/leaf.ts'
import { entryHashes } from '../../store/queries/log-tree.ts'
import type { CheckpointRow } from '../../store/tables.ts'
import { withCosignatures } from './ask-witness.ts'

/** `extra` holds what the entry's hash is made of: who, when and which use case, and hashes of what it was about. */
export async function proveEntry(store: Store, checkpoint: CheckpointRow, seq: number): Promise<string> {
  const event = await store.selectFrom('events').selectAll().where('seq', '=', seq).executeTakeFirst()
  if (!event || seq > checkpoint.size) throw refuse('record.unknown', { id: String(seq) })
  const leaves = (await entryHashes(store, checkpoint.size)).map(leafOfEntry)
  return entryProofText({
    index: seq - 1,
    proof: inclusionProof(hasher, leaves, seq - 1),
    extra: toBase64(Buffer.from(eventText(event))),
    note: await withCosignatures(store, checkpoint),
  })
}

export type ProvenEntry = {
  readonly seq: number
  /** Entries of the log that was signed. */
  readonly size: number
  readonly origin: string
  readonly entry: string
  readonly isIncluded: boolean
  /** Null where nobody said which key it should be. */
  readonly isSigned: boolean | null
  /** Names of witnesses on the note; whose they are is known to whoever knows their keys. */
  readonly witnesses: readonly string[]
}

export function checkEntryProof(text: string, file: string, logKey: string | null): ProvenEntry {
  const read = readEntryProof(text)
  const note = read && readNote(read.note)
  const checkpoint = note && readCheckpoint(note.text)
  if (!read || !note || !checkpoint || read.extra === null || !isBase64(read.extra))
    throw refuse('log.note', { file })
  const entry = Buffer.from(fromBase64(read.extra)).toString('utf8')
  const { size, root, origin } = checkpoint
  const { index, proof } = read
  const key: NoteKey | null = logKey === null ? null : readNoteKey(logKey)
  if (logKey !== null && !key) throw refuse('log.key', { key: logKey })
  return {
    ...{ seq: index + 1, size, origin, entry },
    isIncluded: isIncluded(hasher, { leaf: leafOfEntry(sha256(entry)), index, size, root, proof }),
    isSigned: key && key.name === origin && signatureBy(note, key) !== null,
    witnesses: note.signatures.map((one) => one.name).filter((name) => name !== origin),
  }
}
