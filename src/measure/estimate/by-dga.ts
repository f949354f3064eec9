/** Tables of lists → the total by averaging over decomposable graphs, mixed over tables, and how much the prior decides. */
import { type CaptureTable, type Draws, seenIn } from '../../core/estimate/capture.ts'
import type { Diagnostics, ModelAnswer, PriorAnswer, Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import type { Tell } from '../../core/progress.ts'
import { type Answer, refusedBy, thresholdOf, tooWide, type Unjudged } from './answer.ts'
import { type Dga, dga, type GraphBelief } from './dga.ts'
import { thinOverlaps } from './overlaps.ts'
import { edgeOf, mix, type Posterior, type Summary, summarise } from './posterior.ts'
import type { EstimateSettings } from './settings.ts'

export type DgaAnswer = Answer & Pick<Diagnostics, 'models' | 'sensitivity' | 'grid' | 'perDraw'>

const MOST_TOLD = 20
/** Graphs that are less sure than this do not have to agree. */
const HEARD = 0.05

export function byDga(
  draws: Draws<CaptureTable>,
  settings: EstimateSettings,
  rules: EstimateRules,
  tell: Tell = () => {},
): DgaAnswer {
  const { lists } = draws[0]
  const usual = 2 ** -lists.length
  const delta = settings.delta ?? usual
  const deltas = [...new Set([usual / 2, usual, 2 * usual, delta])].sort((a, b) => a - b)
  const runs = new Map<number, readonly Dga[]>()
  deltas.forEach((one, at) => {
    const tellPart: Tell = (done, all) => tell(at + done / Math.max(1, all), deltas.length)
    runs.set(
      one,
      draws.map((table) => dga(table, { ...settings, delta: one }, tellPart)),
    )
  })
  const own = runs.get(delta) ?? []
  const posterior = mixed(own)
  const summary = summarise(posterior, settings.level)
  const edge = own.length === 1 ? (own[0]?.edge ?? 0) : edgeOf(posterior)
  const graphs = meanBeliefs(own)
  const sensitivity = deltas.map((one): PriorAnswer => {
    const { relative, median, interval } =
      one === delta ? summary : summarise(mixed(runs.get(one) ?? []), settings.level)
    return { delta: one, estimate: relative, median, interval }
  })
  const grid = {
    from: Math.min(...own.map((one) => one.grid[0])),
    to: Math.max(...own.map((one) => one.grid[1])),
    edge,
  }
  const answer = answerOf(summary, graphs, grid, delta, settings)
  return {
    estimates: [answer],
    models: graphs.slice(0, MOST_TOLD).map(told),
    sensitivity,
    grid,
    perDraw: own.map((one, at) => ({
      seen: seenIn(draws[at] ?? draws[0]),
      estimate: summarise(one.posterior, settings.level).median,
    })),
    refused: [
      ...(lists.length < 3 ? [refusedBy(rules, 'estimate.two-lists@1', 'dga')] : []),
      ...thinOverlaps(draws, rules, 'dga'),
      ...gridEnds(edge, rules),
      ...saturatedDecides(graphs, rules),
      ...graphsApart(graphs, rules),
      ...priorDecides(sensitivity, summary.interval, rules),
      ...tooWide(rules, answer, draws),
    ],
  }
}

const mixed = (all: readonly Dga[]): Posterior =>
  all.length === 1 && all[0] ? all[0].posterior : mix(all.map((one) => one.posterior))

/** A graph's probability is its mean over the tables; its total that of the table where it is surest. */
function meanBeliefs(all: readonly Dga[]): readonly GraphBelief[] {
  if (all.length === 1) return all[0]?.graphs ?? []
  const by = new Map<string, GraphBelief & { sure: number }>()
  for (const { graphs } of all)
    for (const one of graphs) {
      const probability = one.probability / all.length
      const known = by.get(one.graph)
      const surer = !known || one.probability > known.sure
      by.set(one.graph, {
        ...(surer ? one : known),
        sure: Math.max(one.probability, known?.sure ?? 0),
        probability: (known?.probability ?? 0) + probability,
      })
    }
  return [...by.values()].map(({ sure: _, ...one }) => one).sort((a, b) => b.probability - a.probability)
}

const answerOf = (
  { relative, ...summary }: Summary,
  graphs: readonly GraphBelief[],
  grid: { readonly from: number; readonly to: number; readonly edge: number },
  delta: number,
  { level, prior, saturated }: EstimateSettings,
): Unjudged => ({
  ...summary,
  ...{ method: 'dga', estimate: relative, error: null, bound: false, of: null },
  settings: {
    delta,
    prior: prior.kind === 'inverse' ? '1/N' : 'poisson-gamma',
    ...(prior.kind === 'gamma' && { a: prior.a, b: prior.b }),
    grid: [grid.from, grid.to],
    saturated: saturated ? 'include' : 'exclude',
    level,
  },
  detail: {
    edge: grid.edge,
    graphs: graphs.length,
    saturated: graphs.find((one) => one.isSaturated)?.probability ?? 0,
  },
})

const told = ({ graph, probability, relative }: GraphBelief): ModelAnswer => ({
  ...{ method: 'dga', model: graph, probability, aic: null, bic: null, estimate: relative, error: null },
})

function gridEnds(edge: number, rules: EstimateRules): readonly Refused[] {
  const reason = 'estimate.grid-edge@1'
  return edge < thresholdOf(rules, reason)
    ? []
    : [refusedBy(rules, reason, 'dga', { percent: (edge * 100).toPrecision(2) })]
}

/** The graph in which everything depends on everything fits any table, and then says that hardly anybody was missed. */
function saturatedDecides(graphs: readonly GraphBelief[], rules: EstimateRules): readonly Refused[] {
  const reason = 'estimate.saturated@1'
  const share = graphs.find((one) => one.isSaturated)?.probability ?? 0
  return share < thresholdOf(rules, reason)
    ? []
    : [refusedBy(rules, reason, 'dga', { percent: Math.round(share * 100) })]
}

function graphsApart(graphs: readonly GraphBelief[], rules: EstimateRules): readonly Refused[] {
  const reason = 'estimate.models-apart@1'
  const totals = graphs.filter((one) => one.probability >= HEARD).map((one) => one.relative)
  const [low, high] = [Math.min(...totals), Math.max(...totals)]
  return high / low > thresholdOf(rules, reason)
    ? [refusedBy(rules, reason, 'dga', { low: Math.round(low), high: Math.round(high) })]
    : []
}

/** The middle moves by more than the whole interval when the weight of the prior is halved or doubled. */
function priorDecides(
  sensitivity: readonly PriorAnswer[],
  [low, high]: readonly [number, number],
  rules: EstimateRules,
): readonly Refused[] {
  const medians = sensitivity.map((one) => one.median)
  const [least, most] = [Math.min(...medians), Math.max(...medians)]
  return most - least > high - low
    ? [refusedBy(rules, 'estimate.prior-decides@1', 'dga', { low: least, high: most })]
    : []
}
