/** The shape of codebook/painful.yaml, from plain YAML values to the checked rules of what stands behind a notice. */
import { z } from 'zod'
import type { PainfulRule } from '../core/painful.ts'
import { cues } from './load-naming.ts'
import { fullLabels, head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const rule = z.strictObject({
  id: z.string().regex(/^painful\.[a-z0-9-]+@\d+$/, 'written painful.x@1'),
  label: fullLabels,
  acts: z.array(text),
  words: cues,
  reason: labels,
  example: text,
})
const shape = () => z.strictObject({ ...head, rules: listOf(rule) })
export type PainfulFile = z.infer<ReturnType<typeof shape>>

/** `acts`: ids of the codebook's acts; null while they could not be read themselves. */
export const painfulFile = (acts: ReadonlyMap<string, unknown> | null): z.ZodType<PainfulFile> =>
  withChecks(shape(), (file, tell) => {
    rowsOf(file, 'rules').forEach((one, index) => {
      const unknown = Array.isArray(one.acts) && acts ? one.acts.filter((act) => !acts.has(act)) : []
      for (const act of unknown)
        tell(`"${String(act)}" is not an act of the codebook`, ['rules', index, 'acts'])
    })
  })

/** A passage may be in any language, so the words of all of them are looked for. */
export const painfulFrom = ({ rules }: PainfulFile): readonly PainfulRule[] =>
  rules.map((one) => ({ ...one, words: [...one.words.en, ...one.words.ru, ...one.words.kk] }))
