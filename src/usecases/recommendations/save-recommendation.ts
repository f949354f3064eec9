/** What somebody writes down of a recommendation in; recorded in their name when they may, the pages made anew, out. And the register as the workspace reads it. */
import { today } from '../../adapters/clock.ts'
import { refuse } from '../../core/faults.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import type { PairStanding } from '../../core/identity/pairs.ts'
import type { RecommendationLine } from '../../core/recommendation/lines.ts'
import type { Demand, GradeGiven } from '../../core/recommendation/recommendation.ts'
import { standingGrades } from '../../core/recommendation/standing.ts'
import {
  gradeRows,
  recommendationRows,
  saidOfDemands,
  versionsOf,
} from '../../store/queries/recommendations.ts'
import type { RecommendationRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never
export type RecommendationInput = Bare<RecommendationLine>

export type DeskGrade = GradeGiven & { readonly by: string; readonly at: string }
export type DeskRecommendation = Pick<RecommendationRow, 'id' | 'country' | 'document' | 'by' | 'at'> & {
  readonly demand: Demand
  readonly isPublic: boolean
  readonly grades: readonly DeskGrade[]
}

/** The whole register, what readers do not see too; the newest demand first. */
export async function listRecommendations(context: Context): Promise<readonly DeskRecommendation[]> {
  permit(context, 'recommend')
  const rows = await recommendationRows(context.store)
  return (await withGrades(context, rows)).toSorted(
    (a, b) => (b.demand.on ?? '').localeCompare(a.demand.on ?? '') || a.id.localeCompare(b.id),
  )
}

export type RecommendationOnDesk = {
  readonly one: DeskRecommendation
  readonly versions: readonly RecommendationRow[]
  /** What was judged of it and another, as it stands. */
  readonly pairs: readonly PairStanding[]
}

export async function readRecommendation(context: Context, id: string): Promise<RecommendationOnDesk> {
  permit(context, 'recommend')
  const [one] = await withGrades(context, await recommendationRows(context.store, { ids: [id] }))
  if (!one) throw refuse('record.unknown', { id }, id)
  const pairs = [...judgedOne(await saidOfDemands(context.store)).pairs.values()].filter((pair) =>
    [pair.left, pair.right].includes(id),
  )
  return { one, versions: await versionsOf(context.store, id), pairs }
}

async function withGrades(
  { store }: Context,
  rows: readonly RecommendationRow[],
): Promise<readonly DeskRecommendation[]> {
  const grades = await gradeRows(
    store,
    rows.map((one) => one.id),
  )
  const byId = Map.groupBy(grades, (one) => one.recommendation)
  return rows.flatMap(({ id, country, document, demand, is_public: isPublic, by, at }) => {
    if (demand === null) return []
    const said = (byId.get(id) ?? []).map((one) => ({ ...one, on: one.of_day, note: one.grade_note }))
    return [{ id, country, document, demand, isPublic, by, at, grades: standingGrades(said).map(bare) }]
  })
}

const bare = ({ grader, on, grade, evidence, note, by, at }: DeskGrade): DeskGrade => ({
  ...{ grader, on, grade, evidence, note, by, at },
})

export async function saveRecommendation(context: Context, input: RecommendationInput): Promise<void> {
  const line = { ...input, by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = parseDecided(line, context.knowledge.codebook, today(context.clock), 'form')
  await replayDecisions(context, [decided])
}
