/** Lines about publications in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import { LANGUAGES } from '../core/language.ts'
import { REMARKS } from '../core/publication/lines.ts'
import { PUBLICATION_MOVES } from '../core/publication/state.ts'
import type { Laid } from '../core/publication/text.ts'
import { BONDS } from '../publish/manuscript/manuscript.ts'
import { askedOf } from './writing/draft-today.ts'
import { frozenText } from './writing/frozen-schema.ts'

export type Who = {
  readonly by: z.ZodString
  readonly at: z.ZodISODateTime
  readonly why: z.ZodOptional<z.ZodString>
}
/** Made by chance: it must tell nothing of what it is about, since it stands in addresses and in the log. */
export const publicationId = z.string().regex(/^pub-[a-z0-9]{6,32}$/, 'not a publication')
const sentenceId = z.string().min(1).max(200)
const words = z.string().max(5000)
const heading = z.string().max(500)
const seen = z.int().min(0)

const laid: z.ZodType<Laid> = z.lazy(() =>
  z.union([
    z.strictObject({ kind: z.enum(['paragraph', 'points']), sentences: z.array(sentenceId).max(5000) }),
    z.strictObject({ kind: z.literal('heading'), title: heading }),
    z.strictObject({ kind: z.literal('drafted'), ref: z.string().min(1).max(500) }),
    z.strictObject({
      ...{ kind: z.literal('box'), ref: z.string().max(500).nullable(), title: heading },
      blocks: z.array(laid).max(500),
    }),
  ]),
)
const outline = z
  .array(
    z.strictObject({ id: sentenceId, title: heading, isOut: z.boolean(), blocks: z.array(laid).max(2000) }),
  )
  .max(500)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'a section stands once')
const sentence = z.strictObject({
  ...{ id: sentenceId, words, told: words.nullable() },
  bonds: z.array(z.strictObject({ kind: z.enum(BONDS), id: z.string().min(1).max(300) })).max(200),
  prints: z.record(z.string(), z.record(z.string(), z.string())),
  ...{ isOut: z.boolean(), why: z.string().trim().min(1).max(2000).nullable() },
})
const sentences = z
  .array(sentence)
  .max(10_000)
  .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'a sentence stands once')

export const publication = (who: Who) =>
  z.strictObject({
    ...{ record: z.literal('publication'), ...who, id: publicationId },
    asked: z
      .record(z.string(), z.string().max(200))
      .refine((asked) => askedOf(asked) !== null, 'no kind of publication is asked for so'),
    ...{ language: z.enum(LANGUAGES), beside: publicationId.optional(), outline, sentences },
  })

export const text = (who: Who) =>
  z
    .strictObject({
      record: z.literal('text'),
      ...who,
      id: publicationId,
      seen,
      outline: outline.optional(),
      sentences,
    })
    .refine((one) => one.outline !== undefined || one.sentences.length > 0, 'nothing is written')

const remarkId = z.string().regex(/^r-[a-z0-9]{6,32}$/, 'not a remark')
export const remark = (who: Who) =>
  z
    .strictObject({
      ...{ record: z.literal('remark'), ...who, id: publicationId, remark: remarkId, kind: z.enum(REMARKS) },
      ...{ sentence: sentenceId.optional(), to: z.string().min(1).max(80).optional() },
      words: z.string().trim().min(1).max(2000),
    })
    .refine((one) => one.kind !== 'task' || one.to !== undefined, 'to: a task is for somebody')
export const remarkEnd = (who: Who) =>
  z.strictObject({
    record: z.literal('remark-end'),
    ...who,
    id: publicationId,
    remark: remarkId,
    isOver: z.boolean(),
  })

export const issue = (who: Who) =>
  z.strictObject({
    ...{ record: z.literal('issue'), ...who, id: publicationId, move: z.enum(PUBLICATION_MOVES), seen },
    until: z.iso.datetime().optional(),
    frozen: frozenText.optional(),
  })
