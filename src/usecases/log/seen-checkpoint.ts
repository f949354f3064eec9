/** A checkpoint that somebody kept in, the tree it says the log had out; refused where the log did not sign it. */
import { readNoteKey, signatureBy } from '../../adapters/note-keys.ts'
import { refuse } from '../../core/faults.ts'
import { readCheckpoint } from '../../core/log/checkpoint.ts'
import { readNote } from '../../core/log/note.ts'
import { readWitnessRequest } from '../../core/log/proofs.ts'
import type { Signed } from '../../store/check-log.ts'
import { hexOf } from './sign-checkpoint.ts'

/** `written`: a signed note, or the file that asked a witness for one. `logKey`: what must have signed it. */
export function seenCheckpoint(written: string, file: string, logKey: string): Signed {
  const note = readNote(readWitnessRequest(written)?.note ?? written)
  const checkpoint = note && readCheckpoint(note.text)
  if (!note || !checkpoint) throw refuse('log.note', { file })
  const key = readNoteKey(logKey)
  if (key?.use !== 'log') throw refuse('log.key', { key: logKey })
  if (key.name !== checkpoint.origin || !signatureBy(note, key)) throw refuse('log.signature', { file })
  return { size: checkpoint.size, root: hexOf(checkpoint.root) }
}
