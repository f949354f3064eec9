/** The forms of a rating in, how far those who filled them in agree, over all answers and by dimension, out. */
import type { RatingMethod } from '../../core/rating/method.ts'
import type { RatingRows } from '../../core/rating/rows.ts'
import { type Alpha, byInterval, krippendorff } from '../agreement/alpha.ts'
import { formsInForce } from './form.ts'

export type FormsAgreement = {
  readonly forms: number
  readonly all: Alpha
  readonly dimensions: readonly { readonly id: string; readonly alpha: Alpha }[]
}

/**
 * Krippendorff's alpha by the squared distance of answers, since a score is their mean: one step apart weighs a quarter of two. A
 * unit is a question in law or in practice that two forms at least answer. Null: there is one form or none.
 */
export function formsAgreement(rows: RatingRows, method: RatingMethod): FormsAgreement | null {
  const forms = formsInForce(rows, method)
  if (forms.length < 2) return null
  const answers = new Map<string, number[]>()
  for (const form of forms)
    for (const { question, aspect, value } of form.answers)
      if (value !== null)
        answers.set(`${question} ${aspect}`, [...(answers.get(`${question} ${aspect}`) ?? []), value])
  const of = (passes: (question: string) => boolean): Alpha =>
    krippendorff(
      [...answers].flatMap(([key, values]) => (passes(key) ? [values] : [])),
      byInterval,
      String,
    )
  return {
    forms: forms.length,
    all: of(() => true),
    dimensions: method.dimensions.map(({ id }) => ({ id, alpha: of((key) => key.startsWith(`${id}.`)) })),
  }
}
