/** Tables → what the total is at least by Chao, in each form that the table allows. */
import { type Draws, seenIn, timesSeen } from '../../core/estimate/capture.ts'
import type { Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { type Answer, fromParts, refusedBy, thresholdOf, tooWide, type Unjudged } from './answer.ts'
import { CHAO_BOUNDS, chao } from './chao.ts'
import type { EstimateSettings } from './settings.ts'

/** Of lists the bound in which each list has a chance of its own comes first; the others suppose that all have the same. */
export function byChao(draws: Draws, { bound, level }: EstimateSettings, rules: EstimateRules): Answer {
  const isLists = draws[0].kind === 'histories'
  const possible = isLists ? (['Mth', 'Mh', 'formula', 'corrected'] as const) : CHAO_BOUNDS.slice(0, 2)
  const kinds = bound === null ? possible : possible.filter((one) => one === bound)
  const answers = kinds.map((kind): Unjudged => {
    const parts = draws.flatMap((table) => {
      const { total, error } = chao(table, kind)
      const seen = seenIn(table)
      return total === null || error === null ? [] : [{ seen, unseen: total - seen, error }]
    })
    const [, once = 0, twice = 0] = timesSeen(draws[0])
    return {
      ...fromParts(parts.length === draws.length ? parts : [], level),
      ...{ method: 'chao', bound: true, of: kind, settings: { bound: kind, level }, detail: { once, twice } },
    }
  })
  const refused = answers.flatMap((one): readonly Refused[] => [
    ...(draws[0].kind === 'histories' && draws[0].lists.length < 3
      ? [refusedBy(rules, 'estimate.two-lists@1', 'chao', {}, one.of)]
      : []),
    ...(isLists && one.of !== 'Mth'
      ? [refusedBy(rules, 'estimate.equal-chances@1', 'chao', {}, one.of)]
      : []),
    ...((one.detail.twice ?? 0) < thresholdOf(rules, 'estimate.nobody-twice@1') || one.estimate === null
      ? [refusedBy(rules, 'estimate.nobody-twice@1', 'chao', {}, one.of)]
      : []),
    ...tooWide(rules, one, draws),
  ])
  return { estimates: answers, refused }
}
