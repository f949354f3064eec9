/** Texts written from records in, a list of them out: what it is, of what, and when it came out or was corrected. */
import { signaturesIn } from '../../core/signing/public-signatures.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import type { PublicPublication } from '../writing/publication-body.ts'

export function publicationList(publications: readonly PublicPublication[], face: Face): Markup {
  const { words, site } = face
  return html`<ul class="inc bare">${publications.map(
    ({ id, language, manuscript, published, corrections, signatures }) => {
      const n = signatures ? signaturesIn(signatures) : 0
      const last = corrections.at(-1)
      const to = href(site, language, { kind: 'publication', id })
      return html`<li><a href="${to}" lang="${language}" hreflang="${language}">${manuscript.title}</a><p class="meta"><span lang="${language}">${manuscript.kind}: ${manuscript.subject}</span> · ${dayIn(published, words.language)}${n > 0 && html` · ${words.t('pub.signed', { n })}`}${last && html` · ${words.t('pub.corrected', { day: dayIn(last.on, words.language) })}`}</p></li>
`
    },
  )}</ul>`
}
