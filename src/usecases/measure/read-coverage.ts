/** Who asks, a country and a time in; who looked where and when, as far as they may read, out. */
import { type DateFacet, dayAsNumber } from '../../core/counted.ts'
import { periodOf } from '../../core/measure.ts'
import { spanOf } from '../../measure/counts/slots.ts'
import { everySpan } from '../../measure/counts/spans.ts'
import { type Collected, type Coverage, coverageOf, type Statement } from '../../measure/coverage/matrix.ts'
import { collectedGroups, coverageRows } from '../../store/queries/counted.ts'
import { type Context, packOf } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { isCountable, permitMeasure, rowsIn } from './counted-rows.ts'

export type CoverageQuestion = {
  readonly country: string
  readonly from: string | null
  readonly to: string | null
  readonly collector: string | null
}
export type CoverageRead = Coverage & {
  readonly question: CoverageQuestion
  readonly facet: DateFacet
  readonly regions: readonly string[]
  readonly statements: readonly Statement[]
  readonly collectors: readonly string[]
}

/** More columns than these are told by the year. */
const MOST_QUARTERS = 12

export async function readCoverage(context: Context, question: CoverageQuestion): Promise<CoverageRead> {
  permitMeasure(context)
  const pack = packOf(context.knowledge, question.country)
  const groups = (await collectedGroups(context.store, question.country)).filter(
    (one) => isCountable(one.state, true) && mayRead(context, 'team', targetOf(one)),
  )
  const all = groups.flatMap((group): readonly Collected[] =>
    rowsIn(context, pack, group).map((counted) => ({ counted, collectors: group.collectors })),
  )
  const single = all.filter((one) => one.counted.kind !== 'aggregate')
  const statements = await statementsOf(context, question.country)
  const days = [
    ...single.flatMap(({ counted }) => [counted.from, counted.to].filter((day) => day !== null)),
    ...statements.flatMap((one) => [dayAsNumber(one.from), dayAsNumber(one.to)]),
  ].filter((day) => isAsked(day, question))
  const { facet, spans } = spansOf(days)
  const regions = [...pack.regions.keys()]
  return {
    ...coverageOf(single, statements, { regions, spans, facet, collector: question.collector }),
    ...{ question, facet, regions, statements },
    collectors: [
      ...new Set([...all.flatMap((one) => one.collectors), ...statements.map((one) => one.collector)]),
    ].sort(),
  }
}

const isAsked = (day: number, { from, to }: CoverageQuestion): boolean =>
  (from === null || day >= dayAsNumber(from)) && (to === null || day <= dayAsNumber(to))

function spansOf(days: readonly number[]) {
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const of = (facet: DateFacet) =>
    days.length === 0 ? [] : everySpan([spanOf(first, facet), spanOf(last, facet)])
  const quarters = of('quarter')
  const facet: DateFacet = quarters.length > MOST_QUARTERS ? 'year' : 'quarter'
  return { facet, spans: (facet === 'year' ? of('year') : quarters).flatMap((id) => periodOf(id) ?? []) }
}

/** Of one id the newest; what was withdrawn is gone. */
async function statementsOf(context: Context, country: string): Promise<readonly Statement[]> {
  const newest = new Map((await coverageRows(context.store, country)).map((row) => [row.id, row]))
  return [...newest.values()].flatMap((row): readonly Statement[] =>
    row.looked === 'withdrawn'
      ? []
      : [
          {
            ...{ id: row.id, collector: row.collector, region: row.region },
            ...{ from: row.date_from, to: row.date_to, looked: row.looked as Statement['looked'] },
          },
        ],
  )
}
