/** The names of the tables in, a list of each as a CSV file with what its rows are out. */
import { fileHref } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { savedAs } from '../open/files.ts'
import type { DataView as View } from '../views.ts'

export function tableList({ tables, words, site }: View): Markup | null {
  if (tables.length === 0) return null
  return html`<h3>${words.t('open.data.tables')}</h3><ul class="tables">${tables.map(
    (
      name,
    ) => html`<li><a href="${fileHref(site, { kind: 'all' }, `${name}.csv`)}" download="${savedAs('all', `${name}.csv`)}">${name}.csv</a> ${words.t(`open.table.${name}`)}</li>
`,
  )}</ul>`
}
