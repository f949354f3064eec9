/** Patches in, their quilt and the signs of its legend as drawings that need no page around them out: for a picture and for paper. */
import { raw } from 'hono/html'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import type { Counts } from './counts.ts'
import { definitions, draw, nameOf, shadeOf } from './draw.ts'
import { clothOf, LAYOUTS, PANEL } from './panel.ts'
import type { Patch } from './patch.ts'

/** The colours of the light page: a picture has no style sheet, and is seen on other people's grounds. */
export const LIGHT = `.q-field{fill:#efe6d2}.q-base{fill:#f7f1e5}.q-alt,.bandf{fill:#f4ecdd}.q-tumar{fill:#8c7b5e}.k0{fill:#b47e10}.k1{fill:#a24e36}.k2{fill:#763041}.k3{fill:#3c1d52}.k4{fill:#0b0b17}.kx{fill:#0e6f6c}.kn{fill:none;stroke:#8c7b5e;stroke-width:2}.b1{fill:none;stroke:#f7f1e5;stroke-width:3.2}.b2{fill:none;stroke:#1e1a16;stroke-width:1.4;stroke-dasharray:5 3}.q-n{fill:none;stroke:#f7f1e5;stroke-width:14}.q-nt text{font-size:10.5px;font-weight:600;text-anchor:middle}text{font-family:Literata;fill:#1e1a16}.t2{fill:#5c5347}.inkf{fill:#1e1a16}.line{stroke:#1e1a16;fill:none}.sv{font-size:13px}`

/** Every panel, two abreast. What it shows is said in words beside it, so the picture itself has none. */
export function quiltAlone(patches: readonly Patch[]): string {
  const { width, height } = clothOf(Math.ceil(patches.length / PANEL), LAYOUTS.wide)
  const drawing = { title: '', desc: '', single: patches.some((one) => one.basting === null) }
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${raw(LIGHT)}</style><defs>${definitions(true)}</defs>${draw(patches, 'wide', drawing)}</svg>`.toString()
}

export type Sign = { readonly svg: string; readonly words: string }

const sign = (drawn: Markup): string =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48"><style>${raw(LIGHT)}</style><defs>${definitions(false)}</defs>${drawn}</svg>`.toString()

/** Every shape and every lightness that is there, with its number. */
export const signsOf = ({ motifs, gravities }: Counts, words: Words): readonly Sign[] => [
  ...[...motifs].map(([motif, n]) => ({
    svg: sign(
      html`<use href="#${nameOf(motif, 0)}" class="${motif === 'good' ? shadeOf('star') : 'inkf'}"/>`,
    ),
    words: `${words.t(`motif.${motif}`)} ${n}`,
  })),
  ...[...gravities].map(([gravity, n]) => ({
    svg: sign(html`<path class="${shadeOf(gravity)}" d="M1 1h46v46H1z"/>`),
    words: `${words.t(`gravity.${gravity ?? 'unknown'}`)} ${n}`,
  })),
]
