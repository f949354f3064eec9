/** Grades of one recommendation with their days in, a drawing of them from A to E over the years out: one shape for each who grades. */
import { dayNumber } from '../../core/partial-date.ts'
import { GRADES, type Grade, type Grader } from '../../core/recommendation/recommendation.ts'
import { html, type Markup } from '../markup.ts'

export type GradeMark = { readonly grader: Grader; readonly on: string; readonly grade: Grade }

const SIZES = {
  wide: { width: 720, step: 26, font: 13, left: 24, years: 12 },
  narrow: { width: 320, step: 24, font: 11, left: 20, years: 4 },
} as const
const tidy = (n: number): number => Math.round(n * 10) / 10

/** Square: the body. Diamond: the state. Round: we. */
export function gradeShape(grader: Grader, x: number, y: number): Markup {
  switch (grader) {
    case 'body':
      return html`<path class="inkf" d="M${tidy(x - 6)} ${tidy(y - 6)}h12v12h-12z"/>`
    case 'state':
      return html`<path class="kn" d="M${tidy(x)} ${tidy(y - 8)}l8 8l-8 8l-8 -8z"/>`
    case 'us':
      return html`<circle class="kx" cx="${tidy(x)}" cy="${tidy(y)}" r="7"/>`
  }
}

function svg(
  marks: readonly GradeMark[],
  span: { readonly from: string; readonly to: string },
  kind: keyof typeof SIZES,
  title: string,
): Markup {
  const { width, step, font, left, years } = SIZES[kind]
  const [first, last] = [Number(span.from.slice(0, 4)), Number(span.to.slice(0, 4))]
  const [start, end] = [dayNumber(`${first}-01-01`), dayNumber(`${last}-12-31`)]
  const x = (day: string): number =>
    left + 10 + ((dayNumber(day) - start) / Math.max(1, end - start)) * (width - left - 20)
  const y = (grade: Grade): number => GRADES.indexOf(grade) * step + step / 2
  const floor = GRADES.length * step
  const lines = GRADES.map(
    (grade) =>
      html`<path class="range-hair" d="M${left} ${y(grade)}H${width}"/><text class="sv" x="0" y="${y(grade) + font * 0.36}">${grade}</text>`,
  )
  const every = Math.max(1, Math.ceil((last - first + 1) / years))
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((year) => (year - first) % every === 0)
    .map(
      (year) =>
        html`<text class="sv t2" x="${tidy(x(`${year}-01-01`))}" y="${floor + font + 4}">${year}</text>`,
    )
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${floor + font + 10}" role="img" aria-labelledby="gs-${kind}"><title id="gs-${kind}">${title}</title>${lines}${ticks}${marks.map(({ grader, on, grade }) => gradeShape(grader, x(on), y(grade)))}</svg>`
}

/** `span`: the years that are drawn, so that what stands below has the same. */
export const gradeStrip = (
  marks: readonly GradeMark[],
  span: { readonly from: string; readonly to: string },
  title: string,
): Markup =>
  html`<figure class="over">${svg(marks, span, 'wide', title)}${svg(marks, span, 'narrow', title)}</figure>`

/** The shape by itself, for the list beside. */
export const gradeKey = (grader: Grader): Markup =>
  html`<svg class="gk" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">${gradeShape(grader, 9, 9)}</svg>`
