/**
 * A challenge and an answer in, whether work was done out. A form is cheap for whoever sends one and dear for whoever sends thousands:
 * the sender looks for a number whose hash begins with so many zero bits (Dwork and Naor 1992; Back 2002, Hashcash). The hash is
 * PBKDF2, which browsers have of their own: an old phone, and a browser that compiles no script, are slower by less than with a hash
 * in script. Chance, time, keys and the hash itself are handed in.
 */

/** Rounds of PBKDF2-HMAC-SHA-256 for one try: about a millisecond on an old phone, an eighth of one on a server. */
export const ROUNDS = 1_000
/** How long a challenge may be answered: who writes for longer gets another. */
export const CHALLENGE_MS = 600_000
/** Each bit doubles the work; sixteen times the usual is more than a phone should be asked for. */
const MOST_MORE = 4

export type Challenge = {
  /** The form that it is for: work done for one is worth nothing at another. */
  readonly form: string
  /** Milliseconds since 1970. */
  readonly until: number
  readonly bits: number
  /** Chance, so that no two are the same. */
  readonly chance: string
}

/** What is signed: `letters.1764175600000.10.4f…`. */
export const textOfChallenge = ({ form, until, bits, chance }: Challenge): string =>
  `${form}.${until}.${bits}.${chance}`

const SHAPE = /^(([a-z-]{1,20})\.(\d{13})\.(\d{1,2})\.([0-9a-f]{32}))\.([\w-]{43})$/

/** A signed challenge as it went out; null for anything else. Whether the signature holds is for whoever has the key. */
export function readChallenge(
  signed: string,
): { readonly challenge: Challenge; readonly text: string; readonly signature: string } | null {
  const [, text, form, until, bits, chance, signature] = SHAPE.exec(signed) ?? []
  if (!text || !form || !chance || !signature) return null
  return { challenge: { form, until: Number(until), bits: Number(bits), chance }, text, signature }
}

/** What a form brings: the signed challenge and the number that answers it. */
export const answerOf = (signed: string, number: number): string => `${signed}.${number}`

export function readAnswer(answer: string): { readonly signed: string; readonly number: string } | null {
  const [, signed, number] = /^(.{1,160})\.(\d{1,10})$/.exec(answer) ?? []
  return signed !== undefined && number !== undefined ? { signed, number } : null
}

/** True when the hash begins with so many zero bits. */
export function hasZeroBits(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3
  for (let at = 0; at < whole; at += 1) if (hash[at] !== 0) return false
  return bits % 8 === 0 || (hash[whole] ?? 255) >> (8 - (bits % 8)) === 0
}

/**
 * Bits to ask for now: the usual number, and one more each time twice as many forms came in within a minute as is usual. 0 stays 0.
 */
export function bitsFor(
  usual: { readonly bits: number; readonly perMinute: number },
  lately: number,
): number {
  const more = Math.ceil(Math.log2(Math.max(1, lately / usual.perMinute)))
  return usual.bits === 0 ? 0 : usual.bits + Math.min(MOST_MORE, more)
}
