/** A table of two to six lists → what is believed of the true number, averaged over all decomposable graphs (Madigan and York 1997). */
import { type CaptureTable, seenIn } from '../../core/estimate/capture.ts'
import type { Tell } from '../../core/progress.ts'
import { lnGamma } from './gamma.ts'
import { decomposableGraphs, type Graph, graphText } from './graphs.ts'
import { edgeOf, type Posterior } from './posterior.ts'

/** What is believed before the lists are read: 1/N, or N Poisson with a mean that is gamma of shape `a` and scale `b`. */
export type Prior =
  | { readonly kind: 'inverse' }
  | { readonly kind: 'gamma'; readonly a: number; readonly b: number }

export type DgaSettings = {
  /** Weight of each full cell of the Dirichlet prior. */
  readonly delta: number
  readonly prior: Prior
  /** Numbers of unseen that are tried; null: from 0 to five times the seen, doubled until the belief has ended. */
  readonly grid: readonly [number, number] | null
  /** Whether the graph in which all lists depend on each other has a say. */
  readonly saturated: boolean
}

export type GraphBelief = {
  readonly graph: string
  readonly isSaturated: boolean
  readonly probability: number
  readonly mean: number
  readonly mode: number
  /** E(1/N) / E(1/N²). */
  readonly relative: number
}
export type Dga = {
  readonly posterior: Posterior
  /** The surest first. */
  readonly graphs: readonly GraphBelief[]
  readonly grid: readonly [number, number]
  /** Weight at the end of the grid as a share of the highest. */
  readonly edge: number
}

export const MOST_DGA_LISTS = 6
/** The grid is doubled until its end weighs less than this share of the peak. */
export const EDGE = 0.001
const FIRST_GRID = 5
/** Points of graphs and grid together: what half a minute of one core allows. A belief that has not ended by then is refused. */
const MOST_WORK = 3e8
const BLOCK = 2048
/** Weights smaller than e to this, beside the highest, add nothing that a double could hold. */
const NOTHING = -60
/**
 * A graph that the first look finds so far below the highest is not weighed: nothing of it could be seen in a double. Between
 * two points of that look, half a percent from either, a belief with the least width it can have, √n, rises by n/80,000.
 */
const farBelow = (to: number): number => 45 + to / 80_000
/** The first look goes beyond the grid as it begins, to where it may be doubled. */
const BEYOND = 32

export function dga(table: CaptureTable, settings: DgaSettings, tell: Tell = () => {}): Dga {
  const k = table.lists.length
  const seen = seenIn(table)
  const all = decomposableGraphs(k)
  const graphs = settings.saturated ? all : all.filter((one) => one.cliques.length > 1)
  const weigh = weigher(table, seen, settings, graphs)
  const [from, to] = settings.grid ?? [0, Math.max(FIRST_GRID * seen, 10)]
  const sums = new Sums(graphs.length, from + seen, weigh.highest(from, settings.grid ? to : BEYOND * to))
  const take = (start: number, end: number): void => {
    for (let at = start; at <= end; at += BLOCK) {
      weigh.block(at, Math.min(at + BLOCK - 1, end), sums)
      tell(at - from, end - from)
    }
  }
  take(from, to)
  let end = to
  while (settings.grid === null && edgeOf(sums.posterior()) >= EDGE && 2 * end * graphs.length <= MOST_WORK) {
    take(end + 1, 2 * end)
    end *= 2
  }
  const posterior = sums.posterior()
  return { posterior, graphs: beliefs(graphs, sums, table.lists), grid: [from, end], edge: edgeOf(posterior) }
}

/** Grows with the grid: weights of every total over all graphs, and sums for each graph. */
class Sums {
  readonly first: number
  readonly highest: number
  readonly weight: Float64Array
  readonly mean: Float64Array
  readonly inverse: Float64Array
  readonly square: Float64Array
  readonly mode: Float64Array
  readonly peak: Float64Array
  private averaged = new Float64Array(BLOCK)
  private length = 0
  constructor(graphs: number, first: number, highest: number) {
    this.first = first
    this.highest = highest
    const zeros = (): Float64Array => new Float64Array(graphs)
    ;[this.weight, this.mean, this.inverse] = [zeros(), zeros(), zeros()]
    ;[this.square, this.mode, this.peak] = [zeros(), zeros(), zeros()]
  }
  /** Room for a block that begins at this total. */
  room(total: number, size: number): Float64Array {
    const start = total - this.first
    if (start + size > this.averaged.length) {
      const larger = new Float64Array(Math.max(2 * this.averaged.length, start + size))
      larger.set(this.averaged)
      this.averaged = larger
    }
    this.length = start + size
    return this.averaged.subarray(start, start + size)
  }
  posterior(): Posterior {
    return { first: this.first, weights: this.averaged.subarray(0, this.length) }
  }
}

/**
 * Weight of a graph and a number of unseen: the marginal likelihood of the table under a hyper-Dirichlet prior, times what is
 * believed of the total. For a set s of lists with the marginal cells D and d = δ·2^(k−|s|),
 * L(s) = Σ ln Γ(D + d) − 2^|s| ln Γ(d); cliques count once, separators are taken off, and each brings a constant K of the total.
 */
