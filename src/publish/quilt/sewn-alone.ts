/** Patches of solidarity in, their quilt as a drawing that needs no page around it out; and a panel with nothing in it, to be coloured by hand. */
import { raw } from 'hono/html'
import type { Patch } from '../../core/act/patch.ts'
import { MOTIFS } from '../../core/codebook.ts'
import type { Words } from '../../core/words.ts'
import { html } from '../markup.ts'
import type { Sign } from './alone.ts'
import { definitions, nameOf } from './draw.ts'
import { POLYGONS, pathOf, SIDE } from './motifs.ts'
import { clothOf, heightOf, LAYOUTS, PANEL, PITCH, widthOf } from './panel.ts'
import { sew } from './solidarity.ts'

/** The cloths on paper, as on the light page. */
const CLOTHS_ON_PAPER = ['#ae820f', '#b05831', '#1c627b', '#7c1439', '#0f1b6c', '#1a101d']
const STYLE = `.q-field{fill:#efe6d2}.q-base{fill:#f7f1e5}.q-alt{fill:#f4ecdd}.q-tumar{fill:#8c7b5e}.inkf{fill:#1e1a16}${CLOTHS_ON_PAPER.map((fill, at) => `.y${at}{fill:${fill}}`).join('')}`

/** Of the room for a quilt on a sheet that stands upright: how much higher than wide. */
const UPRIGHT = 1.16
const MOST_ABREAST = 8

/** Panels lying or standing, so many abreast as make each patch largest; of two alike the one that leaves no row begun. */
export function onSheet(panels: number): { readonly kind: 'wide' | 'narrow'; readonly abreast: number } {
  const all = (['wide', 'narrow'] as const).flatMap((kind) =>
    Array.from({ length: MOST_ABREAST }, (_, at) => {
      const abreast = at + 1
      const { width, height } = clothOf(panels, { ...LAYOUTS[kind], abreast })
      return { kind, abreast, scale: Math.min(1 / width, UPRIGHT / height), isWhole: panels % abreast === 0 }
    }),
  )
  const [best] = all.toSorted((a, b) => b.scale - a.scale || Number(b.isWhole) - Number(a.isWhole))
  return best ?? { kind: 'wide', abreast: 1 }
}

export function sewnAlone(patches: readonly Patch[]): string {
  const panels = Math.ceil(patches.length / PANEL)
  const { kind, abreast } = onSheet(panels)
  const { width, height } = clothOf(panels, { ...LAYOUTS[kind], abreast })
  const drawing = { id: 'sq', title: '', desc: '' }
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>${raw(STYLE)}</style><defs>${definitions(true)}</defs>${sew(patches, kind, drawing, abreast)}</svg>`.toString()
}

/** Each shape that is there, with how many. */
export const sewnSigns = (patches: readonly Patch[], { t }: Words): readonly Sign[] =>
  MOTIFS.flatMap((motif) => {
    const n = patches.filter((one) => one.motif === motif).length
    return n === 0
      ? []
      : [
          {
            svg: html`<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48"><style>${raw(STYLE)}</style><defs>${definitions(false)}</defs><use href="#${nameOf(motif, 0)}" class="inkf"/></svg>`.toString(),
            words: `${t(`motif.${motif}`)} ${n}`,
          },
        ]
  })

/** Forty squares with the lattice that every shape lies on, and the nine shapes small below. */
export function blankPanel(): string {
  const layout = LAYOUTS.narrow
  const [width, height] = [widthOf(layout), heightOf(layout)]
  const squares = Array.from({ length: PANEL }, (_, at) => {
    const [x, y] = [26 + (at % layout.columns) * PITCH, 26 + Math.floor(at / layout.columns) * PITCH]
    return html`<g transform="translate(${x} ${y})"><path d="M0 0h48v48H0z" fill="none" stroke="#8c7b5e" stroke-width=".8"/><path d="M12 0v48M24 0v48M36 0v48M0 12h48M0 24h48M0 36h48M0 0l48 48M48 0L0 48" fill="none" stroke="#cbbfa6" stroke-width=".3"/></g>`
  })
  const small = MOTIFS.map(
    (motif, at) =>
      html`<g transform="translate(${26 + at * 27} ${height + 6}) scale(${20 / SIDE})"><path d="M0 0h48v48H0z" fill="none" stroke="#8c7b5e"/><path d="${pathOf(POLYGONS[motif])}" fill="#1e1a16"/></g>`,
  )
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + 34}" viewBox="0 0 ${width} ${height + 34}">${squares}${small}</svg>`.toString()
}
