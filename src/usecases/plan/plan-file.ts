/** Files of tables in, as they are or sealed to the words of the day; their entries joined to what is here, all of them or, where one line is wrong, none; and a plan as a file out. */

import { openPlanFile, sealPlanFile } from '../../adapters/sealed/plan-file.ts'
import { type Fault, type FaultCode, Refusal, refuse } from '../../core/faults.ts'
import { faultsOfDayWords } from '../../core/plan/day-words.ts'
import { joinedEntries, type PlanEntries, type PlanEntry } from '../../core/plan/entry.ts'
import { type PlanFileFault, planFile, type ReadPlan, readPlanFile } from '../../core/plan/file.ts'
import { inOpenHouse } from '../../store/open-house.ts'
import { keptPlan } from '../../store/queries/plans.ts'
import { type Context, organisationOf } from '../context.ts'
import { permit } from '../permit.ts'
import { keepEntries, readPlan } from './plans.ts'

export type TakenPlan = {
  readonly plan: string
  readonly fresh: number
  readonly known: number
  /** Came under a known id with other content: refused, what was here first stays. */
  readonly changed: number
}

const CODES = {
  ...{ form: 'plan.form', json: 'plan.json', shape: 'plan.shape', plan: 'plan.other' },
  ...{ 'too-long': 'plan.long', 'too-many': 'plan.many' },
} as const satisfies Record<PlanFileFault['what'], FaultCode>

/**
 * `expected`: the plan that all files have to be of; null: each is of whichever it is, also of one that is not here yet. `words`: of
 * the day, for files that are sealed to them; empty: none was typed.
 */
export async function takePlanFiles(
  context: Context,
  files: readonly Uint8Array[],
  expected: string | null,
  words = '',
): Promise<readonly TakenPlan[]> {
  permit(context, 'plan')
  if (expected !== null) await readPlan(context, expected)
  const read: ReadPlan[] = []
  const shut: Fault[] = []
  // One after the other: each asks for memory of its own.
  for (const [at, bytes] of files.entries()) {
    const opened = await openPlanFile(bytes, words)
    if (opened.kind === 'words')
      shut.push({ code: 'plan.sealed', where: `${at + 1}`, params: { file: at + 1 } })
    read.push(readPlanFile(opened.kind === 'open' ? opened.text : '', expected))
  }
  if (shut.length > 0) throw new Refusal(shut)
  const faults = read.flatMap((one, at) => faultsOf(one, at + 1))
  if (faults.length > 0) throw new Refusal(faults)
  if (read.every((one) => one.entries.length === 0)) throw refuse('input.empty')
  const byPlan = Map.groupBy(read, (one) => one.plan ?? '')
  return inOpenHouse(context.store, async (trx) => {
    const own: Context = { ...context, store: trx }
    const taken: TakenPlan[] = []
    for (const [plan, all] of byPlan) {
      const come = all.flatMap((one) => one.entries)
      if (come.length > 0) taken.push(await takeInto(own, plan, come))
    }
    return taken
  })
}

async function takeInto(context: Context, plan: string, come: readonly PlanEntry[]): Promise<TakenPlan> {
  const kept = await keptPlan(context.store, plan, { organisation: organisationOf(context) })
  const known: PlanEntries = kept.entries
  const { fresh, changed } = joinedEntries(known, come)
  await keepEntries(context, plan, fresh)
  const others = new Set(changed).size
  const all = new Set(come.map((one) => one.id)).size
  return { plan, fresh: fresh.length, changed: others, known: Math.max(0, all - fresh.length - others) }
}

const faultsOf = ({ faults }: ReadPlan, file: number): readonly Fault[] =>
  faults.map(({ line, what }) => ({
    ...{ code: CODES[what], where: `${file}:${line}` },
    params: what === 'too-many' ? { limit: line - 2 } : { file, line },
  }))

/** All that was ever written into it, also what was struck off. */
export async function givePlanFile(context: Context, id: string): Promise<string> {
  const { entries } = await readPlan(context, id)
  return planFile(id, entries.values())
}

/** The same, for the tables alone: sealed to the words of the day. */
export async function giveSealedPlan(context: Context, id: string, words: string): Promise<Uint8Array> {
  const text = await givePlanFile(context, id)
  const weak = faultsOfDayWords(words)
  if (weak.length > 0) throw new Refusal(weak)
  return sealPlanFile(text, words)
}
