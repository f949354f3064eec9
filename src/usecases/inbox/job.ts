/** A report somebody sent, as its own work: what it waits for, how far it has come, how it ended. */
import type { Actor } from '../../core/access.ts'
import type { Fault } from '../../core/faults.ts'
import type { Imported } from '../import-report.ts'

export const JOB_STATES = [
  'waiting',
  'reading',
  'extracting',
  'storing',
  'done',
  'refused',
  'cancelled',
] as const
export type JobState = (typeof JOB_STATES)[number]

export type Job = {
  readonly id: string
  readonly owner: Pick<Actor, 'account'>
  /** Name of the file. */
  readonly name: string
  readonly since: string
  readonly state: JobState
  /** Leaves or parts of the whole, where they are known. */
  readonly part: { readonly done: number; readonly all: number } | null
  /** Why it was refused; null in a refused one: nobody expected it. */
  readonly faults: readonly Fault[] | null
  readonly imported: Imported | null
  /** What was typed about it, so that a refused one is given again without typing. */
  readonly typed: Readonly<Record<string, string>>
}

export const isOver = ({ state }: Pick<Job, 'state'>): boolean =>
  state === 'done' || state === 'refused' || state === 'cancelled'
