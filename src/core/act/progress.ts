/** Thresholds of a campaign and its counts in, how far each unit came towards each of its thresholds out: counts are never added up for it. */
import { ACTION_KINDS, type ActionKind } from './actions.ts'
import type { ShownCount } from './counts.ts'
import type { TallyMethod, TallySource, Threshold } from './lines.ts'

/** One count of a unit by itself, and between which numbers it lies. */
export type CountOfUnit = {
  readonly kind: ActionKind
  /** Where it was counted: on the site, or at events and by partners in one way. */
  readonly by: 'site' | { readonly source: TallySource; readonly method: TallyMethod }
  /** At least so many; null: fewer than are told. */
  readonly least: number | null
  /** At most so many; where nobody gave an upper end, the most likely number. */
  readonly most: number
}

/**
 * reached: one count by itself is at it, by its lowest number · perhaps: by its highest · not-yet: by none ·
 * uncounted: nobody has counted this unit, or the numbers are switched off.
 */
export type Reached = 'reached' | 'perhaps' | 'not-yet' | 'uncounted'

export type Progress = {
  readonly kind: ActionKind
  readonly counts: readonly CountOfUnit[]
  /** From the lowest on. */
  readonly thresholds: readonly (Threshold & {
    readonly reached: Reached
    /** At most so many more are needed: the highest number that this can be; 0 once it is reached. */
    readonly atMostMore: number
  })[]
  /** The lowest that is not surely reached; null: all are. */
  readonly next: number | null
}

/** A number that was rounded down in, the highest that it may stand for out; null stands for fewer than ten. */
export function mostBehind(shown: number | null): number {
  if (shown === null) return 9
  return shown + (shown < 100 ? 10 : 10 ** (String(shown).length - 2)) - 1
}

/** What the site counted, as readers are told it: what is rounded stays a range, so that nothing is reached before readers can see it. */
export const ofSite = ({ kind, shown, exact }: ShownCount): CountOfUnit => ({
  ...{ kind, by: 'site', least: shown },
  most: exact && shown !== null ? shown : mostBehind(shown),
})

/** By unit, in the order of the kinds. Two counts of one unit may hold the same people, so each is held against a threshold alone. */
export function progressOf(
  thresholds: readonly Threshold[],
  counts: readonly CountOfUnit[],
): readonly Progress[] {
  return ACTION_KINDS.flatMap((kind): readonly Progress[] => {
    const own = thresholds.filter((one) => one.kind === kind).toSorted((a, b) => a.number - b.number)
    if (own.length === 0) return []
    const counted = counts.filter((one) => one.kind === kind)
    const least = Math.max(0, ...counted.map((one) => one.least ?? 0))
    const most = Math.max(0, ...counted.map((one) => one.most))
    const reached = (n: number): Reached => {
      if (counted.length === 0) return 'uncounted'
      return least >= n ? 'reached' : most >= n ? 'perhaps' : 'not-yet'
    }
    const all = own.map((one) => ({
      ...{ ...one, reached: reached(one.number), atMostMore: Math.max(0, one.number - least) },
    }))
    return [
      {
        ...{ kind, counts: counted, thresholds: all },
        next: all.find((one) => one.reached !== 'reached')?.number ?? null,
      },
    ]
  })
}
