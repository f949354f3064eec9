/** A number as somebody typed it in, its value out; null when it is none. */

const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/

/**
 * `132550`, `132 550` and `132,550` are one sum, as our own pages write it in one language or another: a comma before three
 * figures groups them, any other is the point of Russian and Kazakh.
 */
export function typedNumber(typed: string): number | null {
  const text = typed.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '')
  if (GROUPED.test(text)) return Number(text.replaceAll(',', ''))
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}
