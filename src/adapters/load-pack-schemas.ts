/** pack.yaml, organisations.yaml and interception.yaml of a country pack, from plain YAML values to checked core types. */
import { z } from 'zod'
import type { Interception } from '../core/measurement-rules.ts'
import type { Organisation } from '../core/pack.ts'
import {
  certainty,
  fullLabels,
  head,
  packId as id,
  labels,
  listOf,
  partialIso,
  text,
} from './load-schemas.ts'

export const packFile = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'two small letters'),
  ...head,
  country: z.string().regex(/^[A-Z]{2}$/, 'ISO 3166-1, two capital letters'),
  name: fullLabels,
  nameIn: fullLabels,
  currency: z.string().regex(/^[A-Z]{3}$/, 'ISO 4217, three capital letters'),
  currencyNames: listOf(text, null),
  indexName: fullLabels,
  attribution: listOf(text, null),
})

const organisation = z.strictObject({
  id,
  kind: text,
  name: labels,
  aliases: listOf(text, null),
  follows: id.optional(),
  certainty,
}) satisfies z.ZodType<Organisation>
export const organisationsFile = z.strictObject({ ...head, organisations: listOf(organisation) })

/** A short name would be found in the name of any other authority. */
const LEAST_LETTERS = 7
const root = z.strictObject({
  id,
  names: listOf(text.min(LEAST_LETTERS), null),
  since: partialIso.nullable(),
  certainty,
}) satisfies z.ZodType<Interception>
export const interceptionFile = z.strictObject({ ...head, roots: listOf(root) })
