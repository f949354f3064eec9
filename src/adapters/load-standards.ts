/** The shape of codebook/standards.yaml, from plain YAML values to standards and addressees. */
import { z } from 'zod'
import { type Standards, TEST_STEPS } from '../core/standard.ts'
import { FREEDOMS } from '../core/values.ts'
import { certainty, fullLabels, head, listOf, text } from './load-schemas.ts'

const reading = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]*$/, 'large letters, such as GC34-25'),
  ...{ where: fullLabels, says: fullLabels, certainty },
})
const standard = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]*$/, 'large letters, such as ICCPR-19'),
  freedom: z.enum(FREEDOMS),
  ...{ name: fullLabels, protects: fullLabels, allows: fullLabels },
  steps: z.array(z.enum(TEST_STEPS)).min(1),
  readings: listOf(reading),
  source: z.strictObject({ title: text, url: text.nullable() }),
  binds: z.record(z.string().regex(/^[a-z]{2}$/), text),
  certainty,
})
const addressee = z.strictObject({ id: z.string().regex(/^[a-z][a-z-]*$/), name: fullLabels })

export const standardsFile = z.strictObject({
  ...head,
  standards: listOf(standard, 'standard'),
  addressees: listOf(addressee, 'addressee'),
})

export const standardsFrom = (file: z.infer<typeof standardsFile>): Standards => ({
  standards: new Map(file.standards.map((one) => [one.id, one])),
  addressees: new Map(file.addressees.map((one) => [one.id, one])),
})
