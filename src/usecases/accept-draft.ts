/** One proposed draft in, the decision a coder makes by taking all of it as it stands out; no person gets a name by this. */
import type { DecideIncident } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { Values } from '../core/values.ts'
import { anchorsOf } from '../review/anchors.ts'
import { linesOfValues } from '../review/line-of-values.ts'
import { proposalsOf } from '../store/queries/claims.ts'
import type { Context } from './context.ts'

export type AcceptDraft = {
  readonly document: string
  readonly draft: number
  readonly id: string
  readonly by: string
  readonly why?: string
}

export async function acceptDraft(context: Context, given: AcceptDraft): Promise<DecideIncident> {
  const document = await context.store
    .selectFrom('documents')
    .selectAll()
    .where('name', '=', given.document)
    .orderBy('event', 'desc')
    .executeTakeFirst()
  const draft = document && (await proposalsOf(context.store, document.id))[given.draft]
  if (!document || !draft) throw refuse('record.unknown', { id: `${given.document}#${given.draft}` })
  const values = <F extends keyof Values>(field: F): readonly Values[F][] =>
    draft.claims.filter((claim) => claim.field === field).map((claim) => claim.value as Values[F])
  return {
    record: 'incident',
    id: given.id,
    country: document.country,
    document: document.id,
    ...anchorsOf(document.text, draft.span),
    ...linesOfValues(values),
    by: given.by,
    at: context.clock.now(),
    ...(given.why && { why: given.why }),
  }
}
