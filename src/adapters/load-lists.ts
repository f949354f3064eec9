/** The shape of codebook/lists.yaml, from plain YAML values to the words by which lists are understood. */
import { z } from 'zod'
import { HELD, type HeldByColumn, LIST_UNITS, type ListWords } from '../core/list.ts'
import { PENALTY_TYPES } from '../core/values.ts'
import { head, text } from './load-schemas.ts'

const words = z.array(text).min(1)
const headings = Object.fromEntries(
  HELD.filter((one) => one !== 'ignore' && one !== 'other_date').map((one) => [one, words]),
)

/** `acts`: ids of the codebook's acts; null while they could not be read themselves. */
export const listsFile = (acts: ReadonlyMap<string, unknown> | null) =>
  z.strictObject({
    ...head,
    headings: z.strictObject(headings),
    penalties: z.array(
      z.strictObject({
        type: z.enum(PENALTY_TYPES),
        act: z
          .string()
          .refine((id) => acts?.has(id) ?? true, 'an act of codebook/acts.yaml')
          .nullable(),
        stems: words,
      }),
    ),
    units: z.array(
      z.strictObject({
        unit: z.enum(LIST_UNITS),
        alone: z.enum(PENALTY_TYPES).nullable(),
        stems: words,
      }),
    ),
    placeWords: words,
    and: words,
    sources: words,
  })

export const listWordsFrom = ({
  headings: said,
  penalties,
  units,
  placeWords,
  and,
  sources,
}: z.infer<ReturnType<typeof listsFile>>): ListWords => ({
  headings: new Map(Object.entries(said) as [HeldByColumn, readonly string[]][]),
  ...{ penalties, units, placeWords, and, sources },
})
