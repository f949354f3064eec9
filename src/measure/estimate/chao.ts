/** How many were seen once and twice → what the total is at least (Chao 1987). */
import {
  bitsIn,
  type CaptureTable,
  type SightingTable,
  seenIn,
  timesSeen,
} from '../../core/estimate/capture.ts'
import { fitModel, type Model } from './loglinear.ts'

export const CHAO_BOUNDS = ['formula', 'corrected', 'Mth', 'Mh'] as const
export type ChaoBound = (typeof CHAO_BOUNDS)[number]

/** `total` null: there is nothing to tell it from. */
export type Bound = { readonly kind: ChaoBound; readonly total: number | null; readonly error: number | null }

/**
 * *formula* n + f1²/(2·f2), *corrected* n + f1(f1−1)/(2(f2+1)) for when hardly anybody was seen twice; of lists also *Mth*
 * (each list has a chance of its own) and *Mh* (all the same), fitted as log-linear models with a free effect of having been
 * seen three times or more (Rivest and Baillargeon 2007).
 */
export function chao(table: SightingTable, kind: ChaoBound): Bound {
  if (table.kind === 'histories' && (kind === 'Mth' || kind === 'Mh')) return fittedBound(table, kind)
  const [, once = 0, twice = 0] = timesSeen(table)
  const seen = seenIn(table)
  if (kind === 'formula') {
    if (twice === 0) return { kind, total: null, error: null }
    const r = once / twice
    return {
      kind,
      total: seen + once ** 2 / (2 * twice),
      error: Math.sqrt(twice * (r ** 4 / 4 + r ** 3 + r ** 2 / 2)),
    }
  }
  const unseen = (once * (once - 1)) / (2 * (twice + 1))
  const variance =
    unseen +
    (once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) +
    (once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4)
  return { kind, total: seen + unseen, error: Math.sqrt(variance) }
}

/**
 * Effects of being seen often that come out below nothing are taken out, for a mixture of chances never has one. Where nobody
 * was seen so many times, those histories say nothing of the once and twice seen and are left out.
 */
function fittedBound(table: CaptureTable, kind: 'Mth' | 'Mh'): Bound {
  const times = timesSeen(table)
  const often = times.flatMap((n, at) => (at >= 3 && n > 0 ? [at] : []))
  const without = table.counts.flatMap((_, history) => {
    const at = bitsIn(history)
    return at >= 3 && !often.includes(at) ? [history] : []
  })
  let extra = [2, ...often].slice(0, -1).map((from) => (seen: number) => Math.max(seen - from, 0))
  for (;;) {
    const model: Model = { pairs: [], lists: kind === 'Mth', extra, without }
    const { fit, total, error } = fitModel(table, model)
    if (!fit) return { kind, total: null, error: null }
    const effects = fit.beta.slice(fit.beta.length - extra.length)
    const kept = extra.filter((_, at) => (effects[at] ?? 0) >= 0)
    if (kept.length === extra.length) return { kind, total, error }
    extra = kept
  }
}
