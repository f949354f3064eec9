/** Incidents in, their sources grouped by who collected first what they say out: sources that quote each other are one witness. */
import { collectorKey } from '../../core/collectors.ts'
import type { PublicIncident, PublicSource } from '../../core/public-record.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import { slip } from '../pages/parts.ts'
import { whensIn, writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export type Told = { readonly source: PublicSource; readonly incidents: readonly PublicIncident[] }
/** `name` null: nobody said who collected it, and it speaks for itself. */
export type Witness = { readonly name: string | null; readonly told: readonly Told[] }

/** Most sources first. Two passages of one report are one source. */
export function witnessesOf(incidents: readonly PublicIncident[]): readonly Witness[] {
  const groups = new Map<
    string,
    { name: string | null; told: Map<string, { source: PublicSource; incidents: PublicIncident[] }> }
  >()
  for (const incident of incidents)
    for (const source of incident.sources) {
      const own = [source.title, source.publisher, source.url, source.published].join('\n')
      const key = collectorKey(source) ?? own
      const group = groups.get(key) ?? { name: source.collector ?? source.publisher, told: new Map() }
      const told = group.told.get(own) ?? { source, incidents: [] }
      if (!told.incidents.includes(incident)) told.incidents.push(incident)
      group.told.set(own, told)
      groups.set(key, group)
    }
  return [...groups.values()]
    .map((one) => ({ name: one.name, told: [...one.told.values()] }))
    .sort((a, b) => b.told.length - a.told.length || (a.name ?? '').localeCompare(b.name ?? ''))
}

const http = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url)

export function collectors(witnesses: readonly Witness[], face: Face): Markup {
  const { words, tell, site } = face
  const title = ({ title, url, language }: PublicSource): Piece => {
    if (title === null) return slip(words)
    const text = html`<span lang="${language}">${title}</span>`
    return http(url) ? html`<a href="${url}" rel="noreferrer">${text}</a>` : text
  }
  const of = (incident: PublicIncident): Markup =>
    html`<a href="${href(site, words.language, { kind: 'incident', id: incident.id })}">${whensIn(incident, tell)}</a>`
  return html`${witnesses.map(
    ({ name, told }) =>
      html`<h3>${name ?? words.t('person.collector.nobody')}</h3><ul class="links">${told.map(
        ({ source, incidents }) =>
          html`<li>${title(source)}${
            source.published !== null && html` <span class="meta">${writtenIn(source.published, tell)}</span>`
          }<span class="src">${between(incidents.map(of), ' · ')}</span></li>`,
      )}</ul>`,
  )}`
}
