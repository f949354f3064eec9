/** Values of outside indices in, each on the scale of 0 to 100 (higher is freer), and their recalibrated mean out. */
import type { IndexError, IndexRule, RatingMethod } from '../../core/rating/method.ts'
import type { IndexScore } from '../../core/rating/result.ts'
import type { IndexRow } from '../../core/rating/rows.ts'
import type { Chance } from './chance.ts'
import { clamp, mean } from './scale.ts'

/** `null`: nothing is perturbed. */
type Draw = Chance | null

export const rebase = (
  value: number,
  { lowest, highest, better }: Pick<IndexRule, 'lowest' | 'highest' | 'better'>,
): number => (100 * (better === 'high' ? value - lowest : highest - value)) / (highest - lowest)

/** Straight lines between the method's points; flat beyond its ends. */
export function recalibrated(value: number, points: RatingMethod['recalibration']['points']): number {
  const after = points.findIndex(([from]) => value <= from)
  const [to, high] = points[after < 0 ? points.length - 1 : after] ?? [value, value]
  const [from, low] = points[after - 1] ?? [to, high]
  return to === from ? high : low + ((high - low) * (value - from)) / (to - from)
}

/** An index that counts on that day: the rule, the edition and its values. */
export type Anchor = {
  readonly rule: IndexRule
  readonly edition: number
  readonly values: readonly number[]
}

/** Of each family the newest edition that was published by then and is not too old. */
export function anchorsOf(rows: readonly IndexRow[], asOf: string, method: RatingMethod): readonly Anchor[] {
  const { indices, oldest } = method.outside
  const year = Number(asOf.slice(0, 4))
  const found = indices.flatMap((rule): readonly Anchor[] => {
    const { from, to } = rule.editions
    const usable = rows.filter(
      (row) =>
        row.index === rule.family &&
        rule.variables.includes(row.variable) &&
        row.published <= asOf &&
        year - row.edition <= oldest &&
        (from === null || row.edition >= from) &&
        (to === null || row.edition <= to),
    )
    if (usable.length === 0) return []
    const edition = usable.reduce((newest, row) => Math.max(newest, row.edition), 0)
    const values = rule.variables.flatMap((variable) => {
      const row = usable.find((one) => one.edition === edition && one.variable === variable)
      return row ? [row.value] : []
    })
    return [{ rule, edition, values }]
  })
  return found.filter(
    (one) => !found.some((other) => other.rule.family === one.rule.family && other.edition > one.edition),
  )
}

const perturbed = (value: number, { error, lowest, highest }: IndexRule, chance: Draw): number =>
  chance === null ? value : clamp(value + errorOf(error, chance), lowest, highest)

function errorOf({ steps, chance: each, spread }: IndexError, { uniform, normal }: Chance): number {
  let sum = spread === 0 ? 0 : spread * normal()
  for (let step = 0; step < steps; step += 1) {
    const at = uniform()
    sum += at < each ? 1 : at < 2 * each ? -1 : 0
  }
  return sum
}

/** Null: no index says anything. */
export function outsideScore(
  anchors: readonly Anchor[],
  method: RatingMethod,
  chance: Draw = null,
): number | null {
  const rebased = anchors.map(({ rule, values }) =>
    rebase(mean(values.map((one) => perturbed(one, rule, chance))) ?? 0, rule),
  )
  const all = mean(rebased)
  return all === null ? null : recalibrated(all, method.recalibration.points)
}

export const indexScores = (anchors: readonly Anchor[]): readonly IndexScore[] =>
  anchors.map(({ rule, edition, values }) => {
    const value = mean(values) ?? 0
    return { id: rule.id, edition, value, rebased: rebase(value, rule) }
  })
