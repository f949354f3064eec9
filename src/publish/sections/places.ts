/** The incidents of a period in, the map of regions with their towns out. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { type Tile, type Town, tileMap, tilesOf, townsIn } from '../figures/tiles.ts'
import { matching, regionsOf } from '../filter.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'

/** Incidents per region; one in two regions counts in both, so the numbers are never summed. */
export function regionCounts(incidents: readonly PublicIncident[], pack: Pack): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const incident of matching(incidents, {}, pack))
    for (const region of regionsOf(incident, pack)) counts.set(region, (counts.get(region) ?? 0) + 1)
  return counts
}

const IS_TOWN: ReadonlySet<string> = new Set(['city', 'town', 'village'])

/** The town a public place is, or lies in; a district, a region or a country is none. */
function townOf(place: string | null, pack: Pack): string | null {
  const found = place === null ? undefined : pack.places.get(place)
  if (!found) return null
  if (IS_TOWN.has(found.kind)) return found.id
  return found.inside === null ? null : townOf(found.inside, pack)
}

/** Towns by region, the most often named first: an incident counts once in each of its towns. */
export function townsByRegion(
  incidents: readonly PublicIncident[],
  pack: Pack,
  { words }: Pick<Face, 'words'>,
): ReadonlyMap<string, readonly Town[]> {
  const counts = new Map<string, number>()
  for (const incident of matching(incidents, {}, pack)) {
    const towns = incident.fields.places.flatMap(({ value }) => townOf(value.place, pack) ?? [])
    for (const town of new Set(towns)) counts.set(town, (counts.get(town) ?? 0) + 1)
  }
  const byRegion = new Map<string, Town[]>()
  for (const [id, n] of counts) {
    const place = pack.places.get(id)
    if (!place?.region) continue
    const own = byRegion.get(place.region) ?? []
    own.push({ name: labelIn(place.name, words.language).text, n })
    byRegion.set(place.region, own)
  }
  for (const own of byRegion.values()) own.sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
  return byRegion
}

/** Every town with its number, where the map has room for one. */
function townTable(tiles: readonly Tile[], { words }: Face): Piece {
  const named = tiles.filter((tile) => tile.towns.length > 0)
  return (
    named.length > 0 &&
    html`<details><summary>${words.t('places.towns')}</summary><table><thead><tr><th scope="col">${words.t('places.region')}</th><th scope="col">${words.t('places.town')}</th></tr></thead><tbody>${named
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(
        (tile) => html`<tr><th scope="row">${tile.name}</th><td>${townsIn(tile.towns)}</td></tr>
`,
      )}</tbody></table></details>`
  )
}

export function places(incidents: readonly PublicIncident[], period: string, pack: Pack, face: Face): Markup {
  const { words, site } = face
  const towns = townsByRegion(incidents, pack, face)
  const tiles = tilesOf(regionCounts(incidents, pack), pack, words, towns)
  if (tiles.length === 0) return html``
  const rows = (region: string): string =>
    href(site, words.language, { kind: 'incidents', country: pack.id, period, filter: { region }, page: 1 })
  return html`<figure>${tileMap(tiles, rows)}<figcaption>${words.t('face.map.caption')}</figcaption></figure>${townTable(tiles, face)}`
}
