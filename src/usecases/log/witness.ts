/** A partner's side: a checkpoint of somebody's log in, the same signed by us out, if it continues what we signed last. */
import { cosigned, type NoteKey, noteKeyText, readNoteKey, signatureBy } from '../../adapters/note-keys.ts'
import type { Signer } from '../../adapters/signing.ts'
import { refuse } from '../../core/faults.ts'
import { type Checkpoint, readCheckpoint } from '../../core/log/checkpoint.ts'
import { type Note, noteText, readNote } from '../../core/log/note.ts'
import { readWitnessRequest, type WitnessRequest } from '../../core/log/proofs.ts'
import { isConsistent } from '../../core/log/tree.ts'
import { hasher } from '../../store/leaf.ts'

/** What a witness remembers of each log; a folder of small files in life, see adapters/witness-folder.ts. */
export type Memory = {
  /** The key of the log of this name, and the note signed last; null: neither is there yet. */
  readonly recall: (origin: string) => { readonly key: string; readonly note: string | null } | null
  readonly keep: (origin: string, key: string, note: string) => void
  /** Two notes of one log that do not fit together are the proof that it was rewritten. Returns where they lie. */
  readonly alarm: (origin: string, notes: readonly string[]) => string
}
export type Witness = {
  readonly signer: Signer
  readonly key: NoteKey
  readonly memory: Memory
  readonly now: string
}
export type Witnessed = {
  readonly origin: string
  readonly size: number
  readonly before: number
  readonly note: string
}

/** `logKey`: the key of the log as it was told by a way that is trusted; needed the first time. */
export function witness(own: Witness, written: string, file: string, logKey: string | null): Witnessed {
  const request = readWitnessRequest(written)
  const note = request && readNote(request.note)
  const checkpoint = note && readCheckpoint(note.text)
  if (!request || !note || !checkpoint) throw refuse('log.note', { file })
  const { origin, size } = checkpoint
  const known = own.memory.recall(origin)
  if (!known && logKey === null) throw refuse('witness.first', { origin })
  if (known && logKey !== null && known.key !== logKey) throw refuse('witness.other-key', { origin })
  const text = known?.key ?? logKey ?? ''
  const key = readNoteKey(text)
  if (key?.use !== 'log' || key.name !== origin) throw refuse('log.key', { key: text })
  if (!signatureBy(note, key)) throw refuse('log.signature', { file })
  const before = seen(known?.note ?? null)
  if (before) compare(own, { request, note, checkpoint, before })
  else if (request.old !== 0) throw refuse('witness.since', { size: 0 })
  const line = cosigned(own.signer, own.key, note.text, own.now)
  const signed = noteText({ text: note.text, signatures: [...note.signatures, line] })
  own.memory.keep(origin, text, signed)
  return { origin, size, before: before?.checkpoint.size ?? 0, note: signed }
}

type Seen = { readonly note: string; readonly checkpoint: Checkpoint }
function seen(note: string | null): Seen | null {
  const read = note === null ? null : readNote(note)
  const checkpoint = read && readCheckpoint(read.text)
  return note !== null && checkpoint ? { note, checkpoint } : null
}

type Compared = {
  readonly request: WitnessRequest
  readonly note: Note
  readonly checkpoint: Checkpoint
  readonly before: Seen
}
/** A shorter log, another one of the same length, or one that does not begin with what we signed: never signed, and told. */
function compare({ memory }: Witness, { request, note, checkpoint, before }: Compared): void {
  const fork = (): never => {
    const at = memory.alarm(checkpoint.origin, [before.note, noteText(note), request.note])
    throw refuse('witness.forked', { origin: checkpoint.origin, size: before.checkpoint.size, at })
  }
  if (checkpoint.size === before.checkpoint.size) {
    if (!isConsistent(hasher, before.checkpoint, checkpoint, [])) fork()
    return
  }
  // An older checkpoint is no fork: a file may have been carried for long. It is not signed either.
  if (checkpoint.size < before.checkpoint.size)
    throw refuse('witness.older', { size: checkpoint.size, seen: before.checkpoint.size })
  if (request.old !== before.checkpoint.size) throw refuse('witness.since', { size: before.checkpoint.size })
  if (!isConsistent(hasher, before.checkpoint, checkpoint, request.proof)) fork()
}

/** What the house is given, so that our signatures count there. */
export const witnessKeyText = ({ key }: Witness): string => noteKeyText(key)
