/** An update in, the files that it is set as out, for whoever takes it away. */
import { href } from '../links.ts'
import { PAPERS } from '../manuscript/manuscript.ts'
import { html, type Markup } from '../markup.ts'
import type { UpdateView } from '../views.ts'

/** Named so that two quarters and two languages do not overwrite each other. */
export function papers({ words, site, pack, period, typesets }: UpdateView): Markup {
  const { language } = words
  const here = PAPERS.filter((one) => one !== 'pdf' || typesets)
  return html`<ul class="dl">${here.map((paper) => {
    const to = href(site, language, { kind: 'paper', country: pack.id, period: period.id, paper })
    return html`<li><a href="${to}" download="update-${pack.id}-${period.id}-${language}.${paper}">${words.t(`paper.${paper}`)}</a></li>`
  })}</ul>`
}
