/** Who looked where and when in, a figure of regions by spans out: filled where there are records, open where somebody looked and found none, hatched where nobody looked, empty where nobody says. */
import { html, type Markup, type Piece } from '../markup.ts'

export type CoverageMark = 'found' | 'looked' | 'partly' | 'not' | 'unsaid'
export type CoverageLine = {
  readonly label: string
  readonly cells: readonly { readonly seen: CoverageMark; readonly records: number }[]
}

const [ROW, NAME, TOP] = [26, 250, 28]
const tidy = (n: number): number => Math.round(n * 10) / 10

/** The area of a filled square grows with the number of records; its number stands in the table behind. */
export function coverageFigure(
  lines: readonly CoverageLine[],
  spans: readonly string[],
  title: string,
): Markup {
  const step = Math.min(64, Math.max(30, 650 / Math.max(1, spans.length)))
  const width = tidy(NAME + spans.length * step + 8)
  const most = Math.max(1, ...lines.flatMap((one) => one.cells.map((cell) => cell.records)))
  const heads = spans.map(
    (one, index) =>
      html`<text class="sv t2" x="${tidy(NAME + (index + 0.5) * step)}" y="16" text-anchor="middle">${one}</text>`,
  )
  const rows = lines.map((line, at) => {
    const y = TOP + at * ROW
    const marks = line.cells.map((cell, index) =>
      mark(cell.seen, Math.sqrt(cell.records / most), tidy(NAME + (index + 0.5) * step), y + ROW / 2),
    )
    return html`<text class="sv" x="0" y="${y + ROW / 2 + 4.5}">${line.label.length > 34 ? `${line.label.slice(0, 33)}…` : line.label}</text>${marks}<path class="range-hair" d="M0 ${y + ROW}H${width}"/>`
  })
  return html`<svg class="coverage" viewBox="0 0 ${width} ${TOP + lines.length * ROW + 4}" role="img" aria-labelledby="coverage-t"><title id="coverage-t">${title}</title><defs><pattern id="cov-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="line" d="M0 0V5"/></pattern></defs>${heads}${rows}</svg>`
}

/** The five marks, as they stand in the legend too. */
export function mark(seen: CoverageMark, share: number, x: number, y: number): Piece {
  switch (seen) {
    case 'found': {
      const half = tidy(3 + 7 * share)
      return html`<path class="inkf" d="M${tidy(x - half)} ${tidy(y - half)}h${2 * half}v${2 * half}h-${2 * half}z"/>`
    }
    case 'looked':
      return html`<circle class="line" cx="${x}" cy="${y}" r="6" stroke-width="1.5"/>`
    case 'partly':
      return html`<circle class="line" cx="${x}" cy="${y}" r="6" stroke-width="1.5" stroke-dasharray="3 3"/>`
    case 'not':
      return html`<path class="range-band" d="M${tidy(x - 9)} ${y - 9}h18v18h-18z" fill="url(#cov-h)"/>`
    case 'unsaid':
      return false
  }
}
