/** Patches in, panels of forty with every coordinate out. */
import type { Motif } from '../../core/codebook.ts'
import { turnsOf } from './motifs.ts'
import type { Patch } from './patch.ts'

/** Forty patches, қырық құрақ: families sewed forty pieces to protect a child. */
export const PANEL = 40
export const PITCH = 50
export const BORDER = 26
export const APART = 14

/** wide: 8 × 5, two panels beside each other · narrow: 5 × 8, one below the other. */
export type Layout = { readonly columns: number; readonly rows: number; readonly abreast: number }
export const LAYOUTS = {
  wide: { columns: 8, rows: 5, abreast: 2 },
  narrow: { columns: 5, rows: 8, abreast: 1 },
} as const satisfies Record<string, Layout>

/** Whatever has a shape can be sewn. */
export type Sewable = { readonly motif: Motif }
export type Placed<P extends Sewable = Patch> = {
  readonly patch: P
  readonly x: number
  readonly y: number
  readonly turn: number
}
export type Panel<P extends Sewable = Patch> = {
  readonly x: number
  readonly y: number
  readonly patches: readonly Placed<P>[]
}

export const widthOf = (layout: Layout): number => 2 * BORDER + layout.columns * PITCH - 2
export const heightOf = (layout: Layout): number => 2 * BORDER + layout.rows * PITCH - 2

/** Turning is ornament, never data: four neighbours make a pinwheel. */
const TURNS = [
  [0, 1],
  [3, 2],
] as const

function place<P extends Sewable>(patch: P, index: number, layout: Layout): Placed<P> {
  const [row, column] = [Math.floor(index / layout.columns), index % layout.columns]
  const quarters = TURNS[row % 2]?.[column % 2] ?? 0
  return {
    patch,
    x: BORDER + column * PITCH,
    y: BORDER + row * PITCH,
    turn: quarters % turnsOf(patch.motif),
  }
}

/** Row by row in the given order; a full panel never changes when a later patch is added. */
export function panelsOf<P extends Sewable>(patches: readonly P[], layout: Layout): readonly Panel<P>[] {
  const count = Math.ceil(patches.length / PANEL)
  return Array.from({ length: count }, (_, n) => ({
    x: (n % layout.abreast) * (widthOf(layout) + APART),
    y: Math.floor(n / layout.abreast) * (heightOf(layout) + APART),
    patches: patches.slice(n * PANEL, (n + 1) * PANEL).map((patch, index) => place(patch, index, layout)),
  }))
}

/** Size of the whole cloth. */
export function clothOf(panels: number, layout: Layout): { readonly width: number; readonly height: number } {
  const across = Math.min(panels, layout.abreast)
  const down = Math.ceil(panels / layout.abreast)
  return {
    width: across * (widthOf(layout) + APART) - APART,
    height: down * (heightOf(layout) + APART) - APART,
  }
}

const short = (n: number): number => Math.round(n * 1000) / 1000

/** A strip of triangles along two facing sides: one tile of a pattern, how wide the tile is, and the strip it fills. */
export type Tumar = {
  readonly tile: string
  readonly width: number
  readonly height: number
  readonly strip: string
}

/** Tumar, the amulet border: triangles of base about 24, the length divided evenly, height 12, pointing out on all four sides. */
export function tumarOf(layout: Layout): { readonly across: Tumar; readonly down: Tumar } {
  const [width, height] = [widthOf(layout), heightOf(layout)]
  const [long, high] = [width - 2 * BORDER, height - 2 * BORDER]
  const base = (length: number): number => short(length / Math.round(length / 24))
  const [x, y] = [base(long), base(high)]
  return {
    across: {
      tile: `M0 18h${x}l-${short(x / 2)}-12zM0 ${height - 18}h${x}l-${short(x / 2)} 12z`,
      width: x,
      height,
      strip: `M${BORDER} 0h${long}v${height}h-${long}z`,
    },
    down: {
      tile: `M18 0v${y}l-12-${short(y / 2)}zM${width - 18} 0v${y}l12-${short(y / 2)}z`,
      width,
      height: y,
      strip: `M0 ${BORDER}h${width}v${high}H0z`,
    },
  }
}
