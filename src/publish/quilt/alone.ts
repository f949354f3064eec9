/** Patches in, their quilt and the signs of its legend as drawings that need no page around them out: for a picture and for paper. */
import { raw } from 'hono/html'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import type { Counts } from './counts.ts'
import { definitions, draw, nameOf, shadeOf } from './draw.ts'
import { inLook, LIGHT, type Look } from './palettes.ts'
import { clothOf, LAYOUTS, PANEL } from './panel.ts'
import type { Patch } from './patch.ts'

/** Every panel, two abreast. What it shows is said in words beside it, so the picture itself has none. */
export function quiltAlone(patches: readonly Patch[], look: Look = 'light'): string {
  const { width, height } = clothOf(Math.ceil(patches.length / PANEL), LAYOUTS.wide)
  const drawing = { title: '', desc: '', single: patches.some((one) => one.basting === null) }
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${raw(inLook(LIGHT, look))}</style><defs>${definitions(true)}</defs>${draw(patches, 'wide', drawing)}</svg>`.toString()
}

export type Sign = { readonly svg: string; readonly words: string }

const sign = (drawn: Markup, look: Look): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48"><style>${raw(inLook(LIGHT, look))}</style><defs>${definitions(false)}</defs>${drawn}</svg>`.toString()

/** Every shape and every lightness that is there, with its number. */
export const signsOf = (
  { motifs, gravities }: Counts,
  words: Words,
  look: Look = 'light',
): readonly Sign[] => [
  ...[...motifs].map(([motif, n]) => ({
    svg: sign(
      html`<use href="#${nameOf(motif, 0)}" class="${motif === 'good' ? shadeOf('star') : 'inkf'}"/>`,
      look,
    ),
    words: `${words.t(`motif.${motif}`)} ${n}`,
  })),
  ...[...gravities].map(([gravity, n]) => ({
    svg: sign(
      // In greys good news is as light as a fine: only its star tells it.
      gravity === 'star' && look === 'grey'
        ? html`<use href="#${nameOf('good', 0)}" class="${shadeOf(gravity)}"/>`
        : html`<path class="${shadeOf(gravity)}" d="M1 1h46v46H1z"/>`,
      look,
    ),
    words: `${words.t(`gravity.${gravity ?? 'unknown'}`)} ${n}`,
  })),
]
