/** A colleague's word on a signature in: it is the organisation's, or it is taken off. */
import { refuse } from '../../core/faults.ts'
import { againstConfirming } from '../../core/signing/confirming.ts'
import { signatoriesOf } from '../../core/signing/signing.ts'
import { handedOf, linksOf, signActsOf } from '../../store/queries/signing.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { writeLine } from '../writing/line.ts'
import { publicationIn } from '../writing/read-publication.ts'

/**
 * A link can fall into other hands, and whoever holds one can write any name: readers see none before somebody knows that it
 * was the organisation. Whoever was ever shown a link of theirs does not say so.
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
  const before = signatoriesOf(await signActsOf(context.house, id)).find((one) => one.id === signatory)
  if (!before) throw refuse('record.unknown', { id: signatory }, signatory)
  if (act === 'confirm' && before.standing === 'signed') {
    const handle = context.actor?.handle ?? 'operator'
    const against = againstConfirming(handedOf(link), before.signedAt, handle)
    if (against) throw refuse(against, {}, signatory)
  }
  await writeLine(context, 'approve-text', {
    ...{ record: 'signature', id, signatory, act },
    ...(why.trim() !== '' && { why: why.trim() }),
  })
}
