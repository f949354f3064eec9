/** Tables of who was seen by whom → what each method says of those nobody saw, and which of it may be reported. The door of this room. */
import type { CaptureTable, Draws, SightingTable } from '../../core/estimate/capture.ts'
import type { Diagnostics, Estimate, Estimation, Method, Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import type { Tell } from '../../core/progress.ts'
import { type Answer, refusedBy, thresholdOf, type Unjudged, unanswered } from './answer.ts'
import { byChao } from './by-chao.ts'
import { byChapman } from './by-chapman.ts'
import { byDga } from './by-dga.ts'
import { byLcmcr } from './by-lcmcr.ts'
import { byLoglinear, isAsked } from './by-loglinear.ts'
import { MOST_DGA_LISTS } from './dga.ts'
import { diagnose } from './diagnose.ts'
import { withoutEmptyLists } from './overlaps.ts'
import { peopleDiffer } from './people-differ.ts'
import { peopleMayDiffer } from './people-may-differ.ts'
import type { EstimateSettings } from './settings.ts'

/** Asked of every table; the latent classes take seconds and are asked for by name. */
export const USUAL_METHODS: readonly Method[] = [
  'chapman',
  'chao',
  'loglinear-independence',
  'loglinear',
  'dga',
]

type More = Partial<Pick<Diagnostics, 'models' | 'sensitivity' | 'grid' | 'perDraw'>>

/** The draws have the same lists, and somebody in each. The same input gives the same numbers. */
export function estimate(
  given: Draws<SightingTable>,
  methods: readonly Method[],
  settings: EstimateSettings,
  rules: EstimateRules,
  tell: Tell = () => {},
): Estimation {
  const draws = withoutEmpty(given)
  const answers = methods.map((method, at) =>
    answerOf(method, draws, settings, rules, (done, all) =>
      tell(Math.round(100 * (at + done / Math.max(1, all))), 100 * methods.length),
    ),
  )
  const byGraphs: More = answers.find((one) => one.grid) ?? {}
  const diagnostics: Diagnostics = {
    ...diagnose(draws, settings),
    ...moreOf(byGraphs),
    models: answers.flatMap((one) => one.models ?? []),
  }
  const refused = [...answers.flatMap((one) => one.refused), ...ofTheTable(diagnostics, rules)]
  const alike = isAsked(settings) ? methods.filter((one) => one === 'dga') : methods
  const said = answers.flatMap((one) => one.estimates).filter((one) => alike.includes(one.method))
  const differing = [
    ...peopleDiffer(draws, alike, settings.criterion, rules),
    ...peopleMayDiffer(draws, said, settings.criterion, rules),
  ]
  const independence = [
    ...refutedIndependence(answers, settings, rules),
    ...avoidingLists(answers, rules),
    ...differing,
  ]
  const all = [...refused, ...independence]
  return {
    estimators: answers.flatMap((one) => one.estimates).map((one) => judged(one, all)),
    diagnostics,
    refused: all,
  }
}

function withoutEmpty(draws: Draws<SightingTable>): Draws<SightingTable> {
  const [first] = draws
  // A list that is empty in one table only stays: all tables must have the same lists.
  if (draws.length > 1 || first.kind === 'frequencies') return draws
  const less = withoutEmptyLists(first)
  return [less.lists.length < 2 ? first : less]
}

function answerOf(
  method: Method,
  draws: Draws<SightingTable>,
  settings: EstimateSettings,
  rules: EstimateRules,
  tell: Tell,
): Answer & More {
  if (method === 'chao') return byChao(draws, settings, rules)
  if (draws[0].kind === 'frequencies') return unanswered(rules, method, 'estimate.needs-lists@1')
  const lists = draws as Draws<CaptureTable>
  switch (method) {
    case 'chapman':
      return byChapman(lists, settings, rules)
    case 'loglinear':
    case 'loglinear-independence':
      return byLoglinear(method, lists, settings, rules)
    case 'dga':
      return lists[0].lists.length > MOST_DGA_LISTS
        ? unanswered(rules, method, 'estimate.too-many-lists@1')
        : byDga(lists, settings, rules, tell)
    case 'lcmcr':
      return byLcmcr(lists, settings, rules, tell)
  }
}

const moreOf = ({ sensitivity, grid, perDraw }: More): More => ({
  ...(sensitivity && { sensitivity }),
  ...(grid && { grid }),
  ...(perDraw && { perDraw }),
})

/** What holds of the table whatever the method: told beside every number. */
function ofTheTable({ seen, draws }: Diagnostics, rules: EstimateRules): readonly Refused[] {
  const few = 'estimate.few-seen@1'
  return [
    ...(draws === 1 ? [refusedBy(rules, 'estimate.linkage-not-carried@1', 'all')] : []),
    ...(seen < thresholdOf(rules, few) ? [refusedBy(rules, few, 'all', { n: seen })] : []),
  ]
}

/** Lists that are shown to depend on each other are not reported as if they did not. */
function refutedIndependence(
  answers: readonly (Answer & More)[],
  { criterion }: EstimateSettings,
  rules: EstimateRules,
): readonly Refused[] {
  const find = (method: Method): Unjudged | undefined =>
    answers.flatMap((one) => one.estimates).find((one) => one.method === method)
  const [alone, best] = [
    find('loglinear-independence')?.detail[criterion],
    find('loglinear')?.detail[criterion],
  ]
  const reason = 'estimate.independence-refuted@1'
  return alone != null && best != null && alone - best > thresholdOf(rules, reason)
    ? [refusedBy(rules, reason, 'loglinear-independence', { n: Math.round(alone - best) })]
    : []
}

/** Lists that avoid each other lift Chao's bound above what it bounds. */
function avoidingLists(answers: readonly (Answer & More)[], rules: EstimateRules): readonly Refused[] {
  const all = answers.flatMap((one) => one.estimates)
  const least = all.find((one) => one.method === 'loglinear')?.detail.leastPair ?? 0
  return least < 0 && all.some((one) => one.method === 'chao')
    ? [refusedBy(rules, 'estimate.lists-avoid@1', 'chao')]
    : []
}

/** Reported only when it says something and nothing but warnings speaks against it. */
function judged({ of, ...one }: Unjudged, refused: readonly Refused[]): Estimate {
  const against = refused.filter(
    (each) =>
      each.method === one.method && each.severity !== 'warning' && (each.of === null || each.of === of),
  )
  return { ...one, reportable: one.estimate !== null && against.length === 0 }
}
