/** The shape of codebook/standing.yaml, from plain YAML values to the checked rules of reply and retention. */
import { z } from 'zod'
import type { Standing } from '../core/standing.ts'
import { INCIDENT_KINDS } from '../core/values.ts'
import { head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const told = { reason: labels, example: text }
const reply = z.strictObject({
  id: z.string().regex(/^reply\.[a-z0-9-]+@\d+$/, 'written reply.x@1'),
  needed: z.strictObject({
    harmed: z.array(z.literal([true, false, 'actor'])),
    fields: z.array(z.literal('actor')),
  }),
  days: z.int().positive(),
  ...told,
})
const retention = z.strictObject({
  id: z.string().regex(/^retention\.[a-z0-9-]+@\d+$/, 'written retention.x@1'),
  kind: z.enum(INCIDENT_KINDS),
  years: z.int().positive(),
  ...told,
})

export const standingFile = withChecks(
  z.strictObject({ ...head, reply: listOf(reply), retention: listOf(retention, 'kind') }),
  (file, tell) => {
    if (rowsOf(file, 'reply').length === 0) tell('a rule on who must be asked is missing', ['reply'])
    const kinds = rowsOf(file, 'retention').map((one) => one.kind)
    for (const kind of INCIDENT_KINDS)
      if (!kinds.includes(kind))
        tell(`nothing says how long a record of kind "${kind}" stands`, ['retention'])
  },
)

export const standingFrom = (file: z.infer<typeof standingFile>): Standing => ({
  reply: file.reply,
  retention: file.retention,
})
