/** The incidents of a period in, the map of regions out. */
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { tileMap, tilesOf } from '../figures/tiles.ts'
import { matching, regionsOf } from '../filter.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import type { Face } from '../views.ts'

/** Incidents per region; one in two regions counts in both, so the numbers are never summed. */
export function regionCounts(incidents: readonly PublicIncident[], pack: Pack): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const incident of matching(incidents, {}, pack))
    for (const region of regionsOf(incident, pack)) counts.set(region, (counts.get(region) ?? 0) + 1)
  return counts
}

export function places(incidents: readonly PublicIncident[], period: string, pack: Pack, face: Face): Markup {
  const { words, site } = face
  const tiles = tilesOf(regionCounts(incidents, pack), pack, words)
  if (tiles.length === 0) return html``
  const rows = (region: string): string =>
    href(site, words.language, { kind: 'incidents', country: pack.id, period, filter: { region }, page: 1 })
  return html`<figure>${tileMap(tiles, rows)}<figcaption>${words.t('face.map.caption')}</figcaption></figure>`
}
