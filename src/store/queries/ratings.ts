/** A country in; its forms, index values, ratings with what the panel said, and words on the watchlist out, as far as whoever asks may see them. */
import type { Store } from '../connect.ts'
import type { AssessmentRow, IndexValueRow, PanelWordRow, RatingRow, WatchWordRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

export const assessmentsOf = (
  store: Reader,
  asked: { readonly country: string; readonly by?: string },
): Promise<readonly AssessmentRow[]> => {
  const query = store.selectFrom('assessments').selectAll().where('country', '=', asked.country)
  return (asked.by === undefined ? query : query.where('by', '=', asked.by)).orderBy('event').execute()
}

/** The newest entry of each edition and variable. */
export async function indexValuesOf(store: Reader, country: string): Promise<readonly IndexValueRow[]> {
  const rows = await store
    .selectFrom('index_values')
    .selectAll()
    .where('country', '=', country)
    .orderBy('event')
    .execute()
  return [...new Map(rows.map((one) => [`${one.index_id} ${one.variable} ${one.edition}`, one])).values()]
}

/** Newest first. */
export const ratingsOf = (store: Reader, country: string): Promise<readonly RatingRow[]> =>
  store
    .selectFrom('ratings')
    .selectAll()
    .where('country', '=', country)
    .orderBy('as_of', 'desc')
    .orderBy('event', 'desc')
    .execute()

export const ratingRow = async (store: Reader, id: string): Promise<RatingRow | null> =>
  (await store.selectFrom('ratings').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

export const panelWordsOf = async (
  store: Reader,
  ratings: readonly string[],
): Promise<readonly PanelWordRow[]> =>
  ratings.length === 0
    ? []
    : store
        .selectFrom('panel_words')
        .selectAll()
        .where('rating', 'in', [...ratings])
        .orderBy('event')
        .execute()

/** The band that the panel decided last, of ratings up to that day; null: none was ever decided. */
export async function decidedBand(
  store: Reader,
  country: string,
  asOf: string,
): Promise<{ readonly band: string; readonly rating: string } | null> {
  const row = await store
    .selectFrom('panel_words')
    .innerJoin('ratings', 'ratings.id', 'panel_words.rating')
    .select(['panel_words.band', 'panel_words.rating'])
    .where('ratings.country', '=', country)
    .where('ratings.as_of', '<=', asOf)
    .where('panel_words.kind', '=', 'decision')
    .orderBy('ratings.as_of', 'desc')
    .orderBy('panel_words.event', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && row.band !== null ? { band: row.band, rating: row.rating } : null
}

export const watchWordsOf = (store: Reader, country: string): Promise<readonly WatchWordRow[]> =>
  store.selectFrom('watch_words').selectAll().where('country', '=', country).orderBy('event').execute()
