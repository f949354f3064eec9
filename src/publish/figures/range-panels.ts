/** Ranges over time, one panel for each row, in; small multiples on one scale out. A span with nothing on record is left empty, not drawn as nought. */
import { html, type Markup, type Piece } from '../markup.ts'

export type RangePoint = { readonly certain: number; readonly claimed: number | null } | null
export type RangePanel = {
  readonly label: string
  readonly points: readonly RangePoint[]
  readonly text: string
}

const [WIDTH, HEIGHT, TOP, FLOOR] = [216, 112, 30, 88]
const tidy = (n: number): number => Math.round(n * 10) / 10

/** `spans`: the first and last carry their names; each panel is a figure of its own, so that it is read aloud by itself. */
export function rangePanels(panels: readonly RangePanel[], spans: readonly string[], id: string): Markup {
  const ends = panels.flatMap((one) =>
    one.points.flatMap((point) => (point ? [point.claimed ?? point.certain] : [])),
  )
  const most = Math.max(1, ...ends)
  const step = WIDTH / Math.max(1, spans.length)
  const y = (n: number): number => tidy(FLOOR - (n / most) * (FLOOR - TOP - 8))
  const mark = (point: RangePoint, index: number): Piece => {
    if (point === null) return false
    const x = tidy(index * step + step / 2)
    const from = y(point.certain)
    const to = point.claimed === null ? TOP - 4 : y(point.claimed)
    const end =
      point.claimed === null
        ? html`<path class="line" d="M${tidy(x - 3)} ${to + 4}l3 -4l3 4"/>`
        : to < from && html`<path class="line" d="M${tidy(x - 3)} ${to}h6"/>`
    return html`<path class="line" d="M${x} ${from}V${to}"/>${end}<circle class="inkf" cx="${x}" cy="${from}" r="${tidy(Math.min(3.5, Math.max(1.5, step / 3)))}"/>`
  }
  const one = (panel: RangePanel, index: number): Markup =>
    html`<li><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-${index}"><title id="${id}-${index}">${panel.label}: ${panel.text}</title><text class="panel-name" x="0" y="14">${panel.label.length > 28 ? `${panel.label.slice(0, 27)}…` : panel.label}</text><path class="line" d="M0 ${FLOOR + 0.5}H${WIDTH}"/>${panel.points.map(mark)}<text class="t2 panel-end" x="0" y="${HEIGHT - 8}">${spans[0] ?? ''}</text><text class="t2 panel-end" x="${WIDTH}" y="${HEIGHT - 8}" text-anchor="end">${spans.at(-1) ?? ''}</text></svg></li>`
  return html`<ul class="panels">${panels.map(one)}</ul>`
}
