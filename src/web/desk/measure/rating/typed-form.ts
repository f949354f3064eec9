/** The fields of the form in, answers out: what was left open is no answer, and "not known" is one without a number. */
import type { AssessedAnswer } from '../../../../core/rating/lines.ts'
import { ASPECTS, type Aspect, type RatingMethod } from '../../../../core/rating/method.ts'

export const answerName = (question: string, aspect: Aspect): string => `a.${question}.${aspect}`
export const evidenceName = (question: string, aspect: Aspect): string => `e.${question}.${aspect}`

const asked = ({ dimensions }: RatingMethod): readonly (readonly [string, Aspect])[] =>
  dimensions.flatMap(({ id, questions }) =>
    questions.flatMap((one) => ASPECTS.map((aspect) => [`${id}.${one}`, aspect] as const)),
  )

export const formNames = (method: RatingMethod): readonly string[] => [
  ...['country', 'source', 'asOf'],
  ...asked(method).flatMap(([question, aspect]) => [
    answerName(question, aspect),
    evidenceName(question, aspect),
  ]),
]

/** What somebody answered before, as it would be typed: they change what has changed. */
export const typedOf = (
  source: string,
  answers: readonly AssessedAnswer[],
): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ['source', source],
    ...answers.flatMap(({ question, aspect, value, evidence }) => [
      [answerName(question, aspect), value === null ? 'unknown' : String(value)],
      [evidenceName(question, aspect), evidence.join(' ')],
    ]),
  ])

/** Ids stand apart by spaces, commas or semicolons. */
export const typedAnswers = (
  method: RatingMethod,
  typed: Readonly<Record<string, string>>,
): readonly AssessedAnswer[] =>
  asked(method).flatMap(([question, aspect]): readonly AssessedAnswer[] => {
    const value = typed[answerName(question, aspect)] ?? ''
    const evidence = (typed[evidenceName(question, aspect)] ?? '')
      .split(/[\s,;]+/)
      .filter((one) => one !== '')
    if (!/^([0-4]|unknown)$/.test(value)) return []
    return [{ question, aspect, value: value === 'unknown' ? null : Number(value), evidence }]
  })
