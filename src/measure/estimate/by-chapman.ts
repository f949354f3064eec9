/** Tables of lists → Chapman's estimate of each pair: computed always, and never more than a bound. */
import type { CaptureTable, Draws } from '../../core/estimate/capture.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { type Answer, fromParts, refusedBy, type Unjudged } from './answer.ts'
import { chapman, chapmanPairs } from './chapman.ts'
import type { EstimateSettings } from './settings.ts'

export function byChapman(
  draws: Draws<CaptureTable>,
  { level }: EstimateSettings,
  rules: EstimateRules,
): Answer {
  const { lists } = draws[0]
  const answers = chapmanPairs(draws[0]).map((pair): Unjudged => {
    const all = draws.map((table) => chapman(table, pair.lists))
    const parts = all.map(({ n1, n2, both, total, error }) => {
      const seen = n1 + n2 - both
      return { seen, unseen: total - seen, error }
    })
    const names = pair.lists.map((at) => lists[at] ?? '')
    return {
      ...fromParts(parts, level),
      ...{ method: 'chapman', bound: true, of: names.join(' × ') },
      settings: { lists: names.join(':'), level },
      detail: { n1: pair.n1, n2: pair.n2, both: pair.both, lincolnPetersen: pair.uncorrected },
    }
  })
  const refused = answers.flatMap(({ of, detail }) => [
    refusedBy(rules, 'estimate.two-lists@1', 'chapman', {}, of),
    ...(detail.both === 0
      ? [refusedBy(rules, 'estimate.overlap-zero@1', 'chapman', { pair: of ?? '' }, of)]
      : []),
  ])
  return { estimates: answers, refused }
}
