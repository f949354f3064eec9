/** Tables of lists → the total by latent classes, from two chains that must agree. */
import type { CaptureTable, Draws } from '../../core/estimate/capture.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import type { Tell } from '../../core/progress.ts'
import { type Answer, refusedBy, thresholdOf, tooWide, type Unjudged } from './answer.ts'
import { lcmcrChain } from './lcmcr.ts'
import { thinOverlaps } from './overlaps.ts'
import { type Posterior, summarise } from './posterior.ts'
import type { EstimateSettings } from './settings.ts'

const CHAINS = 2

export function byLcmcr(
  draws: Draws<CaptureTable>,
  settings: EstimateSettings,
  rules: EstimateRules,
  tell: Tell = () => {},
): Answer {
  const { level, lcmcr } = settings
  let run = 0
  const chain = (table: CaptureTable, seed: number): readonly number[] => {
    const kept = lcmcrChain(table, { ...lcmcr, seed }, (done, all) =>
      tell(run + done / all, CHAINS * draws.length),
    )
    run += 1
    return kept
  }
  const kept = Array.from({ length: CHAINS }, (_, at) =>
    draws.flatMap((table) => chain(table, lcmcr.seed + at)),
  )
  const chains = kept.map((one) => summarise(counted(one), level).median)
  const { relative: _, ...summary } = summarise(counted(kept.flat()), level)
  const answer: Unjudged = {
    ...summary,
    ...{ method: 'lcmcr', estimate: summary.median, error: null, bound: false, of: null },
    settings: { ...lcmcr, chains: CHAINS, level },
    detail: Object.fromEntries(chains.map((median, at) => [`chain${at + 1}`, median])),
  }
  const [low, high] = [Math.min(...chains), Math.max(...chains)]
  const reason = 'estimate.chains-apart@1'
  return {
    estimates: [answer],
    refused: [
      ...(draws[0].lists.length < 3 ? [refusedBy(rules, 'estimate.two-lists@1', 'lcmcr')] : []),
      ...thinOverlaps(draws, rules, 'lcmcr'),
      ...(high / low - 1 > thresholdOf(rules, reason)
        ? [refusedBy(rules, reason, 'lcmcr', { low, high })]
        : []),
      ...tooWide(rules, answer, draws),
    ],
  }
}

/** Totals that were drawn, counted. */
function counted(totals: readonly number[]): Posterior {
  const first = totals.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  const last = totals.reduce((most, one) => Math.max(most, one), 0)
  const weights = new Float64Array(last - first + 1)
  for (const one of totals) weights[one - first] = (weights[one - first] ?? 0) + 1
  return { first, weights }
}
