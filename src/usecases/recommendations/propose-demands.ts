/** A report of the workspace in, the passages in which a rule finds a demand out, without those that somebody has answered. */
import { refuse } from '../../core/faults.ts'
import { demandsIn, type ProposedDemand } from '../../extract/demands.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import { idsOfDocument } from '../../store/queries/recommendations.ts'
import { type Context, packOf } from '../context.ts'
import { permit } from '../permit.ts'
import { readBare } from '../review/read-review.ts'

/** `id`: what it is recorded under, or turned down; made of where it stands, so that the same passage is one. */
export type Proposal = ProposedDemand & { readonly id: string; readonly words: string }
export type Proposals = {
  readonly document: { readonly id: string; readonly title: string; readonly language: string }
  readonly country: string
  readonly open: readonly Proposal[]
  /** How many were accepted or turned down. */
  readonly answered: number
}

const idOf = (document: string, start: number): string =>
  `rec-${document.replace(/[^a-z0-9]/g, '').slice(0, 16)}-${start}`

/** Worked out anew each time it is asked for: nothing of it is on record until somebody accepts it. */
export async function proposeDemands(context: Context, id: string): Promise<Proposals> {
  permit(context, 'recommend')
  const { title, country } = await readBare(context, id)
  const document = await storedDocument(context.store, id)
  const reading = document && context.knowledge.readings.get(document.language)
  if (!document || !reading) throw refuse('record.unknown', { id }, id)
  const whole = { ...document, mediaType: 'text/plain', reader: '', leftOut: [] } as const
  const proposed = demandsIn(whole, packOf(context.knowledge, country), reading).map((one) => ({
    ...one,
    id: idOf(id, one.span.start),
    words: document.text.slice(one.span.start, one.span.end),
  }))
  const answered = await idsOfDocument(context.store, id)
  const open = proposed.filter((one) => !answered.has(one.id))
  const { language } = document
  return { document: { id, title, language }, country, open, answered: proposed.length - open.length }
}
