/** Estimates that may be reported in, a figure of their ranges out: hatched from end to end, a mark in the middle, a line where the documented end. */
import { html, type Markup, type Piece } from '../markup.ts'

export type EstimateLine = {
  readonly label: string
  /** The range in words, as it stands beside its mark. */
  readonly text: string
  readonly low: number
  /** Null: open upwards. */
  readonly high: number | null
  readonly middle: number
  /** What it is at least: drawn from its lower end on, with no other. */
  readonly isBound: boolean
}

const SIZES = {
  wide: { width: 920, label: 270, value: 170, row: 34, font: 13 },
  narrow: { width: 320, label: 0, value: 0, row: 56, font: 12 },
} as const

const tidy = (n: number): number => Math.round(n * 10) / 10
const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
/** The next of 1, 2, 5, 10, 20 … that is not smaller. */
const roundUp = (n: number): number => {
  const ten = 10 ** Math.floor(Math.log10(n))
  return ([1, 2, 5, 10].find((one) => one * ten >= n) ?? 10) * ten
}

type Words = { readonly title: string; readonly seen: string }

function drawn(
  lines: readonly EstimateLine[],
  seen: number,
  kind: keyof typeof SIZES,
  id: string,
  words: Words,
): Markup {
  const { width, label, value, row, font } = SIZES[kind]
  const isWide = kind === 'wide'
  const room = width - label - value - 28
  const most = Math.max(
    seen * 1.2,
    ...lines.map(({ high, middle, isBound }) => (isBound ? middle : (high ?? middle * 1.5))),
  )
  const step = roundUp(most / 5)
  const top = 24
  const floor = top + lines.length * row + 6
  const at = (n: number): number => tidy(label + 8 + (Math.min(n, most) / most) * room)
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, n) => n * step).map(
    (n) =>
      html`<path class="line" d="M${at(n)} ${floor}v5"/><text class="sv t2" x="${at(n)}" y="${floor + 5 + font}" text-anchor="${n === 0 ? 'start' : 'middle'}">${n}</text>`,
  )
  const marks = lines.map((one, index) => mark(one, index))
  function mark(one: EstimateLine, index: number): Piece {
    const base = top + index * row
    const y = isWide ? base + row / 2 : base + 42
    const said = isWide
      ? html`<text class="sv" x="${label - 4}" y="${y + 4.5}" text-anchor="end">${short(one.label, 38)}</text><text class="sv" x="${width}" y="${y + 4.5}" text-anchor="end">${one.text}</text>`
      : html`<text class="sv" x="0" y="${base + 22}">${short(one.label, 28)}</text><text class="sv t2" x="${width}" y="${base + 22}" text-anchor="end">${one.text}</text>`
    const isOpen = one.high === null || one.isBound
    const [from, to] = [at(one.low), isOpen ? at(most) + 8 : at(one.high ?? one.low)]
    const band =
      !one.isBound &&
      html`<path class="est-band" d="M${from} ${y - 7}H${to}V${y + 7}H${from}z" fill="url(#${id}-h)"/>`
    const arrow = isOpen && html`<path class="line" fill="none" d="M${from} ${y}H${to}m-6 -6l6 6l-6 6"/>`
    const end = one.isBound && html`<path class="line" d="M${from} ${y - 8}v16"/>`
    const middle = !one.isBound && html`<path class="inkf" d="M${at(one.middle) - 1.5} ${y - 10}h3v20h-3z"/>`
    return html`${band}${arrow}${end}${middle}${said}`
  }
  const line = html`<path class="line" stroke-dasharray="2 3" d="M${at(seen)} ${top - 4}V${floor}"/><text class="sv t2" x="${at(seen)}" y="${top - 10}" text-anchor="${at(seen) > width * 0.7 ? 'end' : 'middle'}">${words.seen}</text>`
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${floor + font + 8}" role="img" aria-labelledby="${id}-t"><title id="${id}-t">${words.title}</title><defs><pattern id="${id}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>${line}<path class="line" d="M${at(0)} ${floor}H${at(most)}"/>${ticks}${marks}</svg>`
}

/** `id`: letters that no other figure of the page has. Whatever is refused is not handed in. */
export const estimateFigure = (
  lines: readonly EstimateLine[],
  seen: number,
  id: string,
  words: Words,
): Markup =>
  lines.length === 0
    ? html``
    : html`${drawn(lines, seen, 'wide', `${id}w`, words)}${drawn(lines, seen, 'narrow', `${id}n`, words)}`
