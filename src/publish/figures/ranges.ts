/** Ranges in, a figure of one line each out: a dot where every source agrees, a hatched band to the most any says, an arrow where nobody gives an end. */
import { html, type Markup, type Piece } from '../markup.ts'

export type RangeLine = {
  readonly label: string
  /** Null: nothing is on record here, and no mark is drawn. */
  readonly certain: number | null
  readonly claimed: number | null
  /** The range in words, as it stands at its mark. */
  readonly text: string
}

const SIZES = {
  wide: { width: 920, label: 250, value: 170, row: 30, font: 13 },
  narrow: { width: 320, label: 0, value: 0, row: 52, font: 12 },
} as const

/** Letters that fit before the marks begin; the whole label is in the table. */
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
const tidy = (n: number): number => Math.round(n * 10) / 10

function drawn(lines: readonly RangeLine[], kind: keyof typeof SIZES, id: string, title: string): Markup {
  const { width, label, value, row, font } = SIZES[kind]
  const isWide = kind === 'wide'
  const room = width - label - value - 28
  const most = Math.max(1, ...lines.map((one) => one.claimed ?? one.certain ?? 0))
  const at = (n: number): number => tidy(label + 8 + (n / most) * room)
  const marks = lines.map((one, index): Piece => {
    const top = index * row
    const y = isWide ? top + row / 2 : top + 40
    const words = isWide
      ? html`<text class="sv" x="${label - 4}" y="${y + 4.5}" text-anchor="end">${short(one.label, 34)}</text><text class="sv" x="${width}" y="${y + 4.5}" text-anchor="end">${one.text}</text>`
      : html`<text class="sv" x="0" y="${top + 20}">${short(one.label, 24)}</text><text class="sv t2" x="${width}" y="${top + 20}" text-anchor="end">${one.text}</text>`
    if (one.certain === null) return words
    const [from, to] = [at(one.certain), one.claimed === null ? at(most) + 10 : at(one.claimed)]
    const isOpen = one.claimed === null
    const band =
      to > from &&
      html`<path class="range-band" d="M${from} ${y - 6}H${to}V${y + 6}H${from}z" fill="url(#${id}-h)"/>`
    const end = isOpen
      ? html`<path class="line" d="M${to - 6} ${y - 6}l7 6l-7 6"/>`
      : to > from && html`<path class="line" d="M${to} ${y - 7}v14"/>`
    // From nought to what is certain runs a hair, never a bar: the mark is where the range begins.
    const hair = html`<path class="range-hair" d="M${at(0)} ${y}H${from}"/>`
    return html`${hair}${band}${end}<circle class="inkf" cx="${from}" cy="${y}" r="4.5"/>${words}`
  })
  const height = lines.length * row + font
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${title}</title>${hatch(id)}${marks}</svg>`
}

/** Lines, not a grey: a photocopy keeps them. */
const hatch = (id: string): Markup =>
  html`<defs><pattern id="${id}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>`

/** `id`: letters that no other figure of the page has. What is drawn stands in the title in words, and in the table behind. */
export const rangeFigure = (lines: readonly RangeLine[], id: string, title: string): Markup =>
  lines.length === 0
    ? html``
    : html`${drawn(lines, 'wide', `${id}w`, title)}${drawn(lines, 'narrow', `${id}n`, title)}`
