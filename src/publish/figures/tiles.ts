/** Incidents per region in, a map of equal tiles out: the area of a square is the number. */
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
}

/** Words that only say «region», left out on a tile; the table has the whole name. */
const GENERIC = /\s*(Region|область|облысы|қаласы)\s*/g

/** A free place at the left edge, from the top or from the bottom; a new row when there is none. */
function edge(taken: ReadonlySet<string>, rows: number, fromTop: boolean): number {
  const order = Array.from({ length: rows }, (_, n) => (fromTop ? n : rows - 1 - n))
  return order.find((row) => !taken.has(`${row} 0`)) ?? rows
}

/** Every region has a tile; zero means none recorded. Country and unknown have one only when they hold something. */
export function tilesOf(counts: ReadonlyMap<string, number>, pack: Pack, words: Words): readonly Tile[] {
  const regions = [...pack.regions.values()].map((region): Tile => {
    const name = labelIn(region.name, words.language).text.replace(GENERIC, ' ').trim()
    return { id: region.id, name, ...region.tile, n: counts.get(region.id) ?? 0, kind: 'region' }
  })
  const taken = new Set(regions.map((tile) => `${tile.row} ${tile.col}`))
  const rows = Math.max(0, ...regions.map((tile) => tile.row)) + 1
  const extra = (kind: 'country' | 'unknown', fromTop: boolean): readonly Tile[] => {
    const n = counts.get(kind)
    if (n === undefined) return []
    const row = edge(taken, rows, fromTop)
    taken.add(`${row} 0`)
    return [{ id: kind, name: words.t(`face.place.${kind}`), row, col: 0, n, kind }]
  }
  return [...regions, ...extra('country', true), ...extra('unknown', false)]
}

type Size = { readonly pitch: number; readonly gap: number; readonly square: number; readonly letters: number; readonly font: number }
const SIZES = {
  wide: { pitch: 116, gap: 4, square: 52, letters: 16, font: 13 },
  narrow: { pitch: 55, gap: 3, square: 20, letters: 7, font: 10.5 },
} as const satisfies Record<string, Size>

const cut = (name: string, letters: number): string => (name.length <= letters ? name : `${name.slice(0, letters - 1)}.`)

function one(tile: Tile, size: Size, most: number, top: number): Markup {
  const side = size.pitch - size.gap
  const [x, y] = [tile.col * size.pitch, (tile.row - top) * size.pitch]
  const length = most === 0 ? 0 : Math.round(Math.sqrt(tile.n / most) * size.square * 10) / 10
  const inset = size.font / 2
  return html`<g transform="translate(${x} ${y})"><path class="bandf" d="M0 0h${side}v${side}H0z"/>${
    tile.kind === 'unknown' && html`<path class="hatch" d="M0 ${side / 2}h${side}v${side / 2}H0z"/>`
  }<text class="tn" x="${inset}" y="${size.font * 1.5}">${cut(tile.name, size.letters)}</text><text class="tv" x="${inset}" y="${side - inset}">${tile.n}</text>${
    tile.n > 0 && html`<path class="k2" d="M${side - inset} ${side - inset}h-${length}v-${length}h${length}z"/>`
  }</g>`
}

/** Two drawings, wide and narrow, switched by the style sheet. */
export function tileMap(tiles: readonly Tile[], title: string): Markup {
  const most = Math.max(0, ...tiles.map((tile) => tile.n))
  const top = Math.min(...tiles.map((tile) => tile.row))
  const rows = Math.max(...tiles.map((tile) => tile.row)) - top + 1
  const columns = Math.max(...tiles.map((tile) => tile.col)) + 1
  const svg = (kind: keyof typeof SIZES): Markup => {
    const size = SIZES[kind]
    return html`<svg class="${kind} tiles" viewBox="0 0 ${columns * size.pitch} ${rows * size.pitch}" role="img" aria-labelledby="tm-${kind}"><title id="tm-${kind}">${title}</title>${
      kind === 'wide' &&
      html`<defs><pattern id="ht" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hair" d="M0 0v7"/></pattern></defs>`
    }${tiles.map((tile) => one(tile, size, most, top))}</svg>`
  }
  return html`${svg('wide')}${svg('narrow')}`
}
