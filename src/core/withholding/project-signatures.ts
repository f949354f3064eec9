/** Who signed a text in, what readers may see of it out: only who was confirmed, without a name or a role in which somebody withheld is named. */
import type { PublicSignatory, PublicSignatures } from '../signing/public-signatures.ts'
import { type Offer, type Signatory, stands } from '../signing/signing.ts'
import { mayStand } from './may-stand.ts'
import type { NamesInWords } from './names-in-words.ts'

export type SignedText = {
  /** What readers have; null: what they have was never offered. */
  readonly offer: Offer
  readonly offers: readonly Offer[]
  readonly signatories: readonly Signatory[]
  /** Day of first publication. */
  readonly published: string
}

const dayOf = (instant: string): string => instant.slice(0, 10)

/** A name that holds somebody's withheld name is held back as if it had been asked for; its signature counts all the same. */
export function projectSignatures(
  { offer, offers, signatories, published }: SignedText,
  names: NamesInWords,
): PublicSignatures {
  const mayRead = (words: string | null): words is string => words !== null && mayStand(words, names, [])
  const open = (words: string | null): string | null => (mayRead(words) ? words : null)
  const under = signatories.filter(
    (one) => one.standing === 'confirmed' && stands(one, offers, offer.version),
  )
  const shown = under.flatMap(({ signature, signedAt }): readonly PublicSignatory[] => {
    const given = signature?.names
    if (!signature || !given) return []
    const own = { en: open(given.en), ru: open(given.ru), kk: open(given.kk) }
    // One spelling that gives somebody away is given away by the others too.
    const isOpen = [given.en, given.ru, given.kk].every((one) => one === null || mayRead(one))
    if (!isOpen || Object.values(own).every((one) => one === null)) return []
    const day = dayOf(signedAt ?? published)
    return [
      {
        ...{ names: own, country: signature.country, place: open(signature.place) },
        ...{ role: open(signature.role), joined: day > published ? day : null },
      },
    ]
  })
  const mended = offers.filter((one) => one.version <= offer.version && !one.isSubstance && one.version > 1)
  return {
    ...{ version: offer.version, hash: offer.hash, signatories: shown },
    heldBack: under.length - shown.length,
    wording: mended.map((one) => open(one.why)),
    left: signatories.flatMap(({ standing, wasConfirmed, at }) =>
      standing === 'withdrawn' && wasConfirmed && dayOf(at) >= published ? [dayOf(at)] : [],
    ),
  }
}
