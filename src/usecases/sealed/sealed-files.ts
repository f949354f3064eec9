/** A file sealed to a list, opened with an identity, and sealed anew to another list: on the machine of whoever does it. */
import { openWith, sealTo } from '../../adapters/sealed/age.ts'
import { refuse } from '../../core/faults.ts'
import { type Envelope, packedFile, packedText, type Unsealed, unpacked } from '../../core/sealed/envelope.ts'
import type { RecipientList } from '../../core/sealed/recipients.ts'

export const keysOf = ({ recipients }: Pick<RecipientList, 'recipients'>): readonly string[] =>
  recipients.map((one) => one.key)

export type ToSeal = {
  readonly bytes: Uint8Array
  /** Null: words, and no file. */
  readonly name: string | null
  readonly about?: string | null
  readonly field?: string | null
}

export function sealOne(list: RecipientList, { bytes, name, about, field }: ToSeal): Promise<Uint8Array> {
  const more: Partial<Envelope> = { about: about ?? null, field: field ?? null }
  return sealTo(
    keysOf(list),
    name === null
      ? packedText(new TextDecoder().decode(bytes), more)
      : packedFile(bytes, name, 'application/octet-stream', more),
  )
}

/** Sealed by another program, it is a file without a name. */
export async function openOne(secrets: readonly string[], sealed: Uint8Array): Promise<Unsealed> {
  const bytes = await openWith(secrets, sealed)
  if (!bytes) throw refuse('sealed.other')
  return (
    unpacked(bytes) ?? {
      envelope: {
        form: 'sealed@1',
        what: 'file',
        about: null,
        field: null,
        name: null,
        type: 'application/octet-stream',
      },
      content: bytes,
    }
  )
}

/** The very bytes, to other keys: a new colleague reads what was sealed before, a lost key opens nothing new. */
export async function sealAgain(
  secrets: readonly string[],
  sealed: Uint8Array,
  list: RecipientList,
): Promise<Uint8Array> {
  const bytes = await openWith(secrets, sealed)
  if (!bytes) throw refuse('sealed.other')
  return sealTo(keysOf(list), bytes)
}
