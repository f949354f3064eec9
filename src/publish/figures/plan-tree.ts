/** Causes and effects of a problem in, a tree of it out: what it grows from below the line, what grows from it above. */
import type { PlanNode } from '../../core/plan/application.ts'
import { linesOf } from '../card/lines.ts'
import { html, type Markup } from '../markup.ts'

const [WIDTH, FONT, LEAD, STEP, GAP] = [720, 14, 19, 30, 14]
const TRUNK = 16

type Row = {
  readonly lines: readonly string[]
  readonly x: number
  readonly y: number
  readonly from: number
}

/** Downwards from 0: each node below the one that it hangs from, further to the right. `from`: where its line begins. */
function rowsOf(nodes: readonly PlanNode[]): { readonly rows: readonly Row[]; readonly height: number } {
  const rows: Row[] = []
  let y = GAP
  const lay = (all: readonly PlanNode[], depth: number, from: number): void => {
    for (const { text, under } of all) {
      const x = TRUNK + (depth + 1) * STEP
      const lines = linesOf(text, FONT, WIDTH - x - 24, 3)
      rows.push({ lines, x, y, from })
      const middle = y + (lines.length * LEAD + 12) / 2
      y += lines.length * LEAD + 12 + GAP
      lay(under, depth + 1, middle)
    }
  }
  lay(nodes, 0, 0)
  return { rows, height: nodes.length === 0 ? 0 : y }
}

/** `flip`: 1 downwards from `base`, −1 upwards. */
const drawn = (rows: readonly Row[], base: number, flip: 1 | -1, cloth: string): readonly Markup[] =>
  rows.map(({ lines, x, y, from }) => {
    const high = lines.length * LEAD + 12
    const top = flip === 1 ? base + y : base - y - high
    const start = x - STEP
    return html`<path class="line" d="M${start} ${base + flip * from}V${top + high / 2}H${x}"/><rect class="${cloth}" x="${x}" y="${top}" width="5" height="${high}"/><rect class="q-field" x="${x + 5}" y="${top}" width="${WIDTH - x - 5}" height="${high}"/>${lines.map((line, at) => html`<text x="${x + 15}" y="${top + 6 + LEAD * (at + 0.75)}" font-size="${FONT}">${line}</text>`)}`
  })

export function planTree(
  problem: string,
  roots: readonly PlanNode[],
  branches: readonly PlanNode[],
): { readonly drawn: Markup; readonly width: number; readonly height: number } {
  const [above, below] = [rowsOf(branches), rowsOf(roots)]
  const lines = linesOf(problem, 17, WIDTH - 40, 3)
  const band = lines.length * 23 + 16
  const height = above.height + band + below.height
  return {
    drawn: html`${drawn(above.rows, above.height, -1, 'k1')}${drawn(below.rows, above.height + band, 1, 'k3')}<rect class="inkf" x="0" y="${above.height}" width="${WIDTH}" height="${band}"/>${lines.map((line, at) => html`<text class="on" x="16" y="${above.height + 8 + 23 * (at + 0.75)}" font-size="17">${line}</text>`)}`,
    ...{ width: WIDTH, height },
  }
}
