/** laws.yaml of a country pack: acts and provisions, with every provision in an act that is there. */
import { z } from 'zod'
import type { LawAct, Provision } from '../core/pack.ts'
import { FREEDOMS, LAW_CODES } from '../core/values.ts'
import {
  certainty,
  head,
  packId as id,
  labels,
  listOf,
  partialIso,
  rowsOf,
  text,
  withChecks,
} from './load-schemas.ts'

const lawAct = z.strictObject({
  id,
  code: z.enum(LAW_CODES),
  title: labels,
  aliases: listOf(text, null),
  inForce: z.strictObject({ from: partialIso.nullable(), to: partialIso.nullable() }),
  certainty,
}) satisfies z.ZodType<LawAct>

const provision = z.strictObject({
  id,
  act: id,
  article: text,
  part: text.nullable(),
  title: labels,
  subject: z.enum(FREEDOMS),
  penalties: listOf(
    z.strictObject({ from: partialIso.nullable(), to: partialIso.nullable(), text, certainty }),
    null,
  ),
  changes: listOf(z.strictObject({ date: partialIso, event: text, certainty }), null),
  wordings: listOf(text, null),
  note: text.nullable(),
  certainty: z.strictObject({ provision: certainty, titles: certainty, penalties: certainty }),
}) satisfies z.ZodType<Provision>

export const lawsFile = withChecks(
  z.strictObject({ ...head, acts: listOf(lawAct), provisions: listOf(provision) }),
  (file, tell) => {
    const acts = new Set(rowsOf(file, 'acts').map((one) => one.id))
    rowsOf(file, 'provisions').forEach((one, index) => {
      if (typeof one.act === 'string' && !acts.has(one.act))
        tell(`no act "${one.act}" in this file`, ['provisions', index, 'act'])
    })
  },
)
