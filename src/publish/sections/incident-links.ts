/** An incident's links in both directions in, a list by headline out. */
import type { LinkKind } from '../../core/record.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { titleOf } from '../telling/title.ts'
import { whensIn } from '../telling/when.ts'
import type { IncidentView } from '../views.ts'

/** The other incident's headline; where it may not be shown, only that there is one. */
export function incidentLinks(view: IncidentView): Markup {
  const { incident, linked, linkedFrom, words, codebook, tell, site } = view
  const item = (label: string, id: string): Markup => {
    const other = linked.find((one) => one.id === id)
    return html`<li><span class="src">${label}</span>${
      other
        ? html`<a href="${href(site, words.language, { kind: 'incident', id })}">${titleOf(other, codebook, tell)}</a> <span class="meta">${whensIn(other, tell)}</span>`
        : words.t('face.link.not-shown')
    }</li>`
  }
  const back = (kind: LinkKind): string => words.t(`face.link-back.${kind}`)
  return html`<ul class="links">${incident.links.map((one) => item(words.t(`link.${one.kind}`), one.incident))}${linkedFrom.map((one) => item(back(one.kind), one.incident))}</ul>`
}
