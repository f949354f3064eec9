/** Numbers that sources say → one range: what all allow, and the most any says. */

import type { Countable } from '../core/countable.ts'
import type { Range } from '../core/counted.ts'
import type { Field } from '../core/values.ts'

export type { Range }

export const exactly = (n: number): Range => ({ certain: n, claimed: n })

/** Both happened: ends are added, an open end stays open. */
export const plus = (a: Range, b: Range): Range => ({
  certain: a.certain + b.certain,
  claimed: a.claimed === null || b.claimed === null ? null : a.claimed + b.claimed,
})

export const sum = (ranges: readonly Range[]): Range => ranges.reduce(plus, exactly(0))

/** One of them is right and nobody knows which: the lowest of the low ends, the highest of the high ones. */
export const eitherOf = (ranges: readonly Range[]): Range | null => {
  if (ranges.length === 0) return null
  const high = ranges.map((one) => one.claimed)
  return {
    certain: Math.min(...ranges.map((one) => one.certain)),
    claimed: high.includes(null) ? null : Math.max(...high.map((one) => one ?? 0)),
  }
}

/** Nobody knows whether they overlap: no fewer than the largest, no more than all together; a whole told with its parts is the whole. */
export const together = (ranges: readonly Range[]): Range | null => {
  if (ranges.length === 0) return null
  const certain = Math.max(...ranges.map((one) => one.certain))
  const { claimed } = sum(ranges)
  return {
    certain,
    claimed: claimed !== null && ranges.length > 2 && claimed === 2 * certain ? certain : claimed,
  }
}

/** No fewer than `least`: the upper end moves along, an open one stays open. */
export const atLeast = (range: Range, least: number): Range => ({
  certain: Math.max(range.certain, least),
  claimed: range.claimed === null ? null : Math.max(range.claimed, range.certain, least),
})

/** True when sources disagree on a field and nobody has decided. */
export const isDisputed = (incident: Pick<Countable, 'disputed'>, field: Field): boolean =>
  incident.disputed.includes(field)
