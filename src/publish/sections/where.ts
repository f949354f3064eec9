/** The incidents of a thing in, the map of regions out, each tile leading to the page of its region. */
import { placeOfRegion } from '../../core/things.ts'
import { tileMap, tilesOf } from '../figures/tiles.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { row } from '../pages/parts.ts'
import type { ThingView } from '../views.ts'

export function where({ counts: { regions }, pack, words, site }: ThingView): Markup | false {
  const tiles = tilesOf(regions, pack, words)
  if (tiles.length === 0 || regions.size === 0) return false
  const to = (region: string): string => {
    const place = placeOfRegion(region, pack)
    return href(
      site,
      words.language,
      place ? { kind: 'place', country: pack.id, id: place.id } : { kind: 'country', country: pack.id },
    )
  }
  const named = tiles.filter((one) => one.n > 0 && one.kind === 'region')
  const most = named.reduce<(typeof named)[number] | null>(
    (best, one) => (best === null || one.n > best.n ? one : best),
    null,
  )
  const heading = most
    ? `${most.name}: ${words.t('face.incidents', { n: most.n })}`
    : words.t('face.map.heading')
  return row(
    'w',
    words.t('face.map'),
    words.t('face.map.note'),
    heading,
    html`<figure>${tileMap(tiles, to)}<figcaption>${words.t('face.map.caption')}</figcaption></figure>`,
  )
}
