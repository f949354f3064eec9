/** The shape of codebook/alike.yaml: words that mean one thing in three languages. */
import { z } from 'zod'
import type { Alike } from '../core/eyes/terms.ts'
import { LANGUAGES } from '../core/language.ts'
import { head, listOf, text } from './load-schemas.ts'

const words = z
  .array(
    text.regex(/^[\p{L}\p{M}\d' -]+\.?$/u, 'words in small letters, a full stop at the end of a whole one'),
  )
  .min(1)

export const alikeFile = z.strictObject({
  ...head,
  passedOver: z.strictObject({ en: words, ru: words, kk: words }),
  groups: listOf(
    z.strictObject({
      id: z.string().regex(/^[a-z][a-z-]*$/, 'an id is small letters and hyphens'),
      ...{ en: words, ru: words, kk: words },
    }),
    'group',
  ),
})

export const alikeFrom = ({ groups, passedOver }: z.infer<typeof alikeFile>): Alike => ({
  groups: groups.map(({ id, ...own }) => ({ id, words: LANGUAGES.flatMap((one) => own[one]) })),
  passedOver: LANGUAGES.flatMap((one) => passedOver[one]),
})
