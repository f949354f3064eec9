/** Tables of lists → the total by a log-linear model: that of independence, one that was asked for, or the one a criterion chooses. */
import { type CaptureTable, type Draws, historyText, seenIn } from '../../core/estimate/capture.ts'
import type { ModelAnswer, Refused } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { type Answer, fromParts, NOTHING, refusedBy, thresholdOf, tooWide, type Unjudged } from './answer.ts'
import { pairsOf } from './graphs.ts'
import {
  type Fitted,
  fitModel,
  HETEROGENEITY,
  INDEPENDENCE,
  type Model,
  pairwiseModels,
} from './loglinear.ts'
import { normalQuantile } from './lognormal.ts'
import { thinOverlaps } from './overlaps.ts'
import { profileInterval } from './profile.ts'
import type { EstimateSettings } from './settings.ts'

/** Models within so much of the best are as good as it (Burnham and Anderson 2002). */
const AS_GOOD = 2
const MOST_TOLD = 20
/** Which of the two answers: pairs that depend, or people who differ. */
export const PAIRS = 'pairs'
const PEOPLE = 'darroch'
type LoglinearMethod = 'loglinear' | 'loglinear-independence'

export type LoglinearAnswer = Answer & { readonly models: readonly ModelAnswer[] }

export function byLoglinear(
  method: LoglinearMethod,
  draws: Draws<CaptureTable>,
  settings: EstimateSettings,
  rules: EstimateRules,
): LoglinearAnswer {
  const [table] = draws
  const base = baseOf(table, settings)
  const isChosen = method === 'loglinear' && !isAsked(settings) && table.lists.length > 2
  const models = method === 'loglinear' ? candidates(table, base, settings) : [fitModel(table, base)]
  const [best] = models
  const of = isChosen ? PAIRS : null
  const answer = answerOf(method, draws, best, settings, of)
  const beside = isChosen
    ? peopleBeside(draws, best, settings, rules)
    : { estimates: [], models: [], refused: [] }
  return {
    estimates: [answer, ...beside.estimates],
    // Independence is one of the models of pairs, and is told there.
    models:
      method === 'loglinear'
        ? [...models.slice(0, MOST_TOLD).map((one) => told(table, one)), ...beside.models]
        : [],
    refused: [
      ...(table.lists.length < 3 ? [refusedBy(rules, 'estimate.two-lists@1', method)] : []),
      ...thinOverlaps(draws, rules, method),
      ...unsound(method, table, base, best, rules, of),
      ...apart(models, method, settings, rules, of),
      ...tooWide(rules, answer, draws),
      ...beside.refused,
    ],
  }
}

/** Somebody said which model it is. */
export const isAsked = ({ terms, heterogeneity, without }: EstimateSettings): boolean =>
  terms !== null || heterogeneity !== null || without.length > 0

function answerOf(
  method: LoglinearMethod,
  draws: Draws<CaptureTable>,
  best: Fitted | undefined,
  settings: EstimateSettings,
  of: string | null,
): Unjudged {
  const [table] = draws
  const fits = best
    ? draws.map((one) => ({ one, fitted: one === table ? best : fitModel(one, best.model) }))
    : []
  const parts = fits.flatMap(({ one, fitted: { total, error } }) => {
    const seen = seenIn(one)
    return total === null || error === null ? [] : [{ seen, unseen: total - seen, error }]
  })
  const whole = best?.total != null && parts.length === draws.length
  const drop = normalQuantile((1 + settings.level) / 2) ** 2
  return {
    ...(whole ? fromParts(parts, settings.level) : NOTHING),
    ...(whole &&
      draws.length === 1 &&
      best.total !== null && { interval: profileInterval(table, best.model, best.total, drop) }),
    ...{ method, bound: false, of },
    settings: settingsOf(method, table, best, settings),
    detail: {
      deviance: best?.deviance ?? null,
      df: best?.freedom ?? null,
      aic: best?.aic ?? null,
      bic: best?.bic ?? null,
      leastPair: best ? leastPair(table, best) : null,
    },
  }
}

/** Beside the model of pairs always one in which people differ: in worlds where they do, it holds what it says and no other does. */
function peopleBeside(
  draws: Draws<CaptureTable>,
  best: Fitted | undefined,
  settings: EstimateSettings,
  rules: EstimateRules,
): LoglinearAnswer {
  const [table] = draws
  const asked = { ...settings, heterogeneity: PEOPLE }
  const fitted = fitModel(table, baseOf(table, asked))
  const answer = answerOf('loglinear', draws, fitted, asked, PEOPLE)
  const [own, other] = [fitted[settings.criterion], best?.[settings.criterion] ?? null]
  const reason = 'estimate.independence-refuted@1'
  const isWorse = own !== null && other !== null && own - other > thresholdOf(rules, reason)
  return {
    estimates: [answer],
    models: [{ ...told(table, fitted), model: PEOPLE }],
    refused: [
      ...(fitted.fit ? [] : [refusedBy(rules, `estimate.${fitted.standing}@1`, 'loglinear', {}, PEOPLE)]),
      ...(isWorse ? [refusedBy(rules, reason, 'loglinear', { n: Math.round(own - other) }, PEOPLE)] : []),
      ...tooWide(rules, answer, draws),
    ],
  }
}

