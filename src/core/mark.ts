/** The name of a piece of text in, the mark under which it leaves in a file and is found again out. */

/** The longest tag that word processors keep of a content control. */
const LONGEST = 64

/** cyrb53 (bryc, public domain), as 11 letters: enough to tell the pieces of one text apart, and no secret. */
export function short(name: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < name.length; at += 1) {
    const unit = name.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}

/** What stands the second time in one text has its number behind it. */
const numbered = (name: string, nth: number): string => (nth === 1 ? name : `${name}~${nth}`)

/** Of a content control: the name itself where there is room. */
export const tagOf = (name: string, nth = 1): string => {
  const whole = numbered(name, nth)
  return whole.length <= LONGEST ? whole : `~${short(whole)}`
}

/** Of a bookmark, which takes letters, digits and at most forty of them. */
export const BOOKMARK = /^aq_[0-9a-z]{11}$/
export const bookmarkOf = (name: string, nth = 1): string => `aq_${short(numbered(name, nth))}`
