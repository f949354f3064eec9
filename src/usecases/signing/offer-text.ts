/** A text that two people have read in; the version that organisations are asked to sign, frozen with its hash, out. */
import { refuse } from '../../core/faults.ts'
import type { Json } from '../../core/json.ts'
import type { PublicationState } from '../../core/publication/state.ts'
import { signedText } from '../../publish/manuscript/signed-text.ts'
import { sha256 } from '../../store/leaf.ts'
import { offersOf } from '../../store/queries/signing.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { frozenOf } from '../writing/frozen.ts'
import { writeLine } from '../writing/line.ts'
import { hindrancesOf, publicationIn } from '../writing/read-publication.ts'

/** Nothing leaves the house before a second pair of eyes, to whoever signs no more than to readers. */
export const OFFERED_FROM: ReadonlySet<PublicationState> = new Set(['approved', 'published', 'corrected'])

/** `isSubstance`: who signed the version before is asked anew; of the first it always is. Returns the version. */
export async function offerText(
  context: Context,
  id: string,
  asked: { readonly isSubstance: boolean; readonly why: string; readonly seen: number },
): Promise<number> {
  permit(context, 'publish-text')
  // With the eyes of whoever asks first: what is not theirs is not there.
  await publicationIn(context, context.store, id)
  const read = await publicationIn(context, context.house, id)
  if (!OFFERED_FROM.has(read.status.state) || read.seen > asked.seen)
    throw refuse('sign.not-approved', {}, id)
  const { blocking } = hindrancesOf(read)
  if (blocking.length > 0) throw refuse('write.blocked', { n: blocking.length }, id)
  const frozen = await frozenOf(context, read)
  const hash = sha256(signedText(frozen.manuscript))
  const offers = await offersOf(context.house, id)
  const last = offers.at(-1)
  if (last?.hash === hash) return last.version
  const isSubstance = last === undefined || asked.isSubstance
  const why = asked.why.trim()
  if (!isSubstance && why === '')
    throw refuse('write.reason', { move: 'offer', state: read.status.state }, 'why')
  const version = offers.length + 1
  await writeLine(context, 'publish-text', {
    ...{ record: 'offer', id, version, hash, isSubstance, frozen: frozen as unknown as Json },
    ...(why !== '' && { why }),
  })
  return version
}

/** A text that was offered leaves as it was offered, or is offered again. */
export async function refuseUnoffered(
  { house }: Pick<Context, 'house'>,
  id: string,
  manuscript: Parameters<typeof signedText>[0],
): Promise<void> {
  const last = (await offersOf(house, id)).at(-1)
  if (last && last.hash !== sha256(signedText(manuscript))) throw refuse('sign.changed', {}, id)
}
