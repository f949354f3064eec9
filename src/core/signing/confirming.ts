/** Who of the house was handed a link of a signatory in, what stands against their word that a signature is the organisation's out. */

export type Handed = {
  /** Null: not known. */
  readonly to: readonly string[] | null
  /** Instant at which the newest link was made; null: not known. */
  readonly at: string | null
}

/**
 * Whoever was ever shown a link can have signed with it, so somebody else speaks for the signature. A link that is gone no
 * longer says who that was; one that was renewed says that the one before may have been in other hands.
 */
export function againstConfirming(
  handed: Handed | null,
  signedAt: string | null,
  handle: string,
): 'sign.own' | 'sign.gone' | null {
  if (handed?.to?.includes(handle)) return 'sign.own'
  if (!handed?.to || isByOlderLink(handed, signedAt)) return 'sign.gone'
  return null
}

/** Whether what was signed was signed with a link that another took the place of. */
export const isByOlderLink = ({ at }: Handed, signedAt: string | null): boolean =>
  at === null || signedAt === null || signedAt < at
