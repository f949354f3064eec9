/** What was offered for signature, what was answered and the links out, of one publication or of all. For the house alone. */
import type { Handed } from '../../core/signing/confirming.ts'
import type { Offer, SignedAct } from '../../core/signing/signing.ts'
import type { Store } from '../connect.ts'
import type { SignActRow, SignLinkRow, SignOfferRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

const offerOf = ({
  version,
  hash,
  is_substance: isSubstance,
  why,
  by,
  at,
}: Omit<SignOfferRow, 'frozen'>): Offer => ({
  ...{ version, hash, isSubstance, why, by, at },
})
const actOf = ({ signatory, act, version, signature, by, at }: SignActRow): SignedAct => ({
  ...{ signatory, act, version, signature, by, at },
})

/** Of every publication, in the order in which they were made. */
export async function allOffers(house: Reader): Promise<ReadonlyMap<string, readonly Offer[]>> {
  const rows = await house
    .selectFrom('sign_offers')
    .select(['publication', 'version', 'hash', 'is_substance', 'why', 'by', 'at', 'event', 'nonce'])
    .orderBy('version')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (one) => one.publication)].map(([id, own]) => [id, own.map(offerOf)] as const),
  )
}
export const offersOf = async (house: Reader, publication: string): Promise<readonly Offer[]> =>
  (await allOffers(house)).get(publication) ?? []

export async function offeredText(house: Reader, publication: string, version: number): Promise<unknown> {
  const row = await house
    .selectFrom('sign_offers')
    .select('frozen')
    .where('publication', '=', publication)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.frozen ?? null
}

export async function allSignActs(house: Reader): Promise<ReadonlyMap<string, readonly SignedAct[]>> {
  const rows = await house.selectFrom('sign_acts').selectAll().orderBy('event').execute()
  return new Map(
    [...Map.groupBy(rows, (one) => one.publication)].map(([id, own]) => [id, own.map(actOf)] as const),
  )
}
export async function signActsOf(house: Reader, publication: string): Promise<readonly SignedAct[]> {
  const rows = house.selectFrom('sign_acts').selectAll().where('publication', '=', publication)
  return (await rows.orderBy('event').execute()).map(actOf)
}

export const linksOf = (house: Reader, publication: string): Promise<readonly SignLinkRow[]> =>
  house
    .selectFrom('sign_links')
    .selectAll()
    .where('publication', '=', publication)
    .orderBy('made')
    .orderBy('id')
    .execute()

export const linkByHash = async (house: Reader, hash: string): Promise<SignLinkRow | null> =>
  (await house.selectFrom('sign_links').selectAll().where('token_hash', '=', hash).executeTakeFirst()) ?? null

/** Null: the link was dropped. */
export const handedOf = (
  link: Pick<SignLinkRow, 'handed_to' | 'handed_at'> | null | undefined,
): Handed | null => (link ? { to: link.handed_to, at: link.handed_at } : null)
