/** The shape of codebook/field.yaml, from plain YAML values to the checked words of a phone's forms. */
import { z } from 'zod'
import type { FieldTerms } from '../core/field/terms.ts'
import { QUALIFIERS } from '../core/values.ts'
import { fullLabels, head, listOf, text, withChecks } from './load-schemas.ts'

const term = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'small letters, digits and underscores'),
  ...{ label: fullLabels, definition: fullLabels, example: text },
})
const shape = z.strictObject({
  ...head,
  sheet: text,
  units: listOf(term),
  methods: listOf(term.extend({ qualifier: z.enum(QUALIFIERS) })),
})
export type FieldFile = z.infer<typeof shape>

/** `sheets`: ids of the sheets of observations.yaml; null while they could not be read themselves. */
export const fieldFile = (sheets: readonly string[] | null): z.ZodType<FieldFile> =>
  withChecks(shape, (file, tell) => {
    const { sheet } = Object(file) as { readonly sheet?: unknown }
    if (sheets && typeof sheet === 'string' && !sheets.includes(sheet))
      tell(`"${sheet}" is no sheet of observations`, ['sheet'])
  })

export const fieldFrom = ({ sheet, units, methods }: FieldFile): FieldTerms => ({
  sheet,
  units: new Map(units.map((one) => [one.id, one])),
  methods: new Map(methods.map((one) => [one.id, one])),
})
