/** How many are documented, an estimate of all in; the quilt with its unsewn panel out: sewn patches, places that are surely empty, places that may be. */
import type { Estimate } from '../../core/estimate/result.ts'
import { html, type Markup } from '../markup.ts'

export type UnsewnWords = {
  /** All of it as a sentence, for who does not see it. */
  readonly title: string
  /** What one patch stands for: called with how many. */
  readonly each: (n: number) => string
  readonly sewn: string
  readonly missing: string
  readonly possible: string
  readonly open: string
}

/** More patches would be a grey. */
const MOST = 160
const [SIZE, PITCH, TOP] = [18, 22, 2]
const LAYOUTS = { wide: 40, narrow: 14 } as const

/** 1, 2, 5, 10, 20 …: the first with which all patches fit. */
function scaleOf(most: number): number {
  for (let ten = 1; ; ten *= 10) {
    const found = [1, 2, 5].find((one) => most / (one * ten) <= MOST)
    if (found !== undefined) return found * ten
  }
}

type Cloth = {
  readonly each: number
  readonly sewn: number
  readonly missing: number
  readonly possible: number
  readonly isOpen: boolean
}

/** Whole patches: what is documented never shows as none, and a range never as a point. Null: there is nothing that may be drawn. */
export function clothOf(
  estimate: Pick<Estimate, 'reportable' | 'interval' | 'bound'>,
  seen: number,
): Cloth | null {
  const { reportable, interval, bound } = estimate
  if (!reportable || interval === null || seen <= 0) return null
  const [low, end] = [Math.max(seen, interval[0]), interval[1]]
  const isOpen = bound || end === null
  const high = isOpen ? low : Math.max(low, end)
  const each = scaleOf(high)
  const patches = (n: number): number => Math.round(n / each)
  const sewn = Math.max(1, patches(seen))
  const least = Math.max(sewn, patches(low))
  return { each, sewn, missing: least - sewn, possible: Math.max(0, patches(high) - least), isOpen }
}

function drawing(cloth: Cloth, kind: keyof typeof LAYOUTS, title: string, id: string): Markup {
  const columns = LAYOUTS[kind]
  const { sewn, missing, possible, isOpen } = cloth
  const all = sewn + missing + possible
  const at = (index: number): readonly [number, number] => [
    (index % columns) * PITCH + TOP,
    Math.floor(index / columns) * PITCH + TOP,
  ]
  const path = (from: number, n: number, shape: string): string =>
    Array.from({ length: n }, (_, index) => `M${at(from + index).join(' ')}${shape}`).join('')
  const square = `h${SIZE}v${SIZE}h-${SIZE}z`
  const [x, y] = at(all)
  const arrow = isOpen && html`<path class="line" d="M${x} ${y + SIZE / 2}h${SIZE}m-5 -5l5 5l-5 5"/>`
  const height = (Math.floor((isOpen ? all : all - 1) / columns) + 1) * PITCH + TOP
  return html`<svg class="${kind}" viewBox="0 0 ${columns * PITCH + TOP} ${height}" role="img" aria-labelledby="${id}-${kind}"><title id="${id}-${kind}">${title}</title><path class="q-alt" d="${path(0, sewn, square)}"/><path class="k3" d="${path(0, sewn, `v${SIZE}h${SIZE}z`)}"/><path class="b2" d="${path(sewn, missing, square)}"/><path class="line" stroke-dasharray="1 5" d="${path(sewn + missing, possible, square)}"/>${arrow}</svg>`
}

const sample = (inside: Markup): Markup =>
  html`<svg class="key" viewBox="0 0 22 22" width="22" height="22" aria-hidden="true">${inside}</svg>`

/** Empty where the estimate is refused: nothing of a number that may not be reported is ever drawn. */
export function unsewn(
  estimate: Pick<Estimate, 'reportable' | 'interval' | 'bound'>,
  seen: number,
  words: UnsewnWords,
  id = 'unsewn',
): Markup {
  const cloth = clothOf(estimate, seen)
  if (cloth === null) return html``
  const square = `M2 2h${SIZE}v${SIZE}h-${SIZE}z`
  const keys = [
    html`${sample(html`<path class="q-alt" d="${square}"/><path class="k3" d="M2 2v${SIZE}h${SIZE}z"/>`)} ${words.sewn}`,
    cloth.missing > 0 && html`${sample(html`<path class="b2" d="${square}"/>`)} ${words.missing}`,
    cloth.possible > 0 &&
      html`${sample(html`<path class="line" stroke-dasharray="1 5" d="${square}"/>`)} ${words.possible}`,
    cloth.isOpen && html`${sample(html`<path class="line" d="M2 11h18m-5 -5l5 5l-5 5"/>`)} ${words.open}`,
  ].filter((one) => one !== false)
  return html`<figure class="unsewn">${drawing(cloth, 'wide', words.title, id)}${drawing(cloth, 'narrow', words.title, id)}<figcaption class="meta">${words.each(cloth.each)} ${keys.map((one) => html`<span class="keyed">${one}</span> `)}</figcaption></figure>`
}
