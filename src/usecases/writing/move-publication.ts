/** A move of a publication in; made when nothing stands against it, with what readers get frozen as it is, out. */
import { refuse } from '../../core/faults.ts'
import type { Json } from '../../core/json.ts'
import type { HouseAction } from '../../core/policy.ts'
import type { PublicationMove } from '../../core/publication/state.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { refuseUnoffered } from '../signing/offer-text.ts'
import { frozenOf } from './frozen.ts'
import { writeLine } from './line.ts'
import { hindrancesOf, publicationIn } from './read-publication.ts'

export const ACTION_OF: Readonly<Record<PublicationMove, HouseAction>> = {
  ...{ submit: 'write', return: 'write', withdraw: 'write', reopen: 'write' },
  ...{ approve: 'approve-text', publish: 'publish-text', correct: 'publish-text' },
}
const LEAVES: ReadonlySet<PublicationMove> = new Set(['publish', 'correct'])
const CHECKED: ReadonlySet<PublicationMove> = new Set(['approve', 'publish', 'correct'])

/** `until`: minutes of UTC as a form writes them, or empty: at once. `seen`: as of writing; nobody approves what they have not read. */
export async function movePublication(
  context: Context,
  id: string,
  asked: {
    readonly move: PublicationMove
    readonly why: string
    readonly until: string
    readonly seen: number
  },
): Promise<void> {
  const { move, seen } = asked
  const why = asked.why.trim()
  permit(context, ACTION_OF[move])
  const until = untilOf(asked.until, context.clock.now())
  // With the eyes of whoever asks first: what is not theirs is not there. Then whole: what they may not read leaves with the rest.
  await publicationIn(context, context.store, id)
  const read = await publicationIn(context, context.house, id)
  if (CHECKED.has(move)) {
    const { blocking, doubted } = hindrancesOf(read)
    if (blocking.length > 0) throw refuse('write.blocked', { n: blocking.length }, id)
    if (doubted.length > 0 && why === '') throw refuse('write.flagged', { n: doubted.length }, 'why')
  }
  const frozen = LEAVES.has(move) ? await frozenOf(context, read) : null
  if (frozen) await refuseUnoffered(context, id, frozen.manuscript)
  await writeLine(context, ACTION_OF[move], {
    ...{ record: 'issue', id, move, seen },
    ...(why !== '' && { why }),
    ...(frozen && { frozen: frozen as unknown as Json }),
    ...(frozen && until !== null && { until }),
  })
}

function untilOf(text: string, now: string): string | null {
  if (text.trim() === '') return null
  const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? Date.parse(`${text}:00Z`) : Number.NaN
  if (Number.isNaN(instant) || instant <= Date.parse(now)) throw refuse('write.until', {}, 'until')
  return new Date(instant).toISOString()
}
