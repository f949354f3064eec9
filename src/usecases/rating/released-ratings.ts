/** A country in; its rating as readers may see it, with every decision before it, out. Null: the panel has decided none. */
import { HOME } from '../../core/access.ts'
import type { PublicRatings } from '../../core/rating/public-rating.ts'
import { type DecidedRating, decisionOf, projectRating } from '../../core/withholding/project-rating.ts'
import type { Store } from '../../store/connect.ts'
import { indexValuesOf, panelWordsOf, ratingsOf } from '../../store/queries/ratings.ts'

/**
 * A decision of the panel is what releases a rating. Only the house's own count: what another organisation decided is theirs to
 * publish. Reads before the wall, for a derived table or a page that everybody sees.
 */
export async function releasedRatings(
  house: Pick<Store, 'selectFrom'>,
  country: string,
): Promise<PublicRatings | null> {
  const ratings = (await ratingsOf(house, country)).filter((one) => (one.organisation ?? HOME) === HOME)
  const words = await panelWordsOf(
    house,
    ratings.map((one) => one.id),
  )
  const brought = (await indexValuesOf(house, country)).map((one) => {
    const { index_id: family, edition, licence, origin, vintage } = one
    return { family, edition, licence, origin, vintage }
  })
  const decided = words
    .flatMap((word): readonly (DecidedRating & { readonly at: string })[] => {
      const rating = ratings.find((one) => one.id === word.rating)
      if (word.kind !== 'decision' || word.band === null || rating?.result.kind !== 'rated') return []
      const dissents = words.filter((one) => one.kind === 'dissent' && one.rating === rating.id)
      return [
        {
          ...{ id: rating.id, asOf: rating.as_of, method: rating.bundle.method, inputs: rating.inputs_hash },
          ...{ result: rating.result, band: word.band, at: word.at, decidedOn: word.at.slice(0, 10) },
          dissents: new Set(dissents.map((one) => one.by)).size,
          brought,
        },
      ]
    })
    // Words come in the order of the log, which a stable sort keeps within a day that is rated.
    .reverse()
    .sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0))
  const [now] = decided
  return now ? { country, now: projectRating(now), history: decided.map(decisionOf) } : null
}
