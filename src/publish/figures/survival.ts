/** Shares that go on by day in, a stepped line with its band out: read from the left, the share with a verdict grows. */
import { html, type Markup } from '../markup.ts'

export type SurvivalStep = {
  readonly days: number
  readonly left: number
  readonly low: number
  readonly high: number
}

const [WIDTH, HEIGHT, LEFT, TOP, FLOOR] = [640, 220, 44, 16, 180]
const tidy = (n: number): number => Math.round(n * 10) / 10

/** `last`: the longest time that was watched; `words`: what stands at the ends of the axes. */
export function survivalFigure(
  steps: readonly SurvivalStep[],
  last: number,
  title: string,
  words: { readonly days: string },
): Markup {
  const x = (days: number): number => tidy(LEFT + (days / Math.max(1, last)) * (WIDTH - LEFT - 12))
  const y = (share: number): number => tidy(FLOOR - share * (FLOOR - TOP))
  const path = (of: (step: SurvivalStep) => number): string =>
    `M${x(0)} ${y(0)}${steps.map((one) => `H${x(one.days)}V${y(1 - of(one))}`).join('')}H${x(last)}`
  const back = [...steps].reverse()
  // The lower edge of the band is walked back from the end, so that it closes on itself.
  const band = `${path((one) => one.low)}${back.length > 0 ? `V${y(1 - (back[0]?.high ?? 1))}` : ''}${back.map((one, index) => `H${x(one.days)}V${y(1 - (back[index + 1]?.high ?? 1))}`).join('')}z`
  const ticks = [0, 0.5, 1].map(
    (share) =>
      html`<path class="range-hair" d="M${LEFT} ${y(share)}H${WIDTH - 12}"/><text class="sv t2" x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  )
  return html`<svg class="survival" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="survival-t"><title id="survival-t">${title}</title>${ticks}<path class="bandf" d="${band}"/><path class="line" d="${path((one) => one.left)}" stroke-width="2"/><text class="sv t2" x="${LEFT}" y="${HEIGHT - 8}">0</text><text class="sv t2" x="${WIDTH - 12}" y="${HEIGHT - 8}" text-anchor="end">${last} ${words.days}</text></svg>`
}
