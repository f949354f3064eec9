/** Panels in, one SVG drawing out; every shape is defined once and used, so that 120 patches stay small. */
import { GRAVITIES, type Gravity, MOTIFS, type Motif } from '../../core/codebook.ts'
import { html, type Markup } from '../markup.ts'
import { pathOf, turned, turnsOf } from './motifs.ts'
import {
  BORDER,
  clothOf,
  heightOf,
  LAYOUTS,
  type Layout,
  type Panel,
  PITCH,
  type Placed,
  panelsOf,
  type Tumar,
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
export const nameOf = (motif: Motif, turn: number): string => `${LETTERS[motif]}${turn}`

/** Class of a gravity: k0 … k4, kx for good news, kn where no outcome is known. */
export const shadeOf = (gravity: Gravity | null): string =>
  gravity === null ? 'kn' : gravity === 'star' ? 'kx' : `k${gravity}`

/** Two cloths in turn, as one pattern for every panel. */
const CHECKS = html`<pattern id="ck" x="${BORDER}" y="${BORDER}" width="${2 * PITCH}" height="${2 * PITCH}" patternUnits="userSpaceOnUse"><path class="q-base" d="M0 0h48v48H0zM50 50h48v48H50z"/><path class="q-alt" d="M50 0h48v48H50zM0 50h48v48H0z"/></pattern>`

/** One side of the amulet border. Patterns start where the cloth starts. */
const border = (name: string, tumar: Tumar, x: number, y: number): Markup =>
  html`<pattern id="${name}" x="${x}" y="${y}" width="${tumar.width}" height="${tumar.height}" patternUnits="userSpaceOnUse"><path class="q-tumar" d="${tumar.tile}"/></pattern>`

function ground(name: string, layout: Layout): Markup {
  const { across, down } = tumarOf(layout)
  return html`${border(`${name}a`, across, BORDER, 0)}${border(`${name}d`, down, 0, BORDER)}<g id="${name}"><path class="q-field" d="M0 0h${widthOf(layout)}v${heightOf(layout)}H0z"/><path fill="url(#ck)" d="M${BORDER} ${BORDER}h${layout.columns * PITCH - 2}v${layout.rows * PITCH - 2}h-${layout.columns * PITCH - 2}z"/><path fill="url(#${name}a)" d="${across.strip}"/><path fill="url(#${name}d)" d="${down.strip}"/></g>`
}

/** Every shape with its turns, the stitch, and the grounds where there is a cloth: what a drawing uses. */
export const definitions = (cloth: boolean): Markup =>
  html`${MOTIFS.flatMap((motif) =>
    Array.from(
      { length: turnsOf(motif) },
      (_, turn) => html`<path id="${nameOf(motif, turn)}" d="${pathOf(turned(motif, turn))}"/>`,
    ),
  )}<g id="bs"><path class="b1" d="M5 5h38v38H5z"/><path class="b2" d="M5 5h38v38H5z"/></g>${
    cloth && [CHECKS, ground('qw', LAYOUTS.wide), ground('qn', LAYOUTS.narrow)]
  }`

/** The shapes of a page, once. Kept out of sight without display:none, which would empty what uses them. */
export const shapes = (cloth: boolean): Markup =>
  html`<svg class="vh" width="0" height="0" aria-hidden="true" focusable="false"><defs>${definitions(cloth)}</defs></svg>`

/** One patch by itself with its stitch, in its own 48 units. */
export const patchShape = ({ motif, gravity, basting }: Patch): Markup =>
  html`<use href="#${nameOf(motif, 0)}" class="${shadeOf(gravity)}"/>${basting === 'disputed' && html`<use href="#bs"/>`}`

const sewnAt = ({ patch, x, y, turn }: Placed): Markup =>
  html`<use href="#${nameOf(patch.motif, turn)}" x="${x}" y="${y}"/>`

/** Patches of one lightness share a group, which says it once. */
const shaded = (patches: readonly Placed[]): readonly Markup[] =>
  [...GRAVITIES, null].flatMap((gravity) => {
    const own = patches.filter(({ patch }) => patch.gravity === gravity)
    return own.length === 0 ? [] : [html`<g class="${shadeOf(gravity)}">${own.map(sewnAt)}</g>`]
  })

/** Stitches of disputed patches always; of single witnesses only where the cloth tells them apart from others. */
const stitched = (patch: Patch, single: boolean): boolean =>
  patch.basting === 'disputed' || (single && patch.basting === 'single')

function panel(one: Panel, name: string, single: boolean): Markup {
  const many = one.patches.filter(({ patch }) => (patch.persons ?? 0) > 1)
  // Each box is a stroke 14 wide.
  const boxes = many.map(({ x, y }) => `M${x + 18} ${y + 41}h30`).join('')
  return html`<g transform="translate(${one.x} ${one.y})"><use href="#${name}"/>${shaded(one.patches)}${one.patches
    .filter(({ patch }) => stitched(patch, single))
    .map(({ x, y }) => html`<use href="#bs" x="${x}" y="${y}"/>`)}${
    many.length > 0 &&
    html`<path class="q-n" d="${boxes}"/><g class="q-nt">${many.map(
      ({ patch, x, y }) => html`<text x="${x + 33}" y="${y + 45}">×${patch.persons}</text>`,
    )}</g>`
  }</g>
`
}

export type Drawing = {
  readonly title: string
  readonly desc: string
  readonly single: boolean
  readonly id?: string
}

/** One panel by itself, wide and on end: for a page that shows several countries. `id`: letters that no other cloth of the page has. */
export const drawPanel = (patches: readonly Patch[], title: string, desc: string, id: string): Markup => {
  const drawing = { title, desc, single: patches.some((one) => one.basting === null), id }
  return html`${draw(patches, 'wide', drawing)}${draw(patches, 'narrow', drawing)}`
}

/** One drawing of all patches. The wide one holds the words for both: hidden elements still lend their names. */
export function draw(patches: readonly Patch[], kind: keyof typeof LAYOUTS, drawing: Drawing): Markup {
  const layout = LAYOUTS[kind]
  const { id = 'q' } = drawing
  const panels = panelsOf(patches, layout)
  const { width, height } = clothOf(panels.length, layout)
  const lone = kind === 'wide' && panels.length === 1 ? ' lone' : ''
  return html`<svg class="${kind}${lone}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">${
    kind === 'wide' &&
    html`<title id="${id}-t">${drawing.title}</title><desc id="${id}-d">${drawing.desc}</desc>`
  }${panels.map((one) => panel(one, kind === 'wide' ? 'qw' : 'qn', drawing.single))}</svg>`
}

/** One patch by itself, for lists and legends; the words beside it say what it shows. */
export const icon = (motif: Motif, gravity: Gravity | null | 'ink'): Markup =>
  html`<svg class="patch" viewBox="0 0 48 48" aria-hidden="true"><use href="#${nameOf(motif, 0)}" class="${gravity === 'ink' ? 'inkf' : shadeOf(gravity)}"/></svg>`
