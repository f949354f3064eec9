/** A text as it left, read from the log or a file, checked: one that is no manuscript must never stop the pages of all others. */
import { z } from 'zod'
import type { Json } from '../../core/json.ts'
import { LANGUAGES } from '../../core/language.ts'
import { type Block, BONDS, type Manuscript } from '../../publish/manuscript/manuscript.ts'

const text = z.string()
const bonds = z.array(z.strictObject({ kind: z.enum(BONDS), id: text }))
const run = z.union([
  z.strictObject({ kind: z.literal('text'), text }),
  z.strictObject({ kind: z.literal('note'), note: z.int() }),
])
const sentence = z.looseObject({ id: text, runs: z.array(run), bonds })
const figure = z.looseObject({
  ...{ svg: text, alt: text, caption: text },
  signs: z.array(z.looseObject({ svg: text, words: text })),
})
const block: z.ZodType<Block> = z.lazy(() =>
  z.union([
    z.looseObject({ kind: z.literal('paragraph'), sentences: z.array(sentence) }),
    z.looseObject({ kind: z.literal('points'), points: z.array(sentence) }),
    z.looseObject({ kind: z.literal('heading'), title: text }),
    z.looseObject({ kind: z.literal('quote'), said: sentence, speaker: text }),
    z.looseObject({
      kind: z.literal('timeline'),
      entries: z.array(z.looseObject({ when: text, told: sentence })),
    }),
    z.looseObject({
      ...{ kind: z.literal('table'), caption: text, head: z.array(text) },
      rows: z.array(z.array(sentence)),
    }),
    z.looseObject({
      kind: z.literal('fields'),
      fields: z.array(z.looseObject({ label: text, told: sentence, isMissing: z.boolean() })),
    }),
    z.looseObject({ kind: z.literal('figure'), figure, bonds }),
    z.looseObject({ kind: z.literal('box'), title: text, blocks: z.array(block) }),
  ]),
)
const manuscript: z.ZodType<Manuscript> = z.looseObject({
  ...{ language: z.enum(LANGUAGES), kind: text, subject: text, title: text, summary: text.nullable() },
  figure: figure.nullable(),
  sections: z.array(z.looseObject({ id: text, title: text, aside: text.nullable(), blocks: z.array(block) })),
  // Made of the records whenever it is read.
  notes: z.tuple([]),
  colophon: z.array(text),
})
const frozen = z.strictObject({
  manuscript,
  prints: z.record(text, z.record(text, text)),
  drafted: z.array(text),
  request: z.record(text, text),
})

export const frozenText = z.custom<Json>((one) => frozen.safeParse(one).success, 'not a text as it leaves')
