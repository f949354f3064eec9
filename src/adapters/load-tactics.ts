/** The shape of codebook/tactics.yaml, from plain YAML values to the library of tactics. */
import { z } from 'zod'
import { HELPS, TACTIC_COSTS, type Tactic } from '../core/tactic.ts'
import { fullLabels, head, listOf, text } from './load-schemas.ts'

const fromTo = z.strictObject({ from: z.int().min(0), to: z.int().positive().nullable() })
const tactic = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  ...{ name: fullLabels, what: fullLabels },
  cost: z.enum(TACTIC_COSTS),
  ...{ people: fromTo, hours: fromTo },
  for: z.array(z.enum(HELPS)).min(1),
  questions: z.array(fullLabels).min(1),
  evidence: z
    .array(z.strictObject({ found: z.boolean(), text: fullLabels, source: text.nullable() }))
    .min(1)
    .refine((all) => all.every((one) => !one.found || one.source !== null), 'what was found has a source'),
})

export const tacticsFile = z.strictObject({ ...head, tactics: listOf(tactic) })
export const tacticsFrom = (file: z.infer<typeof tacticsFile>): ReadonlyMap<string, Tactic> =>
  new Map(file.tactics.map((one) => [one.id, one]))
