/** Recommendations as they stand, with their grades and what was judged of pairs of them; as far as the wall lets whoever asks see. */
import type { PairVerdict, SaidOfPair } from '../../core/identity/pairs.ts'
import { standingDemands } from '../../core/recommendation/standing.ts'
import type { Store } from '../connect.ts'
import type { RecommendationGradeRow, RecommendationRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** What a judgement on two recommendations is kept under. */
export const RECOMMENDATION_KIND = 'recommendation'

/** Those that stand, in the order in which each was last written. */
export async function recommendationRows(
  store: Reader,
  asked: { readonly country?: string; readonly ids?: readonly string[] } = {},
): Promise<readonly RecommendationRow[]> {
  return standingDemands(await everyRow(store, asked))
}

/** Ids that were ever written of a document: recorded, ended, or turned down when a rule proposed them. */
export async function idsOfDocument(store: Reader, document: string): Promise<ReadonlySet<string>> {
  const rows = await store
    .selectFrom('recommendations')
    .select('id')
    .distinct()
    .where('document', '=', document)
    .execute()
  return new Set(rows.map((one) => one.id))
}

/** What was last written of each; null: it was taken out of the register. */
export async function newestOfRecommendations(
  store: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RecommendationRow['demand']>> {
  return new Map((await everyRow(store, { ids })).map((one) => [one.id, one.demand]))
}

/** Every version of one, the oldest first. */
export const versionsOf = (store: Reader, id: string): Promise<readonly RecommendationRow[]> =>
  everyRow(store, { ids: [id] })

async function everyRow(
  store: Reader,
  { country, ids }: { readonly country?: string; readonly ids?: readonly string[] },
): Promise<readonly RecommendationRow[]> {
  if (ids?.length === 0) return []
  let query = store.selectFrom('recommendations').selectAll().orderBy('event')
  if (country !== undefined) query = query.where('country', '=', country)
  if (ids !== undefined) query = query.where('id', 'in', ids)
  return query.execute()
}

export async function gradeRows(
  store: Reader,
  ids?: readonly string[],
): Promise<readonly RecommendationGradeRow[]> {
  if (ids?.length === 0) return []
  const all = store.selectFrom('recommendation_grades').selectAll().orderBy('event')
  return (ids === undefined ? all : all.where('recommendation', 'in', ids)).execute()
}

/** What was ever said of pairs of recommendations. */
export async function saidOfDemands(store: Reader): Promise<readonly SaidOfPair[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as left', 'right_id as right', 'verdict', 'by', 'at', 'explanation as why'])
    .where('left_kind', '=', RECOMMENDATION_KIND)
    .where('right_kind', '=', RECOMMENDATION_KIND)
    .orderBy('event')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as PairVerdict, blind: false }))
}
