/** Who asks, a country in; how its laws were used, how long people waited for a verdict, how trials were seen, as far as they may read, out. */
import type { CaseFile } from '../../core/cases/case.ts'
import type { CountQuestion } from '../../core/count-table.ts'
import { mayAtAll } from '../../core/policy.ts'
import { standsIn } from '../../measure/counts/table.ts'
import { type FairQuestion, fairTrial, type Outcomes, outcomesOf } from '../../measure/laws/fair-trial.ts'
import { type TimeToVerdict, timeToVerdict } from '../../measure/laws/time-to-verdict.ts'
import { type LawUse, lawUse } from '../../measure/laws/use.ts'
import { readableFiles } from '../cases/read-cases.ts'
import { type Context, packOf } from '../context.ts'
import { inputsOf, keptRows } from './counted-rows.ts'

export type LawsRead = {
  readonly question: CountQuestion
  readonly uses: readonly LawUse[]
  /** Incidents in the period under no known law. */
  readonly noLaw: number
  readonly incidents: number
  readonly time: TimeToVerdict
  readonly outcomes: Outcomes
  readonly fair: readonly FairQuestion[]
  readonly inputs: string
}

export async function readLawUse(context: Context, question: CountQuestion): Promise<LawsRead> {
  const pack = packOf(context.knowledge, question.country)
  const inside = (await keptRows(context, question)).filter((row) => standsIn(row, question) === 'inside')
  const files = await casesOf(context)
  const isHere = (one: CaseFile): boolean => one.country === null || one.country === pack.id
  const cases = files.flatMap((one) => (one.kind === 'proceeding' && isHere(one) ? [one] : []))
  return {
    question,
    uses: lawUse(inside, pack.provisions),
    noLaw: inside.filter((row) => row.members.law.length === 0).length,
    incidents: inside.length,
    time: timeToVerdict(cases),
    outcomes: outcomesOf(cases),
    fair: fairTrial(files),
    inputs: inputsOf(inside),
  }
}

/** Whoever may not see which cases there are has none here. */
const casesOf = async (context: Context) =>
  context.actor === null || mayAtAll(context.knowledge.codebook.policy, context.actor, 'cases')
    ? readableFiles(context)
    : []
