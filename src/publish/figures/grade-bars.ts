/** How many recommendations each of three graders gave each letter in, one bar for each grader out: their grades are never added up. */
import type { Grade } from '../../core/recommendation/recommendation.ts'
import { html, type Markup } from '../markup.ts'

export type GradeBar = {
  readonly label: string
  readonly parts: readonly { readonly grade: Grade | null; readonly n: number }[]
}

/** Lighter is nearer to done; the contrary is darkest. Letters stand in the bar, so that no colour has to be told apart. */
const CLOTH: Readonly<Record<Grade, string>> = { A: 'kx', B: 'k0', C: 'k1', D: 'k3', E: 'k4' }
const SIZES = {
  wide: { width: 720, bar: 28, font: 13, label: 160, least: 34 },
  narrow: { width: 320, bar: 26, font: 11, label: 0, least: 30 },
} as const

const tidy = (n: number): number => Math.round(n * 10) / 10

function svg(bars: readonly GradeBar[], kind: keyof typeof SIZES, title: string): Markup {
  const { width, bar, font, label, least } = SIZES[kind]
  const above = label === 0 ? font + 8 : 0
  const pitch = bar + above + 12
  const room = width - label
  const rows = bars.map(({ label: name, parts }, index) => {
    const most = Math.max(
      1,
      parts.reduce((sum, one) => sum + one.n, 0),
    )
    const top = index * pitch + above
    let left = label
    const drawn = parts
      .filter((one) => one.n > 0)
      .map(({ grade, n }) => {
        const long = (n / most) * room
        const x = left
        left += long
        const text = grade === null ? `${n}` : `${grade} ${n}`
        const box =
          grade === null
            ? html`<rect class="q-field" x="${tidy(x)}" y="${top}" width="${tidy(long - 1)}" height="${bar}"/>`
            : html`<rect class="${CLOTH[grade]}" x="${tidy(x)}" y="${top}" width="${tidy(long - 1)}" height="${bar}"/>`
        return html`${box}${long >= least && html`<text class="sv${grade !== null && ' on'}" x="${tidy(x + 8)}" y="${top + bar / 2 + font * 0.36}">${text}</text>`}`
      })
    return html`<text class="sv" x="0" y="${label === 0 ? top - 6 : top + bar / 2 + font * 0.36}">${name}</text>${drawn}`
  })
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${bars.length * pitch}" role="img" aria-labelledby="gb-${kind}"><title id="gb-${kind}">${title}</title>${rows}</svg>`
}

export const gradeBars = (bars: readonly GradeBar[], title: string): Markup =>
  html`<figure class="over">${svg(bars, 'wide', title)}${svg(bars, 'narrow', title)}</figure>`
