/** codebook/cards.yaml: how law cards are kept. */
import { z } from 'zod'
import type { CardRules } from '../core/teach/card-rules.ts'
import { fullLabels, head, listOf } from './load-schemas.ts'

const id = z.string().regex(/^[a-z][a-z_]*$/, 'small letters')
const target = z.strictObject({
  ease: z.number().nullable(),
  grade: z.number().nullable(),
  meanWords: z.number().positive(),
  longShare: z.number().min(0).max(1),
  reason: fullLabels,
})

export const cardsFile = z.strictObject({
  ...head,
  days: z.number().int().min(1).max(180),
  roles: listOf(z.strictObject({ id, label: fullLabels })),
  readers: z.number().int().min(5),
  right: z.number().min(0).max(1),
  questions: listOf(z.strictObject({ id, text: fullLabels })),
  targets: z.strictObject({ en: target, ru: target, kk: target }),
})

export const cardRulesFrom = ({
  version: _,
  reviewedBy: __,
  ...rules
}: z.infer<typeof cardsFile>): CardRules => rules
