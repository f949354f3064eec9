/** A country and a day in; the signal of the last whole month with those before it, and what people said of them, out. */
import type { RatingRows } from '../../core/rating/rows.ts'
import type { WatchRules, WatchSignal } from '../../core/rating/watch.ts'
import { monthBefore } from '../../measure/rate/live.ts'
import type { Counted } from '../../measure/rate/months.ts'
import { fallProbability } from '../../measure/rate/rate.ts'
import { watchSignal } from '../../measure/watch/signal.ts'
import { ratingsOf, watchWordsOf } from '../../store/queries/ratings.ts'
import type { RatingRow, WatchWordRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { rowsOfCountry } from './rows-of-country.ts'

export type PastSignal = {
  readonly month: string
  readonly isSignal: boolean
  /** Signs that were given. */
  readonly signs: readonly string[]
  /** What people decided of that month, if anything. */
  readonly decided: Pick<WatchWordRow, 'verdict' | 'words' | 'by' | 'at'> | null
}
export type Watched = {
  readonly signal: WatchSignal
  /** The months before, newest first, as this method sees them on the rows of today. */
  readonly past: readonly PastSignal[]
  readonly words: readonly WatchWordRow[]
  /** True while the last decision lists it. */
  readonly isListed: boolean
  /** Decided signals that people did not follow, of all signals that were decided. */
  readonly falseAlarms: { readonly refused: number; readonly decided: number }
}

/** Months of the history that stand beside a signal. */
const HISTORY = 24

export async function watchCountry(
  context: Context,
  asked: { readonly country: string; readonly asOf: string },
): Promise<Watched> {
  const rules = context.knowledge.codebook.watch
  const { country, asOf } = asked
  const back = rules.change.baseline + rules.change.run + HISTORY
  const { rows, counted } = await rowsOfCountry(context, { country, asOf, back })
  const words = await watchWordsOf(context.store, country)
  const fall = fallOf(await ratingsOf(context.store, country), asOf, rules)
  const alerts = words.flatMap((one) => (one.verdict === 'alert' ? [one.at.slice(0, 10)] : []))
  const given = { rows, counted, rules, alerts }
  const last = monthBefore(asOf.slice(0, 7), 1)
  const signal = signalOf({ ...given, month: last, asOf, fall })
  const decisions = words.filter((one) => one.verdict !== 'alert')
  const past = Array.from({ length: HISTORY }, (_, at): PastSignal => {
    const month = monthBefore(last, at + 1)
    // What ratings said then is not worked out again: a decision of that month keeps the signal it had.
    const then = signalOf({ ...given, month, asOf: `${month}-31`, fall: null })
    return {
      ...{
        month,
        isSignal: then.isSignal,
        signs: then.signs.flatMap((one) => (one.isGiven ? [one.kind] : [])),
      },
      decided: decisions.findLast((one) => one.month === month) ?? null,
    }
  })
  const onSignals = decisions.filter((one) => one.signal?.isSignal === true)
  return {
    ...{ signal, past, words },
    isListed: ['listed', 'renewed'].includes(decisions.at(-1)?.verdict ?? ''),
    falseAlarms: {
      refused: onSignals.filter((one) => one.verdict === 'not_listed').length,
      decided: onSignals.length,
    },
  }
}

/** Months alone, from a file: the counts can be asked, incidents and ratings cannot. */
export const signalOfRows = (rows: RatingRows, rules: WatchRules): WatchSignal => {
  const { asOf } = rows
  const month = monthBefore(asOf.slice(0, 7), 1)
  return signalOf({ rows, counted: [], rules, alerts: [], fall: null, month, asOf })
}

type Given = {
  readonly rows: RatingRows
  readonly counted: readonly Counted[]
  readonly rules: WatchRules
  readonly alerts: readonly string[]
  readonly month: string
  readonly asOf: string
  readonly fall: { readonly probability: number; readonly ratings: readonly string[] } | null
}
const signalOf = ({ rows, counted, rules, alerts, month, asOf, fall }: Given): WatchSignal =>
  watchSignal(
    {
      ...{ country: rows.country, month, asOf, fall, alerts },
      months: rows.months.filter((one) => one.month <= month),
      incidents: counted,
    },
    rules,
  )

/** The newest rating of that day or before beside the newest that is a year older, of one version of the method. */
function fallOf(ratings: readonly RatingRow[], asOf: string, rules: WatchRules): Given['fall'] {
  const after = ratings.find((one) => one.as_of <= asOf)
  if (!after) return null
  const year = monthBefore(after.as_of.slice(0, 7), rules.fall.months)
  const before = ratings.find((one) => one.as_of.slice(0, 7) <= year && one.method === after.method)
  if (!before) return null
  const { method } = after.bundle
  const probability = fallProbability(before.bundle.rows, after.bundle.rows, method, rules.fall.points)
  return probability === null ? null : { probability, ratings: [before.id, after.id] }
}
