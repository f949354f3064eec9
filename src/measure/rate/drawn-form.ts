/** A form laid out once in, its score as another coder might have filled it in, many times, out. */
import { BEST, type RatingMethod } from '../../core/rating/method.ts'
import type { Chance } from './chance.ts'
import { type Answered, dimensionScores, keyOf } from './form.ts'
import { clamp } from './scale.ts'

/** Answers in the order of the form, each with the cell (dimension, law or practice) that it belongs to. */
export type LaidOut = {
  readonly values: readonly number[]
  readonly cells: readonly number[]
  /** How many answers each cell holds. */
  readonly sizes: readonly number[]
  /** Dimensions with answers enough. */
  readonly known: readonly number[]
}

export function laidOut(answers: Answered, method: RatingMethod): LaidOut {
  const cellOf = new Map(
    method.dimensions.flatMap(({ id, questions }, at) =>
      questions.flatMap((one) => [
        [keyOf(`${id}.${one}`, 'law'), 2 * at] as const,
        [keyOf(`${id}.${one}`, 'practice'), 2 * at + 1] as const,
      ]),
    ),
  )
  const there = [...answers].flatMap(([key, value]) => {
    const cell = cellOf.get(key)
    return cell === undefined ? [] : [{ value, cell }]
  })
  return {
    values: there.map((one) => one.value),
    cells: there.map((one) => one.cell),
    sizes: method.dimensions.flatMap((_, at) =>
      [2 * at, 2 * at + 1].map((cell) => there.filter((one) => one.cell === cell).length),
    ),
    known: dimensionScores(answers, method).flatMap((one, at) => (one.score === null ? [] : [at])),
  }
}

/** One shift for the whole form, since a coder's severity runs through it; then each answer by itself. */
export function drawnScore(form: LaidOut, method: RatingMethod, { uniform, normal }: Chance): number {
  const { step, shift } = method.uncertainty
  const shares = [method.form.law, method.form.practice]
  const lenient = shift * normal()
  const sums = new Float64Array(form.sizes.length)
  for (const [index, value] of form.values.entries()) {
    const at = uniform()
    const cell = form.cells[index] ?? 0
    sums[cell] =
      (sums[cell] ?? 0) + clamp(value + lenient + (at < step ? 1 : at < 2 * step ? -1 : 0), 0, BEST)
  }
  let all = 0
  for (const dimension of form.known) {
    let [sum, weight] = [0, 0]
    for (const [aspect, share] of shares.entries()) {
      const size = form.sizes[2 * dimension + aspect] ?? 0
      if (size === 0) continue
      sum += share * ((sums[2 * dimension + aspect] ?? 0) / size)
      weight += share
    }
    all += ((100 / BEST) * sum) / weight
  }
  return all / form.known.length
}
