/** The shape of codebook/submissions.yaml, from plain YAML values to the forms that addressees read. */
import { z } from 'zod'
import { LANGUAGES } from '../core/language.ts'
import { FIELD_SOURCES, type SubmissionForm } from '../core/submission.ts'
import { certainty, fullLabels, head, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const form = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: fullLabels,
  url: z.url(),
  words: z.int().positive().nullable(),
  languages: z.array(z.enum(LANGUAGES)).min(1),
  note: text,
  ...{ required: z.array(text), fields: z.array(text).min(1) },
  certainty,
})
const shape = z.strictObject({
  ...head,
  fields: z.record(
    z.string().regex(/^[a-z][a-z-]*$/),
    z.strictObject({ label: fullLabels, from: z.enum(FIELD_SOURCES).nullable() }),
  ),
  forms: listOf(form, 'form'),
})

export const submissionsFile = withChecks(shape, (file, tell) => {
  const known = new Set(Object.keys(Object(Object(file).fields)))
  for (const [at, one] of rowsOf(file, 'forms').entries()) {
    const asked: readonly unknown[] = Array.isArray(one.fields) ? one.fields : []
    const required: readonly unknown[] = Array.isArray(one.required) ? one.required : []
    for (const field of asked)
      if (!known.has(String(field))) tell(`no field is called "${field}"`, ['forms', at, 'fields'])
    for (const field of required)
      if (!asked.includes(field)) tell(`"${field}" is required and not asked for`, ['forms', at, 'required'])
  }
})

export const submissionsFrom = (file: z.infer<typeof shape>): ReadonlyMap<string, SubmissionForm> =>
  new Map(
    file.forms.map(({ required, fields, ...one }) => [
      one.id,
      {
        ...one,
        fields: fields.flatMap((id) => {
          const field = file.fields[id]
          return field ? [{ id, ...field, isRequired: required.includes(id) }] : []
        }),
      },
    ]),
  )
