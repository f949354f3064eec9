/** A colleague's word on a signature in: it is the organisation's, or it is taken off. */
import { refuse } from '../../core/faults.ts'
import { linksOf, signActsOf } from '../../store/queries/signing.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { writeLine } from '../writing/line.ts'
import { publicationIn } from '../writing/read-publication.ts'

/**
 * A link can fall into other hands, and whoever holds one can write any name: readers see none before somebody knows that it
 * was the organisation. Whoever made the link does not say so.
 */
export async function settleSignature(
  context: Context,
  id: string,
  signatory: string,
  { act, why }: { readonly act: 'confirm' | 'strike'; readonly why: string },
): Promise<void> {
  permit(context, 'approve-text')
  await publicationIn(context, context.store, id)
  const link = (await linksOf(context.house, id)).find((one) => one.id === signatory)
  const hasAnswered = (await signActsOf(context.house, id)).some((one) => one.signatory === signatory)
  if (!hasAnswered) throw refuse('record.unknown', { id: signatory }, signatory)
  if (act === 'confirm' && link !== undefined && link.by === (context.actor?.handle ?? 'operator'))
    throw refuse('sign.own', {}, signatory)
  await writeLine(context, 'approve-text', {
    ...{ record: 'signature', id, signatory, act },
    ...(why.trim() !== '' && { why: why.trim() }),
  })
}
