/** Lines about law cards in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import type { Decided } from '../core/decided.ts'
import { CARD_VERDICTS, cardIdFrom } from '../core/teach/lines.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const ofCard = {
  id: z.string().refine((one) => cardIdFrom(one) !== null, 'a card in a language, such as kz/CC-274/ru'),
  print: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the words that were read'),
  on: z.iso.date(),
}

export const cardReview = (who: WhoShape, { cards }: Pick<Codebook, 'cards'>) =>
  z
    .strictObject({
      record: z.literal('card-review'),
      ...who,
      ...ofCard,
      verdict: z.enum(CARD_VERDICTS),
      role: z
        .string()
        .refine(
          (one) => cards.roles.some(({ id }) => id === one),
          `one of ${cards.roles.map((one) => one.id).join(', ')}`,
        ),
      until: z.iso.date(),
    })
    .refine((one) => one.until >= one.on, { message: 'until: before the day of the review', path: ['until'] })

export const readerTest = (who: WhoShape, { cards }: Pick<Codebook, 'cards'>) =>
  z
    .strictObject({
      record: z.literal('reader-test'),
      ...who,
      ...ofCard,
      readers: z.number().int().min(1).max(10_000),
      right: z.record(z.string(), z.number().int().min(0)),
    })
    .refine(
      ({ right, readers }) =>
        cards.questions.every(({ id }) => (right[id] ?? readers + 1) <= readers) &&
        Object.keys(right).length === cards.questions.length,
      {
        message: `each of ${cards.questions.map((one) => one.id).join(', ')}, and no more than there were readers`,
        path: ['right'],
      },
    )

/** Days that lie in the past. */
export const daysOfCards = (decided: Decided): readonly string[] =>
  decided.record === 'card-review' || decided.record === 'reader-test' ? [decided.on] : []
