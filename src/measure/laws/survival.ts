/**
 * Times of which some have not ended yet in, the share that has not ended by each day out: Kaplan and Meier (1958), variance by
 * Greenwood, interval of the median by inverting the log-log interval of the curve (Brookmeyer and Crowley 1982).
 */
export type Time = {
  readonly days: number
  /** False: it had not ended by then, as far as is known. */
  readonly ended: boolean
}
export type Step = {
  readonly days: number
  readonly atRisk: number
  readonly ended: number
  /** Share that goes on after this day, and its 95 % interval. */
  readonly left: number
  readonly low: number
  readonly high: number
}
export type Survival = {
  readonly steps: readonly Step[]
  /** Days by which half have ended; null: fewer than half have, and nobody can say. */
  readonly median: number | null
  /** Of the median; null ends are not reached. */
  readonly interval: readonly [number | null, number | null]
}

const Z = 1.959963984540054

/** Ends of one day count before those that go on from that day: they were still at risk. */
export function kaplanMeier(times: readonly Time[]): Survival {
  const days = [...new Set(times.flatMap((one) => (one.ended ? [one.days] : [])))].sort((a, b) => a - b)
  let left = 1
  let variance = 0
  const steps = days.map((day): Step => {
    const atRisk = times.filter((one) => one.days >= day).length
    const ended = times.filter((one) => one.ended && one.days === day).length
    left *= 1 - ended / atRisk
    variance += ended / (atRisk * (atRisk - ended))
    return { days: day, atRisk, ended, left, ...intervalOf(left, variance) }
  })
  const first = (reached: (step: Step) => boolean): number | null => steps.find(reached)?.days ?? null
  return {
    steps,
    median: first((one) => one.left <= 0.5),
    interval: [first((one) => one.low <= 0.5), first((one) => one.high <= 0.5)],
  }
}

/** On the scale of log(-log), so that it stays between nought and one; at the last end of all it is the point itself. */
function intervalOf(left: number, variance: number): { readonly low: number; readonly high: number } {
  if (left <= 0 || left >= 1 || !Number.isFinite(variance)) return { low: left, high: left }
  const wide = (Z * Math.sqrt(variance)) / Math.abs(Math.log(left))
  return { low: left ** Math.exp(wide), high: left ** Math.exp(-wide) }
}
