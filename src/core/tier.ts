/** Who a record may be read by, from any reader to the fewest. */
export const TIERS = ['public', 'partner', 'team', 'sealed'] as const
export type Tier = (typeof TIERS)[number]

/** Who something is shown to, from the widest: an audience reads its own tier and all wider ones. Nothing is made for `sealed`. */
export const AUDIENCES = ['public', 'partner', 'team'] as const
export type Audience = (typeof AUDIENCES)[number]

export const reads = (audience: Audience, tier: Tier): boolean =>
  TIERS.indexOf(tier) <= TIERS.indexOf(audience)

/** A tier as a coder decided it. `isNewest`: in the newest decision on the record, so that whoever opened it had read all of it. */
export type DecidedTier = { readonly tier: Tier; readonly isNewest: boolean }

/** The tier that fewer may read. */
export const narrower = (a: Tier, b: Tier): Tier => (TIERS.indexOf(a) > TIERS.indexOf(b) ? a : b)
