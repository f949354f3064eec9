/** What somebody of staff wrote into a plan, or brought in from a table: a line of the log. */
import type { PlanEntry } from './entry.ts'

/** Table name of what is written in the workspace; pages say it in their language. */
export const DESK = 'desk'

export type BringEntries = {
  readonly record: 'plan'
  /** The plan. */
  readonly id: string
  /** New ones alone; each is kept once, whoever brings it again. */
  readonly entries: readonly PlanEntry[]
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}
