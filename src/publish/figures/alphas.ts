/** Agreement of each field with its interval in, a figure on one scale from nought to one out, with the two lines by which it is judged. */
import { html, type Markup, type Piece } from '../markup.ts'

export type AlphaLine = {
  readonly label: string
  readonly alpha: number | null
  readonly interval: readonly [number, number] | null
  readonly text: string
}
const [WIDTH, NAME, VALUE, ROW, TOP] = [760, 170, 190, 30, 26]
const tidy = (n: number): number => Math.round(n * 10) / 10

/** `bounds`: below the first a field is left out of conclusions, between the two they are tentative. */
export function alphaFigure(
  lines: readonly AlphaLine[],
  bounds: readonly [number, number],
  title: string,
): Markup {
  const x = (alpha: number): number =>
    tidy(NAME + 8 + Math.min(1, Math.max(0, alpha)) * (WIDTH - NAME - VALUE - 24))
  const floor = TOP + lines.length * ROW
  const marks = lines.map((one, index): Piece => {
    const y = TOP + index * ROW + ROW / 2
    const words = html`<text class="sv" x="${NAME - 6}" y="${y + 4.5}" text-anchor="end">${one.label}</text><text class="sv" x="${WIDTH}" y="${y + 4.5}" text-anchor="end">${one.text}</text>`
    if (one.alpha === null) return words
    const { interval } = one
    const whisker =
      interval &&
      html`<path class="line" d="M${x(interval[0])} ${y}H${x(interval[1])}M${x(interval[0])} ${y - 5}v10M${x(interval[1])} ${y - 5}v10"/>`
    return html`${whisker}<circle class="inkf" cx="${x(one.alpha)}" cy="${y}" r="4.5"/>${words}`
  })
  const lineAt = (alpha: number): Markup =>
    html`<path class="range-hair" d="M${x(alpha)} ${TOP}V${floor}"/><text class="sv t2" x="${x(alpha)}" y="16" text-anchor="middle">${alpha}</text>`
  return html`<svg class="survival" viewBox="0 0 ${WIDTH} ${floor + 6}" role="img" aria-labelledby="alphas-t"><title id="alphas-t">${title}</title>${[0, ...bounds, 1].map(lineAt)}${marks}</svg>`
}
