/** To whom a backup is sealed in, how its parts are closed and opened out. */
import { openWith, sealTo } from '../../adapters/sealed/age.ts'
import { refuse } from '../../core/faults.ts'

/** `recipients` empty and `open` a reason: parts lie there as they are. */
export type Sealed = { readonly recipients: readonly string[]; readonly open: string | null }
export type Closing = { readonly ending: string; readonly close: (bytes: Uint8Array) => Promise<Uint8Array> }
export type Opening = (bytes: Uint8Array) => Promise<Uint8Array | null>

/** Keys of persons (age1…), of which at least one; or a reason to do without, said by a person. */
export function closing({ recipients, open }: Sealed): Closing {
  const wrong = recipients.filter((one) => !/^age1[02-9ac-hj-np-z]{50,}$/.test(one))
  if (wrong.length > 0) throw refuse('backup.recipient', { keys: wrong.join(', ') })
  if (recipients.length === 0 && (open ?? '').trim() === '') throw refuse('backup.open')
  if (recipients.length > 0 && open !== null) throw refuse('backup.both')
  return recipients.length === 0
    ? { ending: '', close: async (bytes) => bytes }
    : { ending: '.age', close: (bytes) => sealTo(recipients, bytes) }
}

/** Null comes out for what none of the keys opens. */
export const opening =
  (isSealed: boolean, identities: readonly string[]): Opening =>
  async (bytes) =>
    isSealed ? openWith(identities, bytes) : bytes
