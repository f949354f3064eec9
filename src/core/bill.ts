/** A law in the making: its stages, what it would change, who objects, and what would come next. */
import type { Labels } from './language.ts'
import type { Certainty } from './pack.ts'
import type { Told } from './teach/told.ts'
import type { Freedom } from './values.ts'

export const BILL_STAGES = [
  'announced',
  'introduced',
  'consultation',
  'first_chamber',
  'second_chamber',
  'constitutional_review',
  'signed',
  'in_force',
  'rejected',
  'withdrawn',
] as const
export type BillStage = (typeof BILL_STAGES)[number]

/** After these a bill goes no further, whatever the path says. */
const ENDED: ReadonlySet<BillStage> = new Set(['rejected', 'withdrawn'])

/** What stands behind one statement of a bill. `source`: what says it, in a few words. */
type Said = { readonly certainty: Certainty; readonly source: string | null }

export type BillStep = Said & {
  readonly stage: BillStage
  /** A partial date; null: nobody here knows the day. */
  readonly date: string | null
  /** Id of the body of the pack that did it. */
  readonly by: string | null
}
export type BillClause = Said & {
  readonly id: string
  readonly about: Labels
  readonly now: Labels
  /** The law as it was; null: not written down here. */
  readonly before: Labels | null
  /** Id of the provision that holds it since. */
  readonly provision: string | null
}
export type BillObjection = Said & {
  /** Ids of bodies of the pack. */
  readonly by: readonly string[]
  readonly date: string | null
  readonly text: Labels
  /** Ids of the clauses that it is about. */
  readonly clauses: readonly string[]
}
/** What it would mean for somebody, in a plain sentence. */
export type BillMeaning = Said & { readonly text: Told }
export type Bill = {
  readonly id: string
  readonly title: Labels
  /** What records of policy call it; matching one ties the record to the bill. */
  readonly aliases: readonly string[]
  readonly subject: Freedom
  /** Ids of acts of the pack: the law it became, and the one it took the place of. */
  readonly becomes: string | null
  readonly replaces: string | null
  readonly steps: readonly BillStep[]
  /** In the order in which somebody asks. */
  readonly means: readonly BillMeaning[]
  readonly clauses: readonly BillClause[]
  readonly objections: readonly BillObjection[]
  readonly certainty: Certainty
}

/** Where a bill stands: the last step in the order of the file, and the one that the country's path has next. */
export type BillStanding = {
  readonly last: BillStep | null
  readonly next: BillStage | null
}

/** `path`: the stages of the country's way of making law, in their order. A bill that was rejected has nothing next. */
export function standingOfBill({ steps }: Pick<Bill, 'steps'>, path: readonly BillStage[]): BillStanding {
  const last = steps.at(-1) ?? null
  if (last !== null && ENDED.has(last.stage)) return { last, next: null }
  const reached = Math.max(-1, ...steps.map((one) => path.indexOf(one.stage)))
  return { last, next: path[reached + 1] ?? null }
}
