/** The shapes of the codebook's files, from plain YAML values to checked core types. */
import { z } from 'zod'
import type { ActTerm, Rule, Term, Vocabulary } from '../core/codebook.ts'
import { GRAVITIES, MOTIFS } from '../core/codebook.ts'
import { FREEDOMS, INCIDENT_KINDS, LAW_CODES, PENALTY_TYPES, QUALIFIERS } from '../core/values.ts'
import { fullLabels, head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

/** Vocabularies the program itself reasons with must hold exactly its terms; null: monitors may add and remove freely. */
const EXACTLY: Readonly<Record<Vocabulary, readonly string[] | null>> = {
  kinds: INCIDENT_KINDS,
  freedoms: FREEDOMS,
  qualifiers: QUALIFIERS,
  law_codes: LAW_CODES,
  penalties: PENALTY_TYPES,
  harms: null,
  roles: null,
  tags: null,
}

const term = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)?$/, 'an id is lower case letters, digits and _'),
  label: fullLabels,
  definition: labels,
  not: labels,
  codes: z.strictObject({
    huridocs: z.strictObject({ list: z.int().positive(), code: text.nullable() }).nullable(),
    civicus: text.nullable(),
  }),
}) satisfies z.ZodType<Term>

const act = z
  .strictObject({
    ...term.shape,
    motif: z.enum(MOTIFS).nullable(),
    gravity: z.literal(GRAVITIES).nullable(),
    rank: z.int().nonnegative(),
  })
  .refine((one) => (one.motif === 'good') === (one.gravity === 'star'), {
    message: 'good news has the motif "good" and the gravity "star", nothing else has',
    path: ['motif'],
  }) satisfies z.ZodType<ActTerm>

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+@\d+$/, 'a rule is written name@version'),
  reason: labels,
  example: text,
}) satisfies z.ZodType<Rule>

export const actsFile = z.strictObject({
  ...head,
  motif_of_freedom: z.strictObject({
    association: z.enum(MOTIFS),
    assembly: z.enum(MOTIFS),
    expression: z.enum(MOTIFS),
    other: z.enum(MOTIFS),
  }),
  terms: listOf(act),
})
export const rulesFile = z.strictObject({ ...head, rules: listOf(rule) })

/** Terms of one vocabulary; the program's own must be there, all and only. */
export function termsFile(name: Vocabulary) {
  const exactly = EXACTLY[name]
  return withChecks(z.strictObject({ ...head, terms: listOf(term) }), (file, tell) => {
    if (exactly === null) return
    const ids = rowsOf(file, 'terms').map((one) => one.id)
    ids.forEach((id, index) => {
      if (typeof id === 'string' && !exactly.includes(id))
        tell(`"${id}" is not a term the program knows`, ['terms', index, 'id'])
    })
    for (const id of exactly) if (!ids.includes(id)) tell(`the term "${id}" is missing`, ['terms'])
  })
}
