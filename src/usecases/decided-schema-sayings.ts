/** What one more source says, which of its values stand, and who may read the record, each decided by itself: their shapes. */
import { z } from 'zod'
import type { Codebook } from '../core/codebook.ts'
import { BODY_RELATIONS, JUDGED, WEIGHINGS } from '../core/decided.ts'
import { SAID_OF_PAIR } from '../core/identity/pairs.ts'
import { sameWords } from '../core/names/fold.ts'
import { TIERS } from '../core/tier.ts'
import { FIELDS } from '../core/values.ts'
import { claimId, evidence, lists } from './decided-schema-values.ts'
import type { WhoShape } from './decided-schema-withholding.ts'

const seen = z.number().int().min(0).optional()

export const saying = (who: WhoShape, id: z.ZodString, codebook: Codebook) =>
  z.strictObject({
    record: z.literal('saying'),
    ...who,
    id,
    document: z.string().min(1),
    from: z.string().min(1),
    to: z.string().min(1),
    says: z
      .strictObject(lists(codebook))
      .partial()
      .refine((says) => Object.keys(says).length > 0, 'a source that says nothing'),
    evidence,
    weighed: z.array(z.strictObject({ field: z.enum(FIELDS), how: z.enum(WEIGHINGS) })).optional(),
    seen,
  })
export const ruling = (who: WhoShape, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('ruling'),
    ...who,
    id,
    field: z.enum(FIELDS),
    stands: z.array(claimId).min(1),
    disputed: z.boolean().optional(),
    why: z.string().trim().min(1),
    seen,
  })
type SaidBlind = { readonly verdict: string; readonly blind?: boolean | undefined }
const mayBeBlind = ({ verdict, blind }: SaidBlind): boolean =>
  !blind || !['none', 'cleared'].includes(verdict)
const ONLY_SOME_BLIND = 'blind: only same, different or unsure are said blind'

export const judgement = (who: WhoShape, id: z.ZodString, person: z.ZodString) =>
  z
    .strictObject({
      record: z.literal('judgement'),
      ...who,
      id,
      claim: claimId,
      person,
      verdict: z.enum(JUDGED),
      score: z.number().min(0).max(1).optional(),
      seen,
      blind: z.boolean().optional(),
    })
    .refine(mayBeBlind, ONLY_SOME_BLIND)
/** Of two records, or of two people on record. */
export const pair = <Kind extends 'pair' | 'people'>(kind: Kind, who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({
      record: z.literal(kind),
      ...who,
      id,
      with: id,
      verdict: z.enum(SAID_OF_PAIR),
      blind: z.boolean().optional(),
    })
    .refine((one) => one.id !== one.with, kind === 'pair' ? 'with: another record' : 'with: another person')
    .refine(mayBeBlind, ONLY_SOME_BLIND)
    .refine(
      (one) => one.verdict !== 'cleared' || (one.why ?? '').trim() !== '',
      'why: readers see the two as one from now on, and may ask why',
    )
export const collector = (who: WhoShape, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('collector'),
    ...who,
    id,
    document: z.string().regex(/^d-[0-9a-f]{16}$/, 'the id of a document'),
    collector: z.string().trim().min(1).max(200).nullable(),
    seen,
  })
export const cover = (who: WhoShape, id: z.ZodString) =>
  z
    .strictObject({ record: z.literal('cover'), ...who, id, with: id, covers: z.boolean(), seen })
    .refine((one) => one.id !== one.with, 'with: another record')

/** Letters that names are folded to; a root of fewer than three says nothing. */
const stem = z.string().regex(/^[\p{Ll}\p{Lo}]{3,30}$/u, 'the root of a surname in small letters')
export const stems = (who: WhoShape) =>
  z.strictObject({
    record: z.literal('stems'),
    ...who,
    id: z.literal('stems'),
    stems: z
      .array(stem)
      .length(2)
      .refine(([a, b]) => a !== b, 'one root twice'),
    verdict: z.enum(['same', 'none']),
    why: z.string().trim().min(1),
  })
export const bodies = (who: WhoShape) =>
  z
    .strictObject({
      record: z.literal('bodies'),
      ...who,
      id: z.literal('bodies'),
      bodies: z.array(z.string().trim().min(2).max(200)).length(2),
      relation: z.enum(BODY_RELATIONS),
      verdict: z.enum(['same', 'different', 'none']),
      why: z.string().trim().min(1),
    })
    .refine(({ bodies: [a = '', b = ''] }) => !sameWords(a, b), 'one name twice')
    .refine(
      ({ relation, verdict }) => relation === 'same' || verdict !== 'different',
      'that one did not follow the other is said by none',
    )
export const tier = (who: WhoShape, id: z.ZodString) =>
  z.strictObject({
    record: z.literal('tier'),
    ...who,
    id,
    value: z.enum(TIERS),
    why: z.string().trim().min(1),
  })
