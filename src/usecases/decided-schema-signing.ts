/** Lines about signatures in, checked lines out: their part of the schema of decisions. */
import { z } from 'zod'
import { SIGN_ACTS } from '../core/signing/signing.ts'
import { publicationId, type Who } from './decided-schema-publications.ts'
import { frozenText } from './writing/frozen-schema.ts'

const version = z.int().min(1)
const words = z.string().trim().min(1).max(200)
const name = words.nullable()

export const offer = (who: Who) =>
  z.strictObject({
    ...{ record: z.literal('offer'), ...who, id: publicationId, version, isSubstance: z.boolean() },
    ...{ hash: z.string().regex(/^[0-9a-f]{64}$/, 'no SHA-256'), frozen: frozenText },
  })

export const signature = (who: Who) =>
  z
    .strictObject({
      ...{ record: z.literal('signature'), ...who, id: publicationId, act: z.enum(SIGN_ACTS) },
      signatory: z.string().regex(/^sg-[0-9a-f]{12}$/, 'not a signatory'),
      version: version.optional(),
      signature: z
        .strictObject({
          names: z.strictObject({ en: name, ru: name, kk: name }).nullable(),
          country: z
            .string()
            .regex(/^[A-Z]{2}$/, 'a country is two capital letters, such as KZ')
            .nullable(),
          ...{ place: words.nullable(), role: words.nullable() },
        })
        .optional(),
    })
    .refine((one) => (one.act === 'sign') === (one.version !== undefined && one.signature !== undefined), {
      message: 'version and signature: of `sign`, and of nothing else',
      path: ['version'],
    })
