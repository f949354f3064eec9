/** Random ids, tokens and codes. Each is long enough that nobody guesses one, so its SHA-256 alone needs to be kept. */
import { randomBytes, randomUUID } from 'node:crypto'

/** Crockford's alphabet: no letter that is mistaken for a digit when a code is read out or copied by hand. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

export const newId = (): string => randomBytes(16).toString('hex')
/** As entries of plans are called, here and at the tables of a workshop. */
export const newUuid = (): string => randomUUID()
export const newToken = (): string => randomBytes(32).toString('base64url')

const letters = (n: number): string => [...randomBytes(n)].map((byte) => ALPHABET[byte & 31]).join('')

/** 130 bits, for an address that is opened once. */
export const newCode = (): string => letters(26)
/** 120 bits, in groups of four to be written down: with that many a plain hash is as good as a slow one. */
export const newRecoveryCode = (): string => Array.from({ length: 6 }, () => letters(4)).join('-')

/** What somebody typed, with the letters that Crockford reads alike put right. */
export const tidyCode = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')

/** The end of a public id: letter and digit by turns, so that it spells no word, and one of 8 million, so that it counts nothing. */
export const newTail = (): string =>
  Array.from(randomBytes(6), (byte, index) => (index % 2 === 0 ? TAIL_LETTERS[byte % 20] : byte % 10)).join(
    '',
  )
/** Twenty that are not mistaken for a digit, and no vowels. */
const TAIL_LETTERS = 'bcdfghjkmnpqrstvwxyz'
