/** The shape of codebook/naming.yaml, from plain YAML values to the checked rules of who may be named where. */
import { z } from 'zod'
import type { Naming } from '../core/naming.ts'
import { BASIS_KINDS, SHOW_LEVELS } from '../core/person.ts'
import { TIERS } from '../core/tier.ts'
import { FIELDS } from '../core/values.ts'
import { head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const ruleId = z
  .string()
  .regex(/^(naming|sensitive|field)\.[a-z0-9-]+@\d+$/, 'written naming.x@1, sensitive.x@1 or field.x@1')
const cue = text.regex(/^[\p{L}\p{N}]+\*?(?: [\p{L}\p{N}]+\*?)*$/u, 'words, each with a * at its end at most')
export const cues = z.strictObject({ en: z.array(cue), ru: z.array(cue), kk: z.array(cue) })

const rule = z.strictObject({
  id: ruleId,
  when: z.strictObject({
    who: text.optional(),
    basis: z.array(z.enum(BASIS_KINDS)).min(1).optional(),
    harmed: z
      .array(z.literal([true, false, 'actor']))
      .min(1)
      .optional(),
  }),
  most: z.enum(SHOW_LEVELS),
  reason: labels,
  example: text,
})
const subject = z.strictObject({
  id: ruleId,
  tier: z.enum(TIERS).exclude(['public']),
  acts: z.array(text),
  words: cues,
  reason: labels,
  example: text,
})

const field = z.strictObject({
  id: ruleId,
  // The kind says how a record is counted: without it a record would be counted wrongly.
  field: z.enum(FIELDS).exclude(['kind']),
  tier: z.enum(TIERS).exclude(['public']),
  covers: z.boolean(),
  reason: labels,
  example: text,
})

export type NamingFile = z.infer<ReturnType<typeof shape>>
const shape = () =>
  z.strictObject({
    ...head,
    rules: listOf(rule),
    people: z.record(z.string(), cues),
    sensitive: listOf(subject),
    fields: listOf(field, 'field'),
  })

/** `acts`: ids of the codebook's acts; null while they could not be read themselves. */
export const namingFile = (acts: ReadonlyMap<string, unknown> | null): z.ZodType<NamingFile> =>
  withChecks(shape(), (file, tell) => {
    const rules = rowsOf(file, 'rules')
    const lists = Object.keys((file as { readonly people?: object }).people ?? {})
    rules.forEach((one, index) => {
      const who = (one.when as { readonly who?: unknown } | undefined)?.who
      if (typeof who === 'string' && !lists.includes(who))
        tell(`"${who}" is not a list of people`, ['rules', index, 'when', 'who'])
    })
    // Whatever somebody takes out above, nobody is named by default.
    const last = rules.at(-1)
    if (last && (Object.keys(last.when ?? {}).length > 0 || last.most !== 'never'))
      tell('the last rule must fit everybody and allow nothing', ['rules', rules.length - 1])
    if (rules.length === 0) tell('a rule that fits everybody and allows nothing is missing', ['rules'])
    rowsOf(file, 'sensitive').forEach((one, index) => {
      const unknown = Array.isArray(one.acts) && acts ? one.acts.filter((act) => !acts.has(act)) : []
      for (const act of unknown)
        tell(`"${String(act)}" is not an act of the codebook`, ['sensitive', index, 'acts'])
    })
  })

/** A role or a passage may be in any language, so the words of all of them are looked for. */
export const namingFrom = (file: NamingFile): Naming => ({
  rules: file.rules,
  people: new Map(Object.entries(file.people).map(([id, words]) => [id, allOf(words)])),
  sensitive: file.sensitive.map((one) => ({ ...one, words: allOf(one.words) })),
  fields: file.fields,
})

const allOf = (words: z.infer<typeof cues>): readonly string[] => [...words.en, ...words.ru, ...words.kk]
