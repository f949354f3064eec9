/** A motif in, its dark polygons out: nine shapes on a 4 × 4 lattice, each exactly half of the patch. */
import { MOTIFS, type Motif } from '../../core/codebook.ts'

export type Point = readonly [x: number, y: number]
export type Polygon = readonly Point[]

/** Side of a patch; every point lies on multiples of 12. */
export const SIDE = 48

const box = (x: number, y: number, size: number): Polygon => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
]
const bar = (y: number): Polygon => [
  [0, y],
  [SIDE, y],
  [SIDE, y + 12],
  [0, y + 12],
]
const shape = (...numbers: readonly number[]): Polygon =>
  numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []))

/** Half the patch is dark in each, so that no category can shout by ink. */
export const POLYGONS: Readonly<Record<Motif, readonly Polygon[]>> = {
  expression: [shape(0, 0, 48, 0, 0, 48)],
  assembly: [shape(0, 0, 48, 0, 24, 24), shape(0, 48, 48, 48, 24, 24)],
  association: [shape(24, 0, 48, 24, 24, 48, 0, 24)],
  liberty: [box(12, 12, 24), box(0, 0, 12), box(36, 0, 12), box(0, 36, 12), box(36, 36, 12)],
  trial: [bar(0), bar(24)],
  integrity: [
    shape(0, 0, 24, 0, 24, 24),
    shape(48, 0, 48, 24, 24, 24),
    shape(48, 48, 24, 48, 24, 24),
    shape(0, 48, 0, 24, 24, 24),
  ],
  digital: [box(0, 0, 24), box(24, 24, 24)],
  law: [shape(0, 24, 24, 0, 48, 24), shape(0, 48, 24, 24, 48, 48)],
  good: [
    box(12, 12, 24),
    shape(12, 12, 12, 0, 24, 12),
    shape(12, 12, 0, 12, 12, 24),
    shape(36, 12, 36, 0, 24, 12),
    shape(36, 12, 48, 12, 36, 24),
    shape(36, 36, 36, 48, 24, 36),
    shape(36, 36, 48, 36, 36, 24),
    shape(12, 36, 12, 48, 24, 36),
    shape(12, 36, 0, 36, 12, 24),
  ],
}

/** Area by the shoelace formula, whichever way round the points run. */
export function area(polygon: Polygon): number {
  const twice = polygon.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.abs(twice) / 2
}

/** The motif turned about the middle of the patch by quarter turns, clockwise on the screen. */
export function turned(motif: Motif, quarters: number): readonly Polygon[] {
  const once = ([x, y]: Point): Point => [SIDE - y, x]
  let polygons = POLYGONS[motif]
  for (let n = 0; n < quarters; n += 1) polygons = polygons.map((polygon) => polygon.map(once))
  return polygons
}

/** SVG path data; points after the first need no letter. */
export const pathOf = (polygons: readonly Polygon[]): string =>
  polygons.map((polygon) => `M${polygon.map(([x, y]) => `${x} ${y}`).join(' ')}z`).join('')

const outline = (polygons: readonly Polygon[]): string =>
  polygons
    .map((polygon) => polygon.map(String).sort().join(';'))
    .sort()
    .join('|')

const periods = new Map<Motif, number>(
  MOTIFS.map((motif) => [
    motif,
    [1, 2, 4].find((n) => outline(turned(motif, n)) === outline(POLYGONS[motif])) ?? 4,
  ]),
)
/** Turns that look different: a diamond has one, an hourglass two, a triangle four. */
export const turnsOf = (motif: Motif): number => periods.get(motif) ?? 4
