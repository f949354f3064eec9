/** Organisations that put their name under a text: what was offered to them, what each answered, how each stands. */
import type { Labels } from '../language.ts'

/**
 * sign, decline, withdraw: by the organisation, with its link · confirm: a colleague knows that it was the organisation ·
 * strike: a colleague takes the signature off. A signature belongs to the version of the text that was signed.
 */
export const SIGN_ACTS = ['sign', 'decline', 'withdraw', 'confirm', 'strike'] as const
export type SignAct = (typeof SIGN_ACTS)[number]

export type Signature = {
  /** As the organisation calls itself, in the languages that it gives; null: held back, and never taken down. */
  readonly names: { readonly [L in keyof Labels]: string | null } | null
  /** Two letters of ISO 3166; null: not said. */
  readonly country: string | null
  readonly place: string | null
  /** As what somebody signs for it: its board, its chair. Not who. */
  readonly role: string | null
}

/** A text as it was offered for signature. `isSubstance` false: only the wording was mended, and who signed the version before need not be asked anew. */
export type Offer = {
  readonly version: number
  /** SHA-256 of the words. */
  readonly hash: string
  readonly isSubstance: boolean
  readonly why: string | null
  readonly by: string
  readonly at: string
}

/** One thing that was done, in the order of the log. */
export type SignedAct = {
  readonly signatory: string
  readonly act: SignAct
  readonly version: number | null
  readonly signature: Signature | null
  readonly by: string
  readonly at: string
}

export const SIGNATORY_STANDINGS = ['signed', 'confirmed', 'declined', 'withdrawn', 'struck'] as const
export type SignatoryStanding = (typeof SIGNATORY_STANDINGS)[number]

export type Signatory = {
  readonly id: string
  readonly standing: SignatoryStanding
  /** Of the text that was signed last; null: none was. */
  readonly version: number | null
  readonly signature: Signature | null
  /** Instant of the signature; null: there is none. */
  readonly signedAt: string | null
  /** Instant of the last act. */
  readonly at: string
  /** True: a colleague confirmed a signature of theirs, so that readers may have seen it. */
  readonly wasConfirmed: boolean
}

const STANDING_AFTER: Readonly<Record<SignAct, SignatoryStanding>> = {
  ...{ sign: 'signed', decline: 'declined', withdraw: 'withdrawn', confirm: 'confirmed', strike: 'struck' },
}

/** How each stands who ever answered, in the order in which they first did. */
export function signatoriesOf(acts: readonly SignedAct[]): readonly Signatory[] {
  const found = new Map<string, Signatory>()
  for (const { signatory: id, act, version, signature, at } of acts) {
    const before = found.get(id)
    const standing = STANDING_AFTER[act]
    const kept = before ?? { version: null, signature: null, signedAt: null, standing: null }
    const wasConfirmed = act === 'confirm' || before?.wasConfirmed === true
    found.set(
      id,
      act === 'sign'
        ? { id, standing, version, signature, signedAt: at, at, wasConfirmed }
        : { ...kept, id, standing, at, wasConfirmed },
    )
  }
  return [...found.values()]
}

/** The oldest version whose signatures still stand under `version`: since then only wording was mended. */
export const oldestStanding = (offers: readonly Offer[], version: number): number =>
  offers.findLast((one) => one.version <= version && one.isSubstance)?.version ?? version

/** Whether it put its name under this version, or under one that differs in wording alone. */
export const stands = ({ standing, version }: Signatory, offers: readonly Offer[], under: number): boolean =>
  (standing === 'signed' || standing === 'confirmed') &&
  version !== null &&
  version <= under &&
  version >= oldestStanding(offers, under)

/** What of an act can be done to somebody who stands so; null: who never answered. */
export function mayFollow(act: SignAct, before: SignatoryStanding | null): boolean {
  switch (act) {
    case 'sign':
      return before !== 'struck'
    case 'decline':
      return before === null || before === 'declined' || before === 'withdrawn'
    case 'withdraw':
    case 'strike':
      return before === 'signed' || before === 'confirmed'
    case 'confirm':
      return before === 'signed'
  }
}

/** So often is an answer taken at one link: whoever turns it to and fro fills a log that is never emptied. */
export const MOST_ACTS = 20

/** Days for which a link lets somebody sign. Taking a signature back knows no end. */
export const LINK_DAYS = 14
export const MOST_LINK_DAYS = 90
