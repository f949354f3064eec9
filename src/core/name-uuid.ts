/** A path in, a URN out that is the same wherever it is made: it belongs to nobody, so no mirror and no owner of a domain can change it. */
import { fnv1a } from './fnv.ts'

/** Primes for four numbers that do not follow from each other. */
const PRIMES = [0x01000193, 0x01000199, 0x010001a5, 0x010001b1] as const
const hex = (text: string, index: number): string =>
  fnv1a(`aigaq ${index} ${text}`, 0x811c9dc5 ^ (index * 0x9e3779b9), PRIMES[index])
    .toString(16)
    .padStart(8, '0')

/**
 * UUID of version 8 (RFC 9562 §5.8), whose bits are made of the name. Names are those of records, so that two that share a
 * number by chance are not to be expected below a thousand million records; nothing is proved by one.
 */
export function nameUuid(path: string): string {
  const all = PRIMES.map((_, index) => hex(path, index)).join('')
  const variant = (8 + (Number.parseInt(all.charAt(16), 16) % 4)).toString(16)
  const parts = [all.slice(0, 8), all.slice(8, 12), `8${all.slice(13, 16)}`, `${variant}${all.slice(17, 20)}`]
  return `urn:uuid:${[...parts, all.slice(20)].join('-')}`
}
