/** Every time stamp that was kept in, whether each holds out: without the network. */
import type { X509Certificate } from 'node:crypto'
import { checkStamp } from '../../adapters/time-stamp/check.ts'
import type { StampCheck, Stamped } from '../../core/time-stamp.ts'
import type { CheckpointRow, TimeStampRow } from '../../store/tables.ts'
import { imprintOf } from './stamp-what-waits.ts'

export type StampsAsked = {
  readonly stamps: readonly TimeStampRow[]
  /** What was signed of the log. */
  readonly checkpoints: readonly Pick<CheckpointRow, 'note'>[]
  /** SHA-256 of files that the log names. */
  readonly files: ReadonlySet<string>
  readonly believed: readonly X509Certificate[]
  readonly now: string
}
export type StampFound = {
  readonly stamped: Stamped
  readonly imprint: string
  readonly authority: string
  /** stray: it is of nothing that is here. */
  readonly found: StampCheck | { readonly kind: 'stray' }
}

export function checkStamps({
  stamps,
  checkpoints,
  files,
  believed,
  now,
}: StampsAsked): readonly StampFound[] {
  const imprints = { checkpoint: new Set(checkpoints.map(imprintOf)), file: files }
  return stamps.map(({ stamped, imprint, authority, token }) => {
    const check = checkStamp({ token: Buffer.from(token, 'base64'), sha256: imprint, believed, now })
    const isHere = imprints[stamped].has(imprint)
    return { stamped, imprint, authority, found: isHere ? check : { kind: 'stray' as const } }
  })
}
