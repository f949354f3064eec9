/** A checkpoint that witnesses signed in, their lines kept beside it out. */
import { readNoteKey, signatureBy } from '../../adapters/note-keys.ts'
import type { Signer } from '../../adapters/signing.ts'
import { refuse } from '../../core/faults.ts'
import { readCheckpoint } from '../../core/log/checkpoint.ts'
import { type Note, readNote } from '../../core/log/note.ts'
import type { Store } from '../../store/connect.ts'
import { checkpointOf, keepCosignature, knownWitnesses } from '../../store/queries/log-tree.ts'
import { hexOf, logKeyOf } from './sign-checkpoint.ts'

export type Taken = {
  readonly size: number
  readonly by: readonly { readonly name: string; readonly at: string }[]
}

/** Lines of witnesses that are not known are left: whoever may write a file may also make a key. */
export async function takeCosignatures(
  store: Store,
  signer: Signer,
  written: string,
  file: string,
): Promise<Taken> {
  const note = readNote(written)
  const checkpoint = note && readCheckpoint(note.text)
  if (!note || !checkpoint) throw refuse('log.note', { file })
  const own = await checkpointOf(store, checkpoint.size)
  if (!signatureBy(note, logKeyOf(signer)) || own?.root !== hexOf(checkpoint.root))
    throw refuse('log.not-ours', { file })
  const by = await signersOf(store, note)
  if (by.length === 0) throw refuse('log.no-witness', { file })
  for (const { name, at, signed } of by)
    await keepCosignature(store, { size: checkpoint.size, name, signed, at })
  return { size: checkpoint.size, by: by.map(({ name, at }) => ({ name, at })) }
}

async function signersOf(
  store: Store,
  note: Note,
): Promise<readonly { readonly name: string; readonly at: string; readonly signed: string }[]> {
  return (await knownWitnesses(store)).flatMap((witness) => {
    const key = readNoteKey(witness.key)
    // One line at a time, so that what is kept is the line that held.
    return note.signatures.flatMap((line) => {
      const held = key && signatureBy({ text: note.text, signatures: [line] }, key)
      return held?.at ? [{ name: witness.name, at: held.at, signed: line.signed }] : []
    })
  })
}
