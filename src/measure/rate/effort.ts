/** Who looked where and when, as collectors say it, in; how much was looked in a month out. Null where nobody says anything of it. */
import { addDays } from '../../core/partial-date.ts'
import { monthBefore } from './live.ts'

/** `region` null: the whole country. */
export type Look = {
  readonly collector: string
  readonly region: string | null
  readonly from: string
  readonly to: string
  readonly looked: 'looked' | 'partly' | 'not'
}

const WORTH = { looked: 1, partly: 0.5, not: 0 } as const

/**
 * Collectors who looked in the whole of the month: one who looked everywhere is 1, who looked at some of it a half, who looked in
 * some regions their share of the regions. A statement that begins or ends within the month says nothing of all of it.
 */
export function lookedIn(month: string, looks: readonly Look[], regions: number): number | null {
  const [first, last] = [`${month}-01`, addDays(`${monthBefore(month, -1)}-01`, -1)]
  const whole = looks.filter((one) => one.from <= first && one.to >= last)
  if (whole.length === 0) return null
  const byCollector = [...Map.groupBy(whole, (one) => one.collector).values()].map((own) => {
    const all = own.filter((one) => one.region === null).map((one) => WORTH[one.looked])
    const parts = own.filter((one) => one.region !== null).map((one) => WORTH[one.looked] / regions)
    return Math.min(1, Math.max(...all, 0) + parts.reduce((sum, one) => sum + one, 0))
  })
  return Math.round(byCollector.reduce((sum, one) => sum + one, 0) * 10_000) / 10_000
}
