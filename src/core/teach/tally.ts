/** Reports of lessons that were given, and what they come to: how many lessons, and how many learners between which bounds. */

export const TALLY_METHODS = ['counted', 'estimated', 'reported'] as const
export type TallyMethod = (typeof TALLY_METHODS)[number]

/** How many lessons of one kit some group gave, and to how many; nobody is named, and no place. */
export type LessonTally = {
  readonly record: 'lesson-tally'
  /** `kz/satire` */
  readonly id: string
  /** Name of the report; the same name again puts another in its place. */
  readonly tally: string
  /** ISO days, of the first and the last lesson. */
  readonly from: string
  readonly to: string
  /** 0: the report is taken back. */
  readonly lessons: number
  /** Of learners; null: nobody knows, never 0. */
  readonly low: number | null
  readonly best: number | null
  readonly high: number | null
  readonly method: TallyMethod
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

export type KitId = { readonly country: string; readonly kit: string }
/** Null for what is no kit. */
export function kitIdFrom(id: string): KitId | null {
  const [, country = '', kit = ''] = /^([a-z]{2})\/([a-z][a-z0-9-]*)$/.exec(id) ?? []
  return country === '' ? null : { country, kit }
}

/** As one report stands: what is in the store, less who wrote it. */
export type Taught = Pick<LessonTally, 'tally' | 'lessons' | 'low' | 'best' | 'high' | 'method'>
export type TaughtSum = {
  readonly lessons: number
  /** Between which bounds; null: nobody knows of any lesson. */
  readonly learners: { readonly low: number; readonly high: number } | null
  /** Lessons of which nobody knows how many took part: they are in `lessons` alone. */
  readonly unknown: number
  readonly methods: readonly TallyMethod[]
}

const boundsOf = ({ low, best, high }: Taught): { readonly low: number; readonly high: number } | null => {
  const [from, to] = [low ?? best, high ?? best]
  return from === null || to === null ? null : { low: from, high: to }
}

/** Of each report the newest stands. In the order of the log; an open bound is no bound, so such lessons stay without learners. */
export function taughtOf(reports: readonly Taught[]): TaughtSum {
  const standing = [...new Map(reports.map((one) => [one.tally, one])).values()].filter(
    (one) => one.lessons > 0,
  )
  const sum = (of: (one: Taught) => number): number => standing.reduce((all, one) => all + of(one), 0)
  const known = standing.filter((one) => boundsOf(one) !== null)
  return {
    lessons: sum((one) => one.lessons),
    learners:
      known.length === 0
        ? null
        : { low: sum((one) => boundsOf(one)?.low ?? 0), high: sum((one) => boundsOf(one)?.high ?? 0) },
    unknown: sum((one) => (boundsOf(one) === null ? one.lessons : 0)),
    methods: TALLY_METHODS.filter((method) => standing.some((one) => one.method === method)),
  }
}

/** Fewer learners than this could be known by name where they live: readers are then told nothing. */
export const FEWEST_LEARNERS = 10

/** What readers may know; null: too few, or nothing. */
export const shownTaught = (sum: TaughtSum): TaughtSum | null =>
  sum.learners !== null && sum.learners.low >= FEWEST_LEARNERS ? sum : null
