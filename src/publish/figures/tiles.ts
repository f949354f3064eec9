/** Incidents per region in, a map of equal tiles out: the area of a square is the number, each tile opens its rows. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'

export type Tile = {
  readonly id: string
  readonly name: string
  readonly row: number
  readonly col: number
  readonly n: number
  readonly kind: 'region' | 'country' | 'unknown'
  /** Of a region, those that are named, the most often named first; a region that is one town has none. */
  readonly towns: readonly Town[]
}
export type Town = { readonly name: string; readonly n: number }

/** Words that only say «region», left out on a tile. */
const GENERIC = /\s*(Region|область|облысы|қаласы)\s*/g

/** A free place at the left edge, from the top or from the bottom; a new row when there is none. */
function edge(taken: ReadonlySet<string>, rows: number, fromTop: boolean): number {
  const order = Array.from({ length: rows }, (_, n) => (fromTop ? n : rows - 1 - n))
  return order.find((row) => !taken.has(`${row} 0`)) ?? rows
}

/** Every region has a tile; zero means none recorded. Country and unknown have one only when they hold something. */
export function tilesOf(
  counts: ReadonlyMap<string, number>,
  pack: Pack,
  words: Words,
  towns: ReadonlyMap<string, readonly Town[]> = new Map(),
): readonly Tile[] {
  const regions = [...pack.regions.values()].map((region): Tile => {
    const name = labelIn(region.name, words.language).text.replace(GENERIC, ' ').trim()
    const own = (towns.get(region.id) ?? []).filter((one) => one.name !== name)
    return { id: region.id, name, ...region.tile, n: counts.get(region.id) ?? 0, kind: 'region', towns: own }
  })
  const taken = new Set(regions.map((tile) => `${tile.row} ${tile.col}`))
  const rows = Math.max(0, ...regions.map((tile) => tile.row)) + 1
  const extra = (kind: 'country' | 'unknown', fromTop: boolean): readonly Tile[] => {
    const n = counts.get(kind)
    if (n === undefined) return []
    const row = edge(taken, rows, fromTop)
    taken.add(`${row} 0`)
    return [{ id: kind, name: words.t(`face.place.${kind}`), row, col: 0, n, kind, towns: [] }]
  }
  return [...regions, ...extra('country', true), ...extra('unknown', false)]
}

/** The square in a box of 48: its area, not its side, grows with the number. */
function square(n: number, most: number): Markup | false {
  if (n === 0) return false
  const side = Math.round(Math.sqrt(n / most) * 480) / 10
  return html`<svg viewBox="0 0 48 48" aria-hidden="true"><path class="k2" d="M48 48h-${side}v-${side}h${side}z"/></svg>`
}

export const townsIn = (towns: readonly Town[]): string =>
  towns.map((one) => (one.n > 1 ? `${one.name}\u00a0${one.n}` : one.name)).join(', ')

/**
 * A list laid out as a map by the style sheet (classes r0… and c0…), so that it is its own table: read aloud it is names and
 * numbers. `rows` gives the address that opens a tile's incidents.
 */
export function tileMap(tiles: readonly Tile[], rows: (region: string) => string): Markup {
  const most = Math.max(1, ...tiles.map((tile) => tile.n))
  const ordered = [...tiles].sort((a, b) => a.row - b.row || a.col - b.col)
  return html`<ul class="tiles">${ordered.map(
    (tile) =>
      html`<li class="r${tile.row} c${tile.col}${tile.kind === 'unknown' && ' nw'}"><span>${tile.name}</span>${tile.towns.length > 0 && html`<small>${townsIn(tile.towns.slice(0, 1))}</small>`}${
        tile.n === 0 ? html`<b>0</b>` : html`<a href="${rows(tile.id)}">${tile.n}</a>`
      }${square(tile.n, most)}</li>
`,
  )}</ul>`
}
