/** Plain text → the same length in ASCII letters, for cues: `\w` and `\b` know no other letters, names have many. */

const SPECIAL: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ß: 's', æ: 'a' }

/** Every letter outside ASCII becomes the one it is written with, or `x`; offsets stay. */
export const folded = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (sign) => {
    if (!/\p{L}/u.test(sign)) return sign
    const small = sign.toLowerCase()
    const base = SPECIAL[small] ?? small.normalize('NFD').charAt(0)
    const plain = /[a-z]/.test(base) ? base : 'x'
    return small === sign ? plain : plain.toUpperCase()
  })
