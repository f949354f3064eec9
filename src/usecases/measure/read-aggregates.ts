/** Who asks, a period in; the totals that sources give, apart, with what single incidents cover of each and which numbers add up, out. */

import type { CountQuestion } from '../../core/count-table.ts'
import { countableOf } from '../../core/countable.ts'
import type { Incident } from '../../core/record.ts'
import { type Covered, coveredBy, type Said, saidIn } from '../../measure/counts/aggregates.ts'
import { type Equation, equationsIn, type Told, unexplained } from '../../measure/counts/sums.ts'
import { harmOf } from '../../measure/harmed-group.ts'
import { aggregateRows } from '../../store/queries/counted.ts'
import { type Context, packOf } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { keptRows } from './counted-rows.ts'

export type AggregateLine = {
  readonly id: string
  readonly said: readonly (Said & { readonly covered: Covered })[]
  readonly equations: readonly Equation[]
  /** Numbers of three or more that no equation holds. */
  readonly unexplained: readonly Told[]
}

type Asked = Pick<CountQuestion, 'country' | 'from' | 'to' | 'unverified'>

export async function readAggregates(context: Context, asked: Asked): Promise<readonly AggregateLine[]> {
  const rows = await keptRows(context, asked)
  const pack = packOf(context.knowledge, asked.country)
  const found = await aggregateRows(context.store, asked.country)
  return found
    .filter((row) => row.state !== 'withdrawn' && mayRead(context, 'team', targetOf(row)))
    .map((row) => countableOf(row.body as unknown as Incident, pack))
    .flatMap((one): readonly AggregateLine[] => {
      const said = saidIn(one).filter(({ from, to }) => lies(from, to, asked))
      if (said.length === 0) return []
      const acts = one.fields.acts.map(({ value }) => value)
      const told = said.flatMap(({ what, min, max }) =>
        min !== null && min === max && isOfPeopleOrCases(what) ? [{ what, n: min }] : [],
      )
      const equations = equationsIn(told)
      return [
        {
          id: one.id,
          said: said.map((each) => ({ ...each, covered: coveredBy(each, acts, rows) })),
          equations,
          unexplained: unexplained(told, equations),
        },
      ]
    })
}

/** Cities and houses are no part of any sum of people or cases. */
const isOfPeopleOrCases = (what: string): boolean =>
  harmOf(what) !== null ||
  /cases?\b|decisions?\b|protocols?\b|дел|решени|протокол|істер|шешім|хаттама/i.test(what)

/** A total belongs to a period when it touches it. */
const lies = (from: string, to: string, asked: Asked): boolean =>
  (asked.to === null || from <= asked.to) && (asked.from === null || to >= asked.from)
