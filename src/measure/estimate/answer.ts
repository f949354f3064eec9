/** What a method says before anybody asks whether it may be reported: its numbers, and every rule that speaks against them. */
import { type Draws, type SightingTable, seenIn } from '../../core/estimate/capture.ts'
import type { Estimate, Method, Refused, Setting } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { logNormalInterval, mixtureQuantile, type Part } from './lognormal.ts'

/** `of`: which of several answers of one method; null where there is one. */
export type Unjudged = Omit<Estimate, 'reportable'> & { readonly of: string | null }
export type Answer = { readonly estimates: readonly Unjudged[]; readonly refused: readonly Refused[] }

export const NOTHING = {
  estimate: null,
  mean: null,
  median: null,
  mode: null,
  interval: null,
  error: null,
} as const

/** A rule of the codebook that applies; its severity and threshold are the codebook's. */
export function refusedBy(
  rules: EstimateRules,
  reason: string,
  method: Method | 'all',
  params: Refused['params'] = {},
  of: string | null = null,
): Refused {
  const severity = rules.refusals.get(reason)?.severity ?? 'refusal'
  const threshold = thresholdOf(rules, reason)
  return {
    method,
    reason,
    severity,
    of,
    params: { ...(Number.isFinite(threshold) && { threshold }), ...params },
  }
}

export const thresholdOf = (rules: EstimateRules, reason: string): number =>
  rules.refusals.get(reason)?.threshold ?? Number.NaN

/** A method that cannot be asked of such a table: listed all the same, with its reason. */
export const unanswered = (
  rules: EstimateRules,
  method: Method,
  reason: string,
  settings: Readonly<Record<string, Setting>> = {},
): Answer => ({
  estimates: [{ ...NOTHING, method, settings, bound: false, detail: {}, of: null }],
  refused: [refusedBy(rules, reason, method)],
})

/** One answer from those of all tables: the middle of them, and an interval of their mixture. */
export function fromParts(
  parts: readonly Part[],
  level: number,
): Pick<Unjudged, 'estimate' | 'mean' | 'median' | 'mode' | 'interval' | 'error'> {
  const [first] = parts
  if (!first) return NOTHING
  if (parts.length === 1)
    return {
      ...NOTHING,
      estimate: first.seen + first.unseen,
      error: first.error,
      interval: logNormalInterval(first.seen, first.unseen, first.error, level),
    }
  const tail = (1 - level) / 2
  const [low, middle, high] = [tail, 0.5, 1 - tail].map((p) => mixtureQuantile(parts, p))
  return { ...NOTHING, estimate: middle ?? null, median: middle ?? null, interval: [low ?? 0, high ?? null] }
}

/** The upper end, so many times what was seen, says little but that nobody knows. */
export function tooWide(
  rules: EstimateRules,
  { method, interval, of }: Unjudged,
  draws: Draws<SightingTable>,
): readonly Refused[] {
  const seen = Math.max(...draws.map(seenIn))
  const reason = 'estimate.too-wide@1'
  if (!interval || (interval[1] !== null && interval[1] / seen <= thresholdOf(rules, reason))) return []
  const times = interval[1] === null ? '∞' : Math.round(interval[1] / seen)
  return [refusedBy(rules, reason, method, { times }, of)]
}
