/** Numbers of a linkage → its four figures: weights of levels, histogram, calibration, waterfall. SVG in the page, no script. */
import { html, type Markup } from '../markup.ts'
import { type ExampleView, type LinkView, priorOf, thresholdWeight } from './view.ts'

const round = (n: number): number => Math.round(n * 10) / 10
const signed = (n: number): string => `${n < 0 ? '−' : '+'}${Math.abs(n).toFixed(1)}`

/** A weight as a bar to the right (for) or to the left (against) of a line; beyond ±16 it stops. */
export function weightBar(weight: number): Markup {
  const [middle, unit] = [80, 5]
  const length = round(Math.min(16, Math.abs(weight)) * unit)
  const x = weight < 0 ? middle - length : middle
  return html`<svg class="bar" viewBox="0 0 160 16" width="160" height="16" aria-hidden="true"><path class="axis" d="M80 0v16"/><rect class="${weight < 0 ? 'against' : 'for'}" x="${x}" y="4" width="${length}" height="8"/></svg>`
}

/** Pairs by weight; heights by the logarithm, for most pairs are of nobody. The line is the threshold. */
export function histogram({ bins, model }: LinkView, label: string): Markup {
  const [low, high] = [
    Math.min(-10, ...bins.map((one) => one.from)),
    Math.max(10, ...bins.map((one) => one.from + 1)),
  ]
  const tallest = Math.max(1, ...bins.map((one) => Math.log10(one.pairs + 1)))
  const x = (weight: number): number => round(((weight - low) / (high - low)) * 720)
  const width = round(720 / (high - low)) - 1
  const line = x(thresholdWeight(model))
  const bars = bins.map(({ from, pairs }) => {
    const height = round((Math.log10(pairs + 1) / tallest) * 150)
    return html`<rect class="${from >= thresholdWeight(model) ? 'for' : 'rest'}" x="${x(from)}" y="${160 - height}" width="${width}" height="${height}"><title>${from}: ${pairs}</title></rect>`
  })
  const ticks = [-20, -10, 0, 10, 20, 30]
    .filter((one) => one > low && one < high)
    .map((one) => html`<text x="${x(one)}" y="178" text-anchor="middle">${one}</text>`)
  return html`<svg viewBox="0 0 720 184" role="img" aria-label="${label}">${bars}<path class="axis" d="M0 160h720"/><path class="mark" d="M${line} 0v160"/>${ticks}</svg>`
}

/** What should agree against what does; a point on the slope keeps its word. */
export function calibrationFigure({ tenths }: LinkView, label: string): Markup {
  const most = Math.max(1, ...tenths.map((one) => Math.log10(one.pairs + 1)))
  const points = tenths
    .filter((one) => one.pairs > 0)
    .map(({ pairs, expected, seen }) => {
      const radius = round(3 + (Math.log10(pairs + 1) / most) * 7)
      return html`<circle class="for" cx="${round(30 + expected * 300)}" cy="${round(310 - seen * 300)}" r="${radius}"><title>${pairs}</title></circle>`
    })
  return html`<svg viewBox="0 0 340 340" class="square" role="img" aria-label="${label}"><path class="axis" d="M30 10v300h300"/><path class="slope" d="M30 310l300-300"/>${points}<text x="30" y="330">0</text><text x="330" y="330" text-anchor="end">1</text><text x="20" y="18" text-anchor="end">1</text></svg>`
}

/** From the prior, step by step, to the weight of a pair. */
export function waterfall(
  example: ExampleView,
  { model, trained }: LinkView,
  words: { readonly prior: string; readonly group: string; readonly label: string },
): Markup {
  const steps = [
    { name: words.prior, weight: priorOf(trained.lambda) },
    ...model.comparisons.map((one, i) => ({ name: one.name, weight: example.steps[i]?.weight ?? 0 })),
    ...(example.weight - example.own > 0.01
      ? [{ name: words.group, weight: example.weight - example.own }]
      : []),
  ]
  let at = 0
  const drawn = steps.map(({ name, weight }) => {
    const from = at
    at += weight
    return { name, weight, from, to: at }
  })
  const [low, high] = [Math.min(...drawn.map((one) => one.to), 0), Math.max(...drawn.map((one) => one.to), 0)]
  const x = (weight: number): number => round(200 + ((weight - low) / Math.max(1, high - low)) * 440)
  const height = drawn.length * 22 + 8
  const rows = drawn.map(({ name, weight, from, to }, index) => {
    const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
    const y = index * 22 + 6
    return html`<text x="190" y="${y + 12}" text-anchor="end">${name}</text><rect class="${weight < 0 ? 'against' : 'for'}" x="${left}" y="${y}" width="${Math.max(1, round(right - left))}" height="14"/><text x="700" y="${y + 12}" text-anchor="end">${signed(weight)}</text>`
  })
  const line = x(Math.min(high, Math.max(low, thresholdWeight(model))))
  return html`<svg viewBox="0 0 720 ${height}" role="img" aria-label="${words.label}"><path class="mark" d="M${line} 0v${height}"/><path class="axis" d="M${x(0)} 0v${height}"/>${rows}</svg>`
}
