/** Texts written from records in, a list of them out: what it is, of what, and when it came out or was corrected. */
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'
import type { PublicPublication } from '../writing/publication-body.ts'

export function publicationList(publications: readonly PublicPublication[], face: Face): Markup {
  const { words, site } = face
  return html`<ul class="inc bare">${publications.map(
    ({ id, language, manuscript, published, corrections }) => {
      const last = corrections.at(-1)
      const to = href(site, language, { kind: 'publication', id })
      return html`<li><a href="${to}" lang="${language}" hreflang="${language}">${manuscript.title}</a><p class="meta"><span lang="${language}">${manuscript.kind}: ${manuscript.subject}</span> · ${dayIn(published, words.language)}${last && html` · ${words.t('pub.corrected', { day: dayIn(last.on, words.language) })}`}</p></li>
`
    },
  )}</ul>`
}
