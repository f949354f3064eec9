/** Uses of laws in, a table out: stated is a filled box, inferred an open one. */

import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { provisionIn } from '../laws.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face, LawUse } from '../views.ts'

/** Boxes past this would only repeat the number. */
const BOXES = 24

/** `rows` gives the address that opens the uses of one provision. */
export function lawTable(
  uses: readonly LawUse[],
  pack: Pack,
  face: Face,
  rows: (provision: string) => string | null,
): Markup {
  const { words, site } = face
  return html`<table class="laws"><thead><tr><th scope="col">${words.t('face.laws.article')}</th><th scope="col"><span class="stated">${words.t('face.basis.stated')}</span> <span class="inferred">${words.t('face.basis.inferred')}</span></th><th scope="col" class="n">${words.t('unit-name.incidents')}</th></tr></thead><tbody>${uses.map(
    (use): Piece => {
      const provision = pack.provisions.get(use.provision)
      if (!provision) return null
      const open = rows(use.provision)
      const total = use.stated + use.inferred
      const stated = Math.min(use.stated, BOXES)
      const title = labelIn(provision.title, words.language)
      return html`<tr><th scope="row"><a href="${href(site, words.language, { kind: 'law', country: pack.id, provision: provision.id })}">${provisionIn(provision, pack, face)}</a><span class="src" lang="${title.lang}">${title.text}</span></th><td><span class="boxes" aria-hidden="true">${'■'.repeat(stated)}<i>${'□'.repeat(Math.min(use.inferred, BOXES - stated))}</i></span><span class="vh">${words.t('face.laws.split', { stated: use.stated, inferred: use.inferred })}</span></td><td class="n">${open === null ? total : html`<a href="${open}">${total}</a>`}</td></tr>
`
    },
  )}</tbody></table>`
}
