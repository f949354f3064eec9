/** A table of lists and a log-linear model → the total it implies, with its error, or why there is none. */
import { bitsIn, type CaptureTable, seenIn } from '../../core/estimate/capture.ts'
import { lnGamma } from './gamma.ts'
import { pairsOf } from './graphs.ts'
import type { Matrix } from './matrix.ts'
import { type Fit, fitPoisson, type Standing, standingOf } from './poisson.ts'

/** How people differ in being seen at all, as a function of how often they were (Baillargeon and Rivest 2007); zero at zero. */
export const HETEROGENEITY: Readonly<Record<string, (times: number) => number>> = {
  poisson: (times) => 2 ** times - 1,
  darroch: (times) => times ** 2 / 2,
  gamma: (times) => Math.log(3.5) - Math.log(3.5 + times),
}

export type Model = {
  /** Pairs of lists that depend on each other, each as a mask of two bits. */
  readonly pairs: readonly number[]
  /** Each list has its own chance to see; false: all the same. */
  readonly lists: boolean
  readonly extra: readonly ((times: number) => number)[]
  /** Histories that are left out of the fit and counted as they are. */
  readonly without: readonly number[]
}
export const INDEPENDENCE: Model = { pairs: [], lists: true, extra: [], without: [] }

export type Fitted = {
  readonly model: Model
  readonly standing: Standing
  /** Pairs in the model that no person is on: their coefficient is minus infinity, and the cells below them are no evidence. */
  readonly empty: readonly number[]
  readonly total: number | null
  readonly error: number | null
  readonly aic: number | null
  readonly bic: number | null
  readonly deviance: number | null
  readonly freedom: number
  readonly fit: Fit | null
}

type Design = { readonly cells: readonly number[]; readonly x: Matrix; readonly empty: readonly number[] }

/** Rows for the histories that are fitted; `withUnseen` puts the history of nobody first. */
export function designOf(table: CaptureTable, model: Model, withUnseen = false): Design {
  const k = table.lists.length
  const empty = model.pairs.filter((pair) =>
    table.counts.every((one, at) => one === 0 || (at & pair) !== pair),
  )
  const pairs = model.pairs.filter((pair) => !empty.includes(pair))
  const cells = table.counts
    .map((_, history) => history)
    .filter(
      (history) =>
        (withUnseen || history > 0) &&
        !model.without.includes(history) &&
        empty.every((pair) => (history & pair) !== pair),
    )
  const x = cells.map((history) => [
    1,
    ...(model.lists ? Array.from({ length: k }, (_, at) => (history >> at) & 1) : [bitsIn(history)]),
    ...pairs.map((pair) => ((history & pair) === pair ? 1 : 0)),
    ...model.extra.map((column) => column(bitsIn(history))),
  ])
  return { cells, x, empty }
}

/** N = n + e^b with b the intercept; its variance is e^b + e^2b var(b). */
export function fitModel(table: CaptureTable, model: Model): Fitted {
  const { cells, x, empty } = designOf(table, model)
  const y = cells.map((history) => table.counts[history] ?? 0)
  const parameters = (x[0]?.length ?? 0) + empty.length + model.without.length
  const freedom = table.counts.length - 1 - parameters
  const none = { total: null, error: null, aic: null, bic: null, deviance: null, fit: null }
  const standing = standingOf(x, y)
  const fit = standing === 'fits' ? fitPoisson(x, y) : null
  if (!fit)
    return { model, standing: standing === 'fits' ? 'no-estimate' : standing, empty, freedom, ...none }
  const seen = seenIn(table)
  const unseen = Math.exp(fit.beta[0] ?? 0)
  const likelihood = fit.logLikelihood + exact(model.without.map((history) => table.counts[history] ?? 0))
  return {
    ...{ model, standing, empty, freedom, fit },
    total: seen + unseen,
    error: Math.sqrt(unseen + unseen ** 2 * fit.variance),
    aic: -2 * likelihood + 2 * parameters,
    bic: -2 * likelihood + Math.log(seen) * parameters,
    deviance: fit.deviance,
  }
}

/** Cells with a coefficient of their own are fitted as they are. */
const exact = (counts: readonly number[]): number =>
  counts.reduce((sum, one) => sum + (one > 0 ? one * Math.log(one) - one - lnGamma(one + 1) : 0), 0)

export type Criterion = 'aic' | 'bic'
/** From here on there are too many sets of pairs to try all: they are added one by one. */
const MOST_EXHAUSTIVE = 5

/** Every model of lists and pairs of lists, or those on the way of the best next pair; the best first, those without an answer last. */
export function pairwiseModels(table: CaptureTable, criterion: Criterion): readonly Fitted[] {
  const pairs = pairsOf(table.lists.length).map(([a, b]) => (1 << a) | (1 << b))
  const fitOf = (own: readonly number[]): Fitted => fitModel(table, { ...INDEPENDENCE, pairs: own })
  const worth = (one: Fitted): number => one[criterion] ?? Number.POSITIVE_INFINITY
  const sorted = (all: readonly Fitted[]): readonly Fitted[] => [...all].sort((a, b) => worth(a) - worth(b))
  if (table.lists.length <= MOST_EXHAUSTIVE)
    return sorted(
      Array.from({ length: 2 ** pairs.length }, (_, set) =>
        fitOf(pairs.filter((_pair, at) => (set >> at) & 1)),
      ),
    )
  const tried = [fitOf([])]
  for (let best = tried[0]; best; ) {
    const now = best
    const next = sorted(
      pairs
        .filter((pair) => !now.model.pairs.includes(pair))
        .map((pair) => fitOf([...now.model.pairs, pair])),
    )
    tried.push(...next)
    const first = next[0]
    best = first && worth(first) < worth(now) ? first : undefined
  }
  return sorted(tried)
}
