/** The shape of codebook/mappings.yaml, from plain YAML values to the checked rules that tell records in the words of others. */
import { z } from 'zod'
import type { Mappings } from '../core/mappings.ts'
import { FREEDOMS } from '../core/values.ts'
import { head, labels, listOf, pattern, rowsOf, text, withChecks } from './load-schemas.ts'

const fits = {
  id: z.string().regex(/^(sdg|civicus|acled)\.[a-z0-9-]+@\d+$/, 'written sdg.x@1, civicus.x@1 or acled.x@1'),
  to: text,
  acts: z.array(text),
  roles: z.array(text),
  freedoms: z.array(z.enum(FREEDOMS)),
  words: pattern.nullable(),
  reason: labels,
  example: text,
}
const rule = z.strictObject(fits)
const event = z.strictObject({ ...fits, disorder: text, type: text })
const shape = () =>
  z.strictObject({
    ...head,
    harms: listOf(rule),
    groups: listOf(rule),
    tags: listOf(rule),
    events: listOf(event),
  })
export type MappingsFile = z.infer<ReturnType<typeof shape>>

type Known = {
  readonly acts: ReadonlyMap<string, unknown> | null
  readonly roles: ReadonlyMap<string, unknown>
  readonly harms: ReadonlyMap<string, unknown>
  readonly tags: ReadonlyMap<string, unknown>
}
const PARTS = ['harms', 'groups', 'tags', 'events'] as const

export const mappingsFile = (known: Known): z.ZodType<MappingsFile> =>
  withChecks(shape(), (file, tell) => {
    for (const part of PARTS)
      rowsOf(file, part).forEach((one, index) => {
        const missing = (field: 'acts' | 'roles'): readonly unknown[] => {
          const [asked, there] = [one[field], known[field]]
          return Array.isArray(asked) && there && there.size > 0 ? asked.filter((id) => !there.has(id)) : []
        }
        for (const field of ['acts', 'roles'] as const)
          for (const id of missing(field))
            tell(`"${String(id)}" is none of the codebook's ${field}`, [part, index, field])
        const target = part === 'harms' || part === 'tags' ? known[part] : null
        if (target && target.size > 0 && !target.has(String(one.to)))
          tell(`"${String(one.to)}" is none of the codebook's ${part}`, [part, index, 'to'])
      })
  })

export function mappingsFrom(file: MappingsFile): Mappings {
  const whole = <R extends { readonly words: string | null }>(one: R) => ({
    ...one,
    words: one.words === null ? null : new RegExp(one.words, 'iu'),
  })
  return {
    harms: file.harms.map(whole),
    groups: file.groups.map(whole),
    tags: file.tags.map(whole),
    events: file.events.map(whole),
  }
}
