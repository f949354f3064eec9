/** The shape of codebook/plan.yaml, from plain YAML values to the sheet that a workshop answers in. */
import { z } from 'zod'
import { PLAN_FIELD_KINDS, type PlanSheet } from '../core/plan/terms.ts'
import { fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const id = z.string().regex(/^[a-z][a-z-]*$/)
const option = z.strictObject({ id: z.string().regex(/^[a-z0-9]+$/), label: fullLabels })
const field = z
  .strictObject({
    ...{ id, kind: z.enum(PLAN_FIELD_KINDS), label: fullLabels },
    hint: fullLabels.optional(),
    words: z.int().positive().optional(),
    options: listOf(option).optional(),
    of: text.optional(),
  })
  .refine(
    (one) => (one.kind === 'choice') === (one.options !== undefined),
    'a choice has options, nothing else has',
  )
  .refine((one) => (one.kind === 'ref') === (one.of !== undefined), 'a ref says of which part')
const part = z.strictObject({
  ...{ id, isOne: z.boolean(), label: fullLabels, ask: fullLabels },
  fields: listOf(field),
})

export const planFile = withChecks(z.strictObject({ ...head, parts: listOf(part) }), (file, tell) => {
  const parts = new Set(rowsOf(file, 'parts').map((one) => one.id))
  rowsOf(file, 'parts').forEach((one, at) => {
    const fields = rowsOf(one, 'fields')
    const ids = new Set(fields.map((each) => each.id))
    fields.forEach((each, place) => {
      const path = ['parts', at, 'fields', place]
      if (each.of !== undefined && !parts.has(each.of)) tell(`there is no part "${String(each.of)}"`, path)
      if (one.id === 'harm' && each.kind === 'choice' && !ids.has(`${String(each.id)}-then`))
        tell(`"${String(each.id)}" needs a field "${String(each.id)}-then"`, path)
    })
  })
})

export const planFrom = (file: z.infer<typeof planFile>): PlanSheet =>
  new Map(
    file.parts.map((one) => [
      one.id,
      {
        ...one,
        fields: one.fields.map(({ hint, words, options, of, ...rest }) => ({
          ...{ ...rest, hint: hint ?? null, words: words ?? null, options: options ?? [], of: of ?? null },
        })),
      },
    ]),
  )
