/** The shape of codebook/counting.yaml, from plain YAML values to the checked words by which roles and institutions are counted. */
import { z } from 'zod'
import type { CountingWords } from '../core/counting-words.ts'
import { fullLabels, head, labels, listOf, pattern, rowsOf, text, withChecks } from './load-schemas.ts'

const role = z.strictObject({
  id: z.string().regex(/^role\.[a-z0-9-]+@\d+$/, 'written role.x@1'),
  role: text,
  words: pattern,
  example: text,
})
const institution = z.strictObject({
  id: z.string().regex(/^institution\.[a-z0-9-]+@\d+$/, 'written institution.x@1'),
  institution: z.string().regex(/^[a-z_]+$/, 'letters and underscores'),
  label: fullLabels,
  words: pattern,
  reason: labels,
  example: text,
})
const shape = () =>
  z.strictObject({ ...head, roles: listOf(role), institutions: listOf(institution, 'institution') })
export type CountingFile = z.infer<ReturnType<typeof shape>>

/** `roles`: ids of the codebook's roles; null while they could not be read themselves. */
export const countingFile = (roles: ReadonlyMap<string, unknown> | null): z.ZodType<CountingFile> =>
  withChecks(shape(), (file, tell) =>
    rowsOf(file, 'roles').forEach((one, index) => {
      if (roles && roles.size > 0 && !roles.has(String(one.role)))
        tell(`"${String(one.role)}" is not a role of the codebook`, ['roles', index, 'role'])
    }),
  )

export const countingFrom = ({ roles, institutions }: CountingFile): CountingWords => ({
  roles: roles.map((one) => ({ ...one, words: new RegExp(one.words, 'u') })),
  institutions: institutions.map((one) => ({ ...one, words: new RegExp(one.words, 'u') })),
})
