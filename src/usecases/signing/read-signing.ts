/** A publication in; every version that was offered, who was asked, who signed which, who declined, who waits, out. */
import { today } from '../../adapters/clock.ts'
import {
  type Offer,
  oldestStanding,
  type Signatory,
  signatoriesOf,
  stands,
} from '../../core/signing/signing.ts'
import { linksOf, offersOf, signActsOf } from '../../store/queries/signing.ts'
import type { SignLinkRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { heldNames } from '../writing/held-names.ts'
import { type PublicationRead, readPublication } from '../writing/read-publication.ts'

export type AskedToSign = {
  readonly id: string
  /** Null: the team let its note go. */
  readonly link: Omit<SignLinkRow, 'token_hash'> | null
  readonly signatory: Signatory | null
  /** asked: no answer yet · anew: it signed a version that was another in substance. */
  readonly standing: 'asked' | 'over' | 'anew' | Signatory['standing']
  /** Words of the signature in which somebody withheld may be named: readers do not get them. */
  readonly held: readonly string[]
}
export type SigningRead = {
  readonly read: PublicationRead
  readonly offers: readonly Offer[]
  readonly asked: readonly AskedToSign[]
}

export async function readSigning(context: Context, id: string): Promise<SigningRead> {
  const read = await readPublication(context, id)
  const { house } = context
  const offers = await offersOf(house, id)
  const links = await linksOf(house, id)
  const signatories = signatoriesOf(await signActsOf(house, id))
  const names = await heldNames(context, house)
  const now = today(context.clock)
  const last = offers.at(-1)?.version ?? 0
  const ids = [...new Set([...links.map((one) => one.id), ...signatories.map((one) => one.id)])]
  const asked = ids.map((one): AskedToSign => {
    const found = links.find((each) => each.id === one)
    const signatory = signatories.find((each) => each.id === one) ?? null
    const { token_hash: _, ...link } = found ?? { token_hash: '' }
    const isOld = signatory?.version != null && signatory.version < oldestStanding(offers, last)
    const hasName = signatory?.standing === 'signed' || signatory?.standing === 'confirmed'
    const given = signatory?.signature
    return {
      ...{ id: one, link: found ? (link as Omit<SignLinkRow, 'token_hash'>) : null, signatory },
      standing:
        signatory === null
          ? found && found.expires < now
            ? 'over'
            : 'asked'
          : hasName && isOld
            ? 'anew'
            : signatory.standing,
      held: [given?.names?.en, given?.names?.ru, given?.names?.kk, given?.role, given?.place].flatMap(
        (words) => (words ? names.heldIn(words, []) : []),
      ),
    }
  })
  return { read, offers, asked }
}

/** Confirmed under the newest version: what readers would be told. */
export const confirmedIn = ({ offers, asked }: SigningRead): number => {
  const last = offers.at(-1)
  return last === undefined
    ? 0
    : asked.filter(
        ({ signatory }) => signatory?.standing === 'confirmed' && stands(signatory, offers, last.version),
      ).length
}
