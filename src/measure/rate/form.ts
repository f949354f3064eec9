/** A form as filled in, its score by dimension out: law and practice apart, and what is not known left out. */
import { ASPECTS, type Aspect, BEST, type RatingMethod } from '../../core/rating/method.ts'
import type { DimensionScore, FormScore } from '../../core/rating/result.ts'
import type { FormRow, RatingRows } from '../../core/rating/rows.ts'
import { mean } from './scale.ts'

/** Answers by `question.aspect`, in the order of the method. */
export type Answered = ReadonlyMap<string, number>
export const keyOf = (question: string, aspect: Aspect): string => `${question}.${aspect}`

export const answered = (form: FormRow): Answered =>
  new Map(
    form.answers.flatMap(({ question, aspect, value }) =>
      value === null ? [] : [[keyOf(question, aspect), value] as const],
    ),
  )

export function dimensionScores(answers: Answered, method: RatingMethod): readonly DimensionScore[] {
  const { law: lawShare, practice: practiceShare, leastAnswered } = method.form
  return method.dimensions.map(({ id, questions }) => {
    const of = (aspect: Aspect): readonly number[] =>
      questions.flatMap((question) => answers.get(keyOf(`${id}.${question}`, aspect)) ?? [])
    const [law, practice] = [of('law'), of('practice')]
    const [asked, given] = [questions.length * ASPECTS.length, law.length + practice.length]
    const parts = [
      { share: lawShare, value: mean(law) },
      { share: practiceShare, value: mean(practice) },
    ].flatMap(({ share, value }) => (value === null ? [] : [{ share, value }]))
    const shares = parts.reduce((sum, one) => sum + one.share, 0)
    const isKnown = given >= leastAnswered * asked && shares > 0
    const sum = parts.reduce((all, one) => all + one.share * one.value, 0)
    return {
      ...{ id, law: mean(law), practice: mean(practice), answered: given, asked },
      score: isKnown ? ((100 / BEST) * sum) / shares : null,
    }
  })
}

/** The mean of the dimensions that are known, when they are at least half of all. */
export function scoreOf(dimensions: readonly DimensionScore[]): number | null {
  const known = dimensions.flatMap(({ score }) => score ?? [])
  return known.length * 2 < dimensions.length ? null : mean(known)
}

export const formScore = (form: FormRow, method: RatingMethod): FormScore => {
  const dimensions = dimensionScores(answered(form), method)
  const { source, coder, asOf } = form
  return { source, coder, asOf, score: scoreOf(dimensions), dimensions }
}

const monthsBetween = (from: string, to: string): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of each coder the newest form of that day or before that is not too old, in one order whatever order they came in. */
export function formsInForce({ forms, asOf }: RatingRows, method: RatingMethod): readonly FormRow[] {
  const usable = forms.filter(
    (one) => one.asOf <= asOf && monthsBetween(one.asOf, asOf) <= method.form.oldest,
  )
  const newest = usable.filter(
    (one) =>
      !usable.some(
        (other) => other.source === one.source && other.coder === one.coder && other.asOf > one.asOf,
      ),
  )
  const rank = new Map(
    method.dimensions
      .flatMap(({ id, questions }) => questions.map((one) => `${id}.${one}`))
      .map((one, at) => [one, at]),
  )
  return newest
    .map((form) => ({
      ...form,
      answers: form.answers
        .filter((one) => rank.has(one.question))
        .toSorted(
          (a, b) => (rank.get(a.question) ?? 0) - (rank.get(b.question) ?? 0) || before(a.aspect, b.aspect),
        ),
    }))
    .toSorted((a, b) => before(a.source, b.source) || a.coder - b.coder)
}