const masksOf = (table: CaptureTable): readonly number[] =>
  pairsOf(table.lists.length).map(([a, b]) => (1 << a) | (1 << b))

function baseOf(table: CaptureTable, { heterogeneity, without }: EstimateSettings): Model {
  const column = heterogeneity === null ? undefined : HETEROGENEITY[heterogeneity]
  const digits = (text: string): number => [...text].reduce((sum, one, at) => sum | (Number(one) << at), 0)
  return {
    ...INDEPENDENCE,
    extra: column ? [column] : [],
    without: without.filter((one) => one.length === table.lists.length).map(digits),
  }
}

/** Terms that were asked for are the model; a column or a history left out, without terms, is one of no pairs. */
function candidates(
  table: CaptureTable,
  base: Model,
  { terms, criterion }: EstimateSettings,
): readonly Fitted[] {
  if (terms === 'all') return [fitModel(table, { ...base, pairs: masksOf(table) })]
  if (terms !== null) {
    const bit = (name: string): number => 1 << table.lists.indexOf(name)
    return [fitModel(table, { ...base, pairs: terms.map(([a, b]) => bit(a) | bit(b)) })]
  }
  if (base.extra.length + base.without.length > 0) return [fitModel(table, base)]
  // Two lists have as many histories as independence has coefficients.
  if (table.lists.length < 3) return [fitModel(table, base)]
  return pairwiseModels(table, criterion)
}

/** No single likeliest total: asked of the model, and of the one in which all pairs of lists depend on each other. */
function unsound(
  method: LoglinearMethod,
  table: CaptureTable,
  base: Model,
  best: Fitted | undefined,
  rules: EstimateRules,
  of: string | null,
): readonly Refused[] {
  const standing = best?.standing ?? 'no-estimate'
  if (standing === 'not-identifiable')
    return [refusedBy(rules, 'estimate.not-identifiable@1', method, {}, of)]
  if (standing === 'no-estimate') return [refusedBy(rules, 'estimate.no-estimate@1', method, {}, of)]
  if (method === 'loglinear-independence' || table.lists.length < 3) return []
  const whole = fitModel(table, { ...base, pairs: masksOf(table) })
  return whole.standing === 'not-identifiable'
    ? [refusedBy(rules, 'estimate.not-identifiable@1', method, {}, of)]
    : []
}

/** The best beside those that are as good. */
function apart(
  models: readonly Fitted[],
  method: LoglinearMethod,
  { criterion }: EstimateSettings,
  rules: EstimateRules,
  of: string | null,
): readonly Refused[] {
  const best = models[0]?.[criterion] ?? null
  if (best === null || method === 'loglinear-independence') return []
  const totals = models.flatMap((one) => {
    const worth = one[criterion]
    return worth !== null && worth - best <= AS_GOOD && one.total !== null ? [one.total] : []
  })
  const reason = 'estimate.models-apart@1'
  const [low, high] = [Math.min(...totals), Math.max(...totals)]
  return high / low > thresholdOf(rules, reason)
    ? [refusedBy(rules, reason, method, { low: Math.round(low), high: Math.round(high) }, of)]
    : []
}

/** The smallest coefficient of a pair; below nothing the two lists have fewer people in common than chance would give. */
function leastPair(table: CaptureTable, { model, fit, empty }: Fitted): number | null {
  if (!fit || model.pairs.length === 0) return null
  if (empty.length > 0) return Number.NEGATIVE_INFINITY
  return Math.min(...fit.beta.slice(1 + table.lists.length, 1 + table.lists.length + model.pairs.length))
}

export const pairText = (pair: number, lists: readonly string[]): string =>
  lists.filter((_, at) => (pair >> at) & 1).join(':')

const told = (table: CaptureTable, { model, aic, bic, total, error }: Fitted): ModelAnswer => ({
  method: 'loglinear',
  model: model.pairs.map((pair) => pairText(pair, table.lists)).join(' + '),
  probability: null,
  aic,
  bic,
  estimate: total,
  error,
})

function settingsOf(
  method: LoglinearMethod,
  table: CaptureTable,
  best: Fitted | undefined,
  { level, criterion, terms, heterogeneity }: EstimateSettings,
): Unjudged['settings'] {
  const { lists } = table
  const without = (best?.model.without ?? []).map((one) => historyText(one, lists.length))
  return {
    terms: (best?.model.pairs ?? []).map((pair) => pairText(pair, lists)).join('+') || 'none',
    ...(method === 'loglinear' && {
      chosenBy: terms === null && heterogeneity === null && lists.length > 2 ? criterion : 'asked',
    }),
    ...(heterogeneity !== null && { heterogeneity }),
    ...(without.length > 0 && { without: without.join('+') }),
    level,
  }
}
