/** The shape of codebook/mailboxes.yaml, from plain YAML values to the checked rules of which addresses are one mailbox. */
import { z } from 'zod'
import type { MailboxRules } from '../core/act/mailbox.ts'
import { head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const id = z.string().regex(/^mailbox\.[a-z0-9-]+@\d+$/, 'written mailbox.x@1')
const domain = z.string().regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, 'a domain in small letters')
const why = { id, reason: labels, example: text }
const shape = z.strictObject({
  ...head,
  anyTag: z.string().max(1),
  burst: z.strictObject({
    ...why,
    most: z.number().int().min(1),
    shared: z.array(z.string().regex(/^[a-z]{2,10}$/)),
  }),
  providers: listOf(
    z.strictObject({
      ...why,
      domains: z.array(domain).min(1),
      ignored: z.array(z.string().length(1)),
      tag: z.string().max(1),
      isLarge: z.boolean(),
    }),
  ),
})
export type MailboxesFile = z.infer<typeof shape>

export const mailboxesFile: z.ZodType<MailboxesFile> = withChecks(shape, (file, tell) => {
  const seen = new Set<unknown>()
  rowsOf(file, 'providers').forEach((one, index) => {
    for (const name of Array.isArray(one.domains) ? one.domains : []) {
      if (seen.has(name)) tell(`"${String(name)}" stands twice`, ['providers', index, 'domains'])
      seen.add(name)
    }
  })
})

export const mailboxesFrom = ({ anyTag, burst, providers }: MailboxesFile): MailboxRules => ({
  anyTag,
  burst,
  providers: new Map(providers.flatMap((one) => one.domains.map((name) => [name, one] as const))),
})
