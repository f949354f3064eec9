/** The house in, its recommendations as readers may see them out: those that were let out, without names that are withheld today. */
import { HOME } from '../../core/access.ts'
import type { Source } from '../../core/document.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import type { Json } from '../../core/json.ts'
import type { PublicRecommendation } from '../../core/recommendation/recommendation.ts'
import { standingGrades } from '../../core/recommendation/standing.ts'
import { staysInside, type Ways } from '../../core/way.ts'
import { projectRecommendation } from '../../core/withholding/project-recommendation.ts'
import type { Store } from '../../store/connect.ts'
import { namedPublicly, publicIncidentsById } from '../../store/queries/public.ts'
import { gradeRows, recommendationRows, saidOfDemands } from '../../store/queries/recommendations.ts'
import type { PublicRecommendationRow, RecommendationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { heldNames } from '../writing/held-names.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function releasedRecommendations(
  context: Context,
  trx: Reader,
): Promise<readonly PublicRecommendationRow[]> {
  const rows = (await recommendationRows(trx)).filter(
    (one) => one.is_public && (one.organisation ?? HOME) === HOME,
  )
  if (rows.length === 0) return []
  const names = await heldNames(context, trx)
  const ids = rows.map((one) => one.id)
  const grades = Map.groupBy(
    (await gradeRows(trx, ids)).filter((one) => (one.organisation ?? HOME) === HOME),
    (one) => one.recommendation,
  )
  const cited = [...grades.values()].flat().flatMap((one) => one.evidence)
  const shown = await publicIncidentsById(
    trx,
    cited.flatMap((one) => ('incident' in one ? [one.incident] : [])),
  )
  const isShown = (id: string): boolean => shown.some((one) => one.id === id)
  const people = rows.flatMap((one) => one.demand?.people ?? [])
  const named = await namedPublicly(trx, [...new Set(people)])
  const sources = await sourcesOf(trx, rows, context.knowledge.codebook.ways)
  const groups = judgedOne(await saidOfDemands(trx)).sound
  return rows.flatMap((row): readonly PublicRecommendationRow[] => {
    const { id, country, demand, at } = row
    const source = sources.get(id)
    if (demand === null || !source) return []
    const own = standingGrades(
      (grades.get(id) ?? []).map((one) => ({ ...one, on: one.of_day, note: one.grade_note })),
    )
    const same = (groups.find((one) => one.includes(id)) ?? []).filter(
      (one) => one !== id && ids.includes(one),
    )
    const days = [at, ...own.map((one) => one.at)].map((one) => one.slice(0, 10)).sort()
    const updated = days.at(-1) ?? ''
    const body = projectRecommendation(
      { id, country, source, same, updated, demand, grades: own },
      { names, isShown, named },
    )
    return body === null ? [] : [rowOf(body)]
  })
}

const rowOf = (body: PublicRecommendation): PublicRecommendationRow => ({
  ...{ id: body.id, country: body.country, said_on: body.on, updated: body.updated },
  body: body as unknown as Json,
})

/** Where the words stand, as the source of a document says it or as somebody wrote it. */
async function sourcesOf(
  trx: Reader,
  rows: readonly RecommendationRow[],
  ways: Ways,
): Promise<ReadonlyMap<string, PublicRecommendation['source']>> {
  const documents = rows.flatMap((one) => one.document ?? [])
  const told =
    documents.length === 0
      ? []
      : await trx
          .selectFrom('documents')
          .innerJoin('sources', 'sources.id', 'documents.source')
          .select(['documents.id', 'sources.title', 'sources.publisher', 'sources.url', 'sources.way'])
          .where('documents.id', 'in', documents)
          .execute()
  // What somebody told in confidence is nobody's recommendation to readers, whoever released it.
  const open = told.filter(({ way }) => !staysInside(ways, { way: (way ?? undefined) as Source['way'] }))
  const byId = new Map(open.map(({ id, way: _, ...one }) => [id, { ...one, place: null }]))
  const of = ({ demand, document }: RecommendationRow): PublicRecommendation['source'] | undefined =>
    demand?.source.kind === 'hand'
      ? {
          ...{ title: demand.source.title, publisher: null },
          ...{ place: demand.source.place, url: demand.source.url },
        }
      : byId.get(document ?? '')
  const found = new Map<string, PublicRecommendation['source']>()
  for (const row of rows) {
    const source = of(row)
    if (source) found.set(row.id, source)
  }
  return found
}
