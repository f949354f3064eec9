/** A period in, the files that its update and its quilt are set as out, for whoever takes them away. */
import { href } from '../links.ts'
import { PAPERS } from '../manuscript/manuscript.ts'
import { html, type Markup } from '../markup.ts'
import { SHEETS } from '../sheet/sheet.ts'
import type { PeriodView, UpdateView } from '../views.ts'

/** Named so that two quarters and two languages do not overwrite each other. */
export function papers({ words, site, pack, period, typesets }: UpdateView): Markup {
  const { language } = words
  const here = PAPERS.filter((one) => one !== 'pdf' || typesets)
  return html`<ul class="dl">${here.map((paper) => {
    const to = href(site, language, { kind: 'paper', country: pack.id, period: period.id, paper })
    return html`<li><a href="${to}" download="update-${pack.id}-${period.id}-${language}.${paper}">${words.t(`paper.${paper}`)}</a></li>`
  })}</ul>`
}

/** The quilt on A4, for a wall or a table. */
export function sheets({ words, site, pack, period, typesets = false }: PeriodView): Markup {
  const { language } = words
  const here = SHEETS.filter((one) => typesets || !one.endsWith('.pdf'))
  return html`<p class="meta">${words.t('sheet.label')}</p><ul class="dl">${here.map((file) => {
    const to = href(site, language, { kind: 'sheet', country: pack.id, period: period.id, file })
    return html`<li><a href="${to}" download="${pack.id}-${period.id}-${language}-${file}">${words.t(`sheet.${file.replace('.', '-')}`)}</a></li>`
  })}</ul>`
}
