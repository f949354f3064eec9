/** Patches of solidarity in, the quilt of a campaign out: the shapes and panels of every quilt, in the cloths that the senders picked. */
import { CLOTHS, type Patch } from '../../core/act/patch.ts'
import { MOTIFS } from '../../core/codebook.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import { nameOf } from './draw.ts'
import { clothOf, LAYOUTS, type Layout, PANEL, panelsOf } from './panel.ts'

/** More panels would pass the size of a page; the newest stand, and the sheet to print has all. */
export const SEWN_MOST = 8 * PANEL

type Kind = 'wide' | 'narrow'
/** Few panels lie large; many lie closer, so that several hundred patches are one cloth at a glance, on a phone too. */
export const layoutOf = (kind: Kind, panels: number): Layout => {
  const few = kind === 'wide' ? 2 : 1
  return { ...LAYOUTS[kind], abreast: panels <= 2 ? few : 2 * few }
}

/** Patches of one cloth share a group, which says it once. */
function inCloths(patches: ReturnType<typeof panelsOf<Patch>>[number]['patches']): readonly Markup[] {
  return CLOTHS.flatMap((cloth) => {
    const own = patches.filter(({ patch }) => patch.cloth === cloth)
    return own.length === 0
      ? []
      : [
          html`<g class="y${cloth}">${own.map(({ patch, x, y, turn }) => html`<use href="#${nameOf(patch.motif, turn)}" x="${x}" y="${y}"/>`)}</g>`,
        ]
  })
}

export type SewnDrawing = { readonly title: string; readonly desc: string; readonly id: string }

/** One drawing; the wide one holds the words for both. `abreast`: of panels, where something else than a page sets it. */
export function sew(patches: readonly Patch[], kind: Kind, drawing: SewnDrawing, abreast?: number): Markup {
  const panels = Math.ceil(patches.length / PANEL)
  const own = layoutOf(kind, panels)
  const layout = abreast === undefined ? own : { ...own, abreast }
  const { width, height } = clothOf(panels, layout)
  const { id, title, desc } = drawing
  const ground = kind === 'wide' ? 'qw' : 'qn'
  return html`<svg class="${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">${
    kind === 'wide' && html`<title id="${id}-t">${title}</title><desc id="${id}-d">${desc}</desc>`
  }${panelsOf(patches, layout).map(
    (one) =>
      html`<g transform="translate(${one.x} ${one.y})"><use href="#${ground}"/>${inCloths(one.patches)}</g>
`,
  )}</svg>`
}

/** How many of each shape, in words: the picture can be had by whoever does not see it. */
export function sewnInWords(patches: readonly Patch[], { t }: Words): string {
  const each = MOTIFS.map(
    (motif) => [motif, patches.filter((one) => one.motif === motif).length] as const,
  ).filter(([, n]) => n > 0)
  return `${t('act.quilt.desc', { n: patches.length })} ${each.map(([motif, n]) => `${t(`motif.${motif}`)} ${n}`).join(', ')}.`
}

/** Figure for a page that holds `shapes(true)`; nothing where nobody has sewn yet. */
export function solidarityQuilt(all: readonly Patch[], words: Words): Markup {
  if (all.length === 0) return html``
  const patches = all.slice(-SEWN_MOST)
  const left = all.length - patches.length
  const drawing = { id: 'sq', title: words.t('act.quilt.title'), desc: sewnInWords(patches, words) }
  return html`<figure class="quilt sewn">${sew(patches, 'wide', drawing)}${sew(patches, 'narrow', drawing)}
<figcaption>${words.t('act.quilt.caption', { n: all.length })}${left > 0 && ` ${words.t('act.quilt.left', { n: left })}`}</figcaption></figure>`
}
