/** The shapes of the codebook's files on cases, from plain YAML values to checked terms: sheets, kinds of assistance, answers, restrictions. */
import { z } from 'zod'
import { RECEIPT } from '../core/cases/due.ts'
import { type CaseTerm, type CaseTerms, QUESTION_TYPES, type Question } from '../core/cases/terms.ts'
import { fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const told = {
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'an id is lower case letters, digits and _'),
  label: fullLabels,
  definition: fullLabels,
  example: text,
}
const term = z.strictObject(told) satisfies z.ZodType<CaseTerm>
const question = z
  .strictObject({
    ...told,
    type: z.enum(QUESTION_TYPES),
    unit: fullLabels.nullable().default(null),
    standard: text.nullable(),
  })
  .refine((one) => (one.type === 'number') === (one.unit !== null), {
    message: 'a number has a unit, nothing else has one',
    path: ['unit'],
  })

export const observationsFile = z.strictObject({
  ...head,
  sheets: listOf(
    z.strictObject({ id: told.id, label: fullLabels, questions: listOf<z.infer<typeof question>>(question) }),
  ),
})
export const assistanceFile = withChecks(
  z.strictObject({ ...head, kinds: listOf(term), answers: listOf(term) }),
  (file, tell) => {
    // Only this one is no answer: silence goes on after it.
    if (!rowsOf(file, 'answers').some((one) => one.id === RECEIPT))
      tell(`the answer "${RECEIPT}" is missing`, ['answers'])
  },
)
export const restrictionsFile = z.strictObject({ ...head, restrictions: listOf(term) })

const byId = <T extends { readonly id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]))

export const caseTermsFrom = (
  observations: z.infer<typeof observationsFile>,
  assistance: z.infer<typeof assistanceFile>,
  { restrictions }: z.infer<typeof restrictionsFile>,
): CaseTerms => ({
  sheets: byId(observations.sheets.map((one) => ({ ...one, questions: byId<Question>(one.questions) }))),
  assistance: byId(assistance.kinds),
  answers: byId(assistance.answers),
  restrictions: byId(restrictions),
})