function weigher(table: CaptureTable, seen: number, { delta, prior }: DgaSettings, graphs: readonly Graph[]) {
  const k = table.lists.length
  const sets = Array.from({ length: 2 ** k - 1 }, (_, at) => marginalOf(table, at + 1, delta))
  const observed = table.counts.reduce((sum, one) => sum + lnGamma(one + 1), 0)
  const all = 2 ** k * delta
  const base = (unseen: number): readonly [number, number] => {
    const total = seen + unseen
    const constant = lnGamma(all) - lnGamma(total + all)
    return [lnGamma(total + 1) - observed - lnGamma(unseen + 1) + lnPrior(total, prior), constant]
  }
  const terms = graphs.map(({ cliques, separators }) => ({
    add: cliques.map((one) => one - 1),
    take: separators.map((one) => one - 1),
    parts: cliques.length - separators.length,
  }))
  const L = sets.map(() => new Float64Array(BLOCK))
  /** Row p: what every graph of p + 1 parts begins with. */
  const bases = Array.from({ length: k }, () => new Float64Array(BLOCK))
  const row = new Float64Array(BLOCK)
  const fill = (points: readonly number[]): void => {
    sets.forEach(({ absent, rest }, at) => {
      const out = L[at]
      if (out) for (let i = 0; i < points.length; i += 1) out[i] = rest + lnGamma((points[i] ?? 0) + absent)
    })
    points.forEach((unseen, i) => {
      const [start, constant] = base(unseen)
      bases.forEach((out, parts) => {
        out[i] = start + (parts + 1) * constant
      })
    })
  }
  const weighed = (graph: number, size: number): Float64Array => {
    const { add, take, parts } = terms[graph] ?? { add: [], take: [], parts: 1 }
    row.set(bases[parts - 1] ?? row)
    for (const set of add) {
      const one = L[set] ?? row
      for (let i = 0; i < size; i += 1) row[i] = (row[i] ?? 0) + (one[i] ?? 0)
    }
    for (const set of take) {
      const one = L[set] ?? row
      for (let i = 0; i < size; i += 1) row[i] = (row[i] ?? 0) - (one[i] ?? 0)
    }
    return row
  }
  let near: readonly number[] = graphs.map((_, graph) => graph)
  return {
    /**
     * About the highest weight, from points that lie ever farther apart, so that no weight leaves the range of doubles. Graphs
     * that are nowhere near it are not weighed again: of eighteen thousand a few hundred are left.
     */
    highest(from: number, to: number): number {
      const points = new Set<number>()
      for (let at = from; at < to; at = Math.max(at + 1, Math.round(from + (at - from) * 1.01)))
        points.add(at)
      const best = new Float64Array(graphs.length).fill(Number.NEGATIVE_INFINITY)
      for (const part of chunks([...points, to], BLOCK)) {
        fill(part)
        graphs.forEach((_, graph) => {
          const out = weighed(graph, part.length)
          let most = best[graph] ?? 0
          for (let i = 0; i < part.length; i += 1) most = Math.max(most, out[i] ?? most)
          best[graph] = most
        })
      }
      const highest = best.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY)
      near = near.filter((graph) => (best[graph] ?? 0) > highest - farBelow(to))
      return highest
    },
    block(from: number, to: number, sums: Sums): void {
      const size = to - from + 1
      fill(Array.from({ length: size }, (_, i) => from + i))
      const averaged = sums.room(seen + from, size)
      near.forEach((graph) => {
        const out = weighed(graph, size)
        let [weight, mean, inverse, square, mode, peak] = [0, 0, 0, 0, 0, sums.peak[graph] ?? 0]
        for (let i = 0; i < size; i += 1) {
          const ln = (out[i] ?? 0) - sums.highest
          if (ln < NOTHING) continue
          const [one, total] = [Math.exp(ln), seen + from + i]
          averaged[i] = (averaged[i] ?? 0) + one
          weight += one
          mean += one * total
          inverse += one / total
          square += one / (total * total)
          if (one > peak) [peak, mode] = [one, total]
        }
        sums.weight[graph] = (sums.weight[graph] ?? 0) + weight
        sums.mean[graph] = (sums.mean[graph] ?? 0) + mean
        sums.inverse[graph] = (sums.inverse[graph] ?? 0) + inverse
        sums.square[graph] = (sums.square[graph] ?? 0) + square
        if (mode > 0) [sums.peak[graph], sums.mode[graph]] = [peak, mode]
      })
    },
  }
}

/** Of the lists in a set: all of L(s) that the unseen do not change, and what is added to them in the cell of the absent. */
function marginalOf(
  table: CaptureTable,
  set: number,
  delta: number,
): { readonly absent: number; readonly rest: number } {
  const cells = new Map<number, number>()
  table.counts.forEach((one, history) => {
    cells.set(history & set, (cells.get(history & set) ?? 0) + one)
  })
  const d = (delta * 2 ** table.lists.length) / cells.size
  let rest = -cells.size * lnGamma(d)
  for (const [cell, one] of cells) if (cell !== 0) rest += lnGamma(one + d)
  return { absent: (cells.get(0) ?? 0) + d, rest }
}

function lnPrior(total: number, prior: Prior): number {
  if (prior.kind === 'inverse') return -Math.log(total)
  return lnGamma(total + prior.a) - lnGamma(total + 1) + total * Math.log(prior.b / (1 + prior.b))
}

function beliefs(graphs: readonly Graph[], sums: Sums, lists: readonly string[]): readonly GraphBelief[] {
  const all = sums.weight.reduce((total, one) => total + one, 0)
  return graphs
    .map((graph, at) => {
      const weight = sums.weight[at] ?? 0
      return {
        graph: graphText(graph, lists),
        isSaturated: graph.cliques.length === 1,
        probability: weight / all,
        mean: (sums.mean[at] ?? 0) / weight,
        mode: sums.mode[at] ?? 0,
        relative: (sums.inverse[at] ?? 0) / (sums.square[at] ?? 0),
      }
    })
    .filter((one) => one.probability > 0)
    .sort((a, b) => b.probability - a.probability)
}

const chunks = (all: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
