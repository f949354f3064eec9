/** A line's words → the sign of a list item at their start. */
const SIGN = /^(?:[•●▪◦‣·○■□►➢✓\uf0b7*–—-]|o(?=\s{2}))\s+(?=\S)/u
const NUMBER = /^\(?(?:\d{1,3}|[a-zа-я])[.)]\s+(?=\S)/iu

export type Marker = { readonly length: number; readonly numbered: boolean }

/** The sign and the blanks after it, null when the line is no list item. A dash needs a blank, so `-5` is none. */
export function markerOf(words: string): Marker | null {
  const sign = SIGN.exec(words)
  if (sign) return { length: sign[0].length, numbered: false }
  const number = NUMBER.exec(words)
  return number ? { length: number[0].length, numbered: true } : null
}
