/** A country in; what people last decided of the watchlist, as readers may see it, out. Null: nobody ever decided, or it is off the list. */
import { HOME } from '../../core/access.ts'
import type { PublicWatch } from '../../core/rating/public-rating.ts'
import type { Store } from '../../store/connect.ts'
import { watchWordsOf } from '../../store/queries/ratings.ts'

/**
 * Told: since when, and which signs stood before whoever decided, as kinds alone. Held back: alerts, reasons, incidents and who
 * decided. Only the house's own decisions count, and one not to list tells nothing: it would tell of the alert behind it.
 */
export async function releasedWatch(
  house: Pick<Store, 'selectFrom'>,
  country: string,
): Promise<PublicWatch | null> {
  const decided = (await watchWordsOf(house, country)).filter(
    (one) => (one.organisation ?? HOME) === HOME && ['listed', 'renewed', 'removed'].includes(one.verdict),
  )
  const last = decided.at(-1)
  if (!last || last.verdict === 'removed') return null
  const since = decided.findLastIndex((one) => one.verdict === 'removed')
  const [first = last] = decided.slice(since + 1)
  return {
    country,
    month: last.month,
    since: first.at.slice(0, 10),
    decidedOn: last.at.slice(0, 10),
    signs: (last.signal?.signs ?? [])
      .filter((one) => one.isGiven && one.kind !== 'alert')
      .map((one) => one.kind),
  }
}
