/** Risks by how likely and how bad in, a field of five by five with their numbers out. */
import type { PlanRisk } from '../../core/plan/application.ts'
import { GRAVE } from '../../core/plan/points-of-care.ts'
import { linesOf } from '../card/lines.ts'
import { html, type Markup } from '../markup.ts'

const [WIDTH, CELL, LEFT, TOP] = [720, 50, 36, 26]
const STEPS = [1, 2, 3, 4, 5] as const

/** Darker is graver; from `GRAVE` on a cell has a frame as well, so that no colour has to be told apart. */
const clothOf = (weight: number): string => (weight >= GRAVE ? 'k2' : weight >= 8 ? 'k0' : 'q-field')

export function planRisks(
  risks: readonly PlanRisk[],
  axes: { readonly likelihood: string; readonly harm: string },
): { readonly drawn: Markup; readonly width: number; readonly height: number } {
  const side = CELL * STEPS.length
  const cells = STEPS.flatMap((harm) =>
    STEPS.map((likelihood) => {
      const [x, y] = [LEFT + (likelihood - 1) * CELL, TOP + (5 - harm) * CELL]
      const here = risks.filter((one) => one.likelihood === likelihood && one.harm === harm)
      const cloth = clothOf(likelihood * harm)
      const [text = ''] = linesOf(here.map((one) => one.number).join(', '), 16, CELL - 6, 1)
      return html`<rect class="${cloth}" x="${x + 1}" y="${y + 1}" width="${CELL - 2}" height="${CELL - 2}"/>${here.length > 0 && html`<text class="${cloth === 'q-field' ? '' : 'on'}" x="${x + CELL / 2}" y="${y + CELL / 2 + 6}" font-size="16" text-anchor="middle">${text}</text>`}`
    }),
  )
  const marks = STEPS.map(
    (n) =>
      html`<text class="t2" x="${LEFT + (n - 0.5) * CELL}" y="${TOP + side + 18}" font-size="12" text-anchor="middle">${n}</text><text class="t2" x="${LEFT - 10}" y="${TOP + (5.5 - n) * CELL + 4}" font-size="12" text-anchor="end">${n}</text>`,
  )
  const beside = LEFT + side + 36
  let y = TOP
  const names = risks.map(({ number, label }) => {
    const lines = linesOf(label, 14, WIDTH - beside - 34, 3)
    const top = y
    y += lines.length * 19 + 12
    return html`<text x="${beside}" y="${top + 14}" font-size="14">${number}</text>${lines.map((line, at) => html`<text x="${beside + 30}" y="${top + 14 + at * 19}" font-size="14">${line}</text>`)}`
  })
  return {
    drawn: html`${cells}${marks}${names}<text class="t2" x="0" y="14" font-size="12">${axes.harm} ↑</text><text class="t2" x="${LEFT + side}" y="${TOP + side + 38}" font-size="12" text-anchor="end">${axes.likelihood} →</text>`,
    ...{ width: WIDTH, height: Math.max(TOP + side + 44, y) },
  }
}
