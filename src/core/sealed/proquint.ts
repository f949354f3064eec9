/** Bytes in, words that can be said over a telephone out, and back. Wilkerson's proquints (arXiv:0901.4016): sixteen bits a word, of no language. */
const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'

const wordOf = (bits: number): string =>
  (CONSONANTS[bits >> 12] ?? '') +
  (VOWELS[(bits >> 10) & 3] ?? '') +
  (CONSONANTS[(bits >> 6) & 15] ?? '') +
  (VOWELS[(bits >> 4) & 3] ?? '') +
  (CONSONANTS[bits & 15] ?? '')

/** An even number of bytes. */
export const toProquints = (bytes: Uint8Array): string =>
  Array.from({ length: bytes.length >> 1 }, (_, at) =>
    wordOf(((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0)),
  ).join('-')

/** Whatever stands between the words, in small or capital letters; null for anything that is no such words. */
export function fromProquints(typed: string): Uint8Array | null {
  const letters = typed.toLowerCase().replaceAll(/[^a-z]/g, '')
  if (letters.length === 0 || letters.length % 5 !== 0) return null
  const bytes: number[] = []
  for (let at = 0; at < letters.length; at += 5) {
    const [a, b, c, d, e] = [...letters.slice(at, at + 5)].map((letter, place) =>
      (place % 2 === 0 ? CONSONANTS : VOWELS).indexOf(letter),
    ) as [number, number, number, number, number]
    if (Math.min(a, b, c, d, e) < 0) return null
    const bits = (a << 12) | (b << 10) | (c << 6) | (d << 4) | e
    bytes.push(bits >> 8, bits & 255)
  }
  return Uint8Array.from(bytes)
}
