/** A table of lists → what is believed of the total when people fall into a few unknown kinds (Manrique-Vallier 2016). */
import { type CaptureTable, seenIn } from '../../core/estimate/capture.ts'
import type { Tell } from '../../core/progress.ts'
import { beta, binomial, gamma, poisson, type Random, seeded } from './random.ts'

export type LcmcrSettings = {
  readonly seed: number
  /** Kinds of people at most. */
  readonly classes: number
  readonly burnIn: number
  readonly sweeps: number
  /** Every so many sweeps one total is kept. */
  readonly thin: number
}
/** Shape and rate of the gamma prior of how readily a new kind begins. */
const [SHAPE, RATE] = [0.25, 0.25]

/**
 * Totals drawn by one chain. Within a kind lists know nothing of each other; the shares of kinds are a Dirichlet process broken
 * off at `classes`, chances to be listed are uniform, the total has the prior 1/N. The same seed gives the same draws.
 */
export function lcmcrChain(
  table: CaptureTable,
  settings: LcmcrSettings,
  tell: Tell = () => {},
): readonly number[] {
  const random = seeded(settings.seed)
  const { classes } = settings
  const lists = table.lists.length
  const seen = seenIn(table)
  const cells = table.counts.flatMap((count, history) =>
    history > 0 && count > 0 ? [{ history, count }] : [],
  )
  const chance = Array.from({ length: classes }, () =>
    Array.from({ length: lists }, () => 0.1 + 0.8 * random()),
  )
  // Nearly all of one kind at first: from many equal kinds a chain takes ten times as long to settle.
  let share = Array.from({ length: classes }, (_, at) => 10 ** -at)
  let alpha = 1
  const weights = new Float64Array(classes)
  const inClass = new Float64Array(classes)
  const listed = Array.from({ length: classes }, () => new Float64Array(lists))
  const weigh = (history: number): number => {
    let sum = 0
    for (let one = 0; one < classes; one += 1) {
      const own = chance[one] ?? []
      let product = share[one] ?? 0
      for (let list = 0; list < lists; list += 1)
        product *= (history >> list) & 1 ? (own[list] ?? 0) : 1 - (own[list] ?? 0)
      weights[one] = product
      sum += product
    }
    return sum
  }
  /** Gives each of `count` people with this history a kind. */
  const place = (history: number, count: number): void => {
    let [left, sum] = [count, weigh(history)]
    for (let one = 0; one < classes && left > 0; one += 1) {
      const weight = weights[one] ?? 0
      const n = one === classes - 1 ? left : binomial(random, left, Math.min(1, weight / sum))
      sum -= weight
      left -= n
      inClass[one] = (inClass[one] ?? 0) + n
      const own = listed[one]
      if (own)
        for (let list = 0; list < lists; list += 1)
          if ((history >> list) & 1) own[list] = (own[list] ?? 0) + n
    }
  }
  const kept: number[] = []
  const all = settings.burnIn + settings.sweeps
  for (let sweep = 0; sweep < all; sweep += 1) {
    inClass.fill(0)
    for (const own of listed) own.fill(0)
    for (const { history, count } of cells) place(history, count)
    const missed = Math.min(weigh(0), 1 - 1e-9)
    // Failures before `seen` successes: a Poisson number whose mean is gamma.
    const unseen = poisson(random, (gamma(random, seen) * missed) / (1 - missed))
    place(0, unseen)
    chance.forEach((own, one) => {
      const n = inClass[one] ?? 0
      for (let list = 0; list < lists; list += 1) {
        const hits = listed[one]?.[list] ?? 0
        own[list] = beta(random, 1 + hits, 1 + n - hits)
      }
    })
    const broken = breakStick(random, inClass, alpha)
    share = broken.share
    alpha = gamma(random, SHAPE - 1 + classes) / (RATE - broken.lnLast)
    if (sweep >= settings.burnIn && (sweep - settings.burnIn) % settings.thin === 0) kept.push(seen + unseen)
    if (sweep % 500 === 0) tell(sweep, all)
  }
  return kept
}

/** Shares of the kinds, and the logarithm of what is left for the last. */
function breakStick(
  random: Random,
  inClass: Float64Array,
  alpha: number,
): { share: number[]; lnLast: number } {
  let after = inClass.reduce((sum, one) => sum + one, 0)
  let lnLeft = 0
  const share: number[] = []
  inClass.forEach((n, one) => {
    after -= n
    if (one === inClass.length - 1) share.push(Math.exp(lnLeft))
    else {
      const part = Math.min(Math.max(beta(random, 1 + n, alpha + after), 1e-12), 1 - 1e-12)
      share.push(part * Math.exp(lnLeft))
      lnLeft += Math.log1p(-part)
    }
  })
  return { share, lnLast: lnLeft }
}
