/** A secret shared with an app on a phone; codes of six digits that hold for half a minute. */
import { createHmac, randomBytes, randomFillSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD = 30

const codesOf = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: 'Aigaq',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD,
    secret: Secret.fromBase32(secret),
  })

/** Lives as long as the program: a secret that was offered and not taken is stored nowhere. */
const OFFER = randomBytes(32)
export const forgetOffers = (): unknown => randomFillSync(OFFER)

/** The secret offered to whoever holds `subject`: the same at each look, until it is taken up or the program ends. */
export const offeredSecret = (subject: string): string =>
  new Secret({
    buffer: new Uint8Array(createHmac('sha256', OFFER).update(subject).digest().subarray(0, 20)).buffer,
  }).base32

export const addressOf = (secret: string, handle: string): string => codesOf(secret, handle || '-').toString()

/**
 * The half-minute that a code belongs to, or null. One step to each side is allowed for clocks that differ. The caller keeps
 * the step: a code that was used, or an older one, is no code any more.
 */
export function stepOf(secret: string, code: string, now: string): number | null {
  // Six signs of another script are more bytes than six digits: the library fails over them instead of saying no.
  if (!/^[0-9]{6}$/.test(code)) return null
  const timestamp = Date.parse(now)
  const delta = codesOf(secret, '-').validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta
}
