/** Patches in, the quilt as a figure out: two drawings, a caption, a legend and the same as a list. */
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import { countsOf, descriptionOf } from './counts.ts'
import { draw } from './draw.ts'
import { legend } from './legend.ts'
import { PANEL } from './panel.ts'
import type { Patch } from './patch.ts'

/** What a patch is called in the list behind the picture. */
export type Named = { readonly href: string; readonly when: string; readonly title: string }

export type Cloth = {
  readonly patches: readonly Patch[]
  readonly named: ReadonlyMap<string, Named>
  readonly title: string
  readonly words: Words
  /** Where all incidents are listed, and in which words. */
  readonly all: { readonly href: string; readonly text: string }
}

/** More panels would pass the size of a page; the newest stand. */
export const MOST = 3 * PANEL

/** When every patch has one witness, a stitch on each would tell nothing: one sentence says so, and only disputes are stitched. */
const tellsApart = (patches: readonly Patch[]): boolean => patches.some((patch) => patch.basting === null)

/** Figure for a page that holds `shapes(true)`. Empty for no patches: there is nothing to sew, and no zero to draw. */
export function quilt(cloth: Cloth): Markup {
  const { words, named } = cloth
  if (cloth.patches.length === 0) return html``
  const patches = cloth.patches.slice(-MOST)
  const counts = countsOf(patches)
  const single = tellsApart(patches)
  const drawing = { title: cloth.title, desc: descriptionOf(counts, words), single }
  const left = cloth.patches.length - patches.length
  return html`<figure class="quilt">${draw(patches, 'wide', drawing)}${draw(patches, 'narrow', drawing)}
<div class="under"><figcaption><b class="fig-title">${words.t('quilt.one-patch')}</b> ${words.t('face.quilt.caption')}${
    !single && ` ${words.t('face.quilt.one-witness')}`
  }${left > 0 && ` ${words.t('face.quilt.left-out', { n: left })}`}</figcaption>${legend(counts, words, single)}</div></figure>
<details><summary>${words.t('quilt.as-list')}</summary><ol class="asl">${patches.map(
    ({ incident, persons }, index) => {
      const name = named.get(incident)
      const when = name?.when === named.get(patches[index - 1]?.incident ?? '')?.when ? '' : name?.when
      return (
        name &&
        html`<li>${when && html`<b>${when}</b> `}<a href="${name.href}">${name.title}</a>${(persons ?? 0) > 1 && ` ×${persons}`}</li>
`
      )
    },
  )}</ol><p><a href="${cloth.all.href}">${cloth.all.text}</a></p></details>`
}
