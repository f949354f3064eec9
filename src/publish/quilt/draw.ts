/** Panels in, one SVG drawing out; every shape is defined once and used, so that 120 patches stay small. */
import { MOTIFS, type Gravity, type Motif } from '../../core/codebook.ts'
import { html, type Markup } from '../markup.ts'
import { pathOf, turned, turnsOf } from './motifs.ts'
import {
  clothOf,
  heightOf,
  LAYOUTS,
  type Layout,
  type Panel,
  panelsOf,
  PITCH,
  BORDER,
  type Placed,
  tumarOf,
  widthOf,
} from './panel.ts'
import type { Patch } from './patch.ts'

const LETTERS: Readonly<Record<Motif, string>> = {
  expression: 'e',
  assembly: 'a',
  association: 's',
  liberty: 'l',
  trial: 't',
  integrity: 'v',
  digital: 'd',
  law: 'w',
  good: 'g',
}
const nameOf = (motif: Motif, turn: number): string => `${LETTERS[motif]}${turn}`

/** Class of a gravity: k0 … k4, kx for good news, kn where no outcome is known. */
export const shadeOf = (gravity: Gravity | null): string =>
  gravity === null ? 'kn' : gravity === 'star' ? 'kx' : `k${gravity}`

const squares = (layout: Layout, odd: number): string =>
  Array.from({ length: layout.rows * layout.columns }, (_, n) => [Math.floor(n / layout.columns), n % layout.columns])
    .filter(([row = 0, column = 0]) => (row + column) % 2 === odd)
    .map(([row = 0, column = 0]) => `M${BORDER + column * PITCH} ${BORDER + row * PITCH}h48v48h-48z`)
    .join('')

const ground = (name: string, layout: Layout): Markup =>
  html`<g id="${name}"><path class="q-field" d="M0 0h${widthOf(layout)}v${heightOf(layout)}H0z"/><path class="q-base" d="${squares(layout, 0)}"/><path class="q-alt" d="${squares(layout, 1)}"/><path class="q-tumar" d="${tumarOf(layout)}"/></g>`

/** The shapes of a page, once. Kept out of sight without display:none, which would empty what uses them. */
export const shapes = (cloth: boolean): Markup =>
  html`<svg class="vh" width="0" height="0" aria-hidden="true" focusable="false"><defs>${MOTIFS.flatMap((motif) =>
    Array.from(
      { length: turnsOf(motif) },
      (_, turn) => html`<path id="${nameOf(motif, turn)}" d="${pathOf(turned(motif, turn))}"/>`,
    ),
  )}<g id="bs"><path class="b1" d="M5 5h38v38H5z"/><path class="b2" d="M5 5h38v38H5z"/></g>${
    cloth && [ground('qw', LAYOUTS.wide), ground('qn', LAYOUTS.narrow)]
  }</defs></svg>`

const sewnAt = ({ patch, x, y, turn }: Placed): Markup =>
  html`<use href="#${nameOf(patch.motif, turn)}" class="${shadeOf(patch.gravity)}" x="${x}" y="${y}"/>`

/** Stitches of disputed patches always; of single witnesses only where the cloth tells them apart from others. */
const stitched = (patch: Patch, single: boolean): boolean =>
  patch.basting === 'disputed' || (single && patch.basting === 'single')

function panel(one: Panel, name: string, single: boolean): Markup {
  const many = one.patches.filter(({ patch }) => (patch.persons ?? 0) > 1)
  const boxes = many.map(({ x, y }) => `M${x + 18} ${y + 34}h30v14h-30z`).join('')
  return html`<g transform="translate(${one.x} ${one.y})"><use href="#${name}"/>${one.patches.map(sewnAt)}${one.patches
    .filter(({ patch }) => stitched(patch, single))
    .map(({ x, y }) => html`<use href="#bs" x="${x}" y="${y}"/>`)}${
    many.length > 0 &&
    html`<path class="q-n" d="${boxes}"/><g class="q-nt">${many.map(
      ({ patch, x, y }) => html`<text x="${x + 33}" y="${y + 45}">×${patch.persons}</text>`,
    )}</g>`
  }</g>
`
}

export type Drawing = { readonly title: string; readonly desc: string; readonly single: boolean }

/** One drawing of all patches; `id` keeps the wide one's title apart from the narrow one's. */
export function draw(patches: readonly Patch[], kind: keyof typeof LAYOUTS, id: string, drawing: Drawing): Markup {
  const layout = LAYOUTS[kind]
  const panels = panelsOf(patches, layout)
  const { width, height } = clothOf(panels.length, layout)
  const lone = kind === 'wide' && panels.length === 1 ? ' lone' : ''
  return html`<svg class="${kind}${lone}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}t ${id}d"><title id="${id}t">${drawing.title}</title><desc id="${id}d">${drawing.desc}</desc>${panels.map(
    (one) => panel(one, kind === 'wide' ? 'qw' : 'qn', drawing.single),
  )}</svg>`
}

/** One patch by itself, for lists and legends; the words beside it say what it shows. */
export const icon = (motif: Motif, gravity: Gravity | null | 'ink'): Markup =>
  html`<svg class="patch" viewBox="0 0 48 48" aria-hidden="true"><path class="q-alt" d="M0 0h48v48H0z"/><use href="#${nameOf(motif, 0)}" class="${gravity === 'ink' ? 'inkf' : shadeOf(gravity)}"/></svg>`
