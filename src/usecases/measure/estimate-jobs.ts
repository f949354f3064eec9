/** Estimates that people asked for, each in a thread, one after the other; told to its owner alone, and kept in memory for an hour. */
import { newId } from '../../adapters/chance.ts'
import type { Clock } from '../../adapters/clock.ts'
import type { CaptureTable, Draws } from '../../core/estimate/capture.ts'
import type { Estimation } from '../../core/estimate/result.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { USUAL_METHODS } from '../../measure/estimate/estimate.ts'
import { DEFAULT_SETTINGS } from '../../measure/estimate/settings.ts'
import type { Context } from '../context.ts'
import { estimateApart } from './estimate-apart.ts'
import type { AskedCaptures, ReadCaptures } from './read-captures.ts'

export type EstimateState = 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
export type EstimateJob = {
  readonly id: string
  readonly owner: string
  readonly asked: AskedCaptures
  readonly read: ReadCaptures
  readonly since: string
  readonly state: EstimateState
  readonly part: { readonly done: number; readonly all: number } | null
  readonly estimation: Estimation | null
}
export type EstimateJobs = {
  readonly give: (
    own: Context,
    asked: AskedCaptures,
    read: ReadCaptures,
    tables: Draws<CaptureTable>,
  ) => EstimateJob
  /** Somebody else's is answered like one that never was. Refuses with `estimate.gone`. */
  readonly one: (own: Pick<Context, 'actor'>, id: string) => EstimateJob
  readonly cancel: (own: Pick<Context, 'actor'>, id: string) => Promise<EstimateJob>
  /** When it is over, or after so long. */
  readonly soon: (id: string, ms: number) => Promise<void>
}

/** Of one person, finished or not: the oldest goes. */
const MOST_OWN = 10
const MOST_WAITING = 3
const TOLD_FOR_MS = 60 * 60_000

type Held = { job: EstimateJob; readonly stop: AbortController; readonly over: Promise<void> }
export const isEnded = ({ state }: Pick<EstimateJob, 'state'>): boolean =>
  state !== 'waiting' && state !== 'running'

export function openEstimateJobs(clock: Clock): EstimateJobs {
  const held = new Map<string, Held>()
  let turn: Promise<unknown> = Promise.resolve()

  const ownerOf = ({ actor }: Pick<Context, 'actor'>): string => actor?.account ?? ''
  const change = (id: string, more: Partial<EstimateJob>): void => {
    const one = held.get(id)
    if (one && !isEnded(one.job)) one.job = { ...one.job, ...more }
  }
  const forgetOld = (): void => {
    const last = Date.parse(clock.now()) - TOLD_FOR_MS
    for (const [id, { job }] of held) if (isEnded(job) && Date.parse(job.since) < last) held.delete(id)
  }
  const find = (own: Pick<Context, 'actor'>, id: string): Held => {
    forgetOld()
    const found = held.get(id)
    if (!found || found.job.owner !== ownerOf(own)) throw refuse('estimate.gone')
    return found
  }

  async function run(
    id: string,
    own: Context,
    tables: Draws<CaptureTable>,
    signal: AbortSignal,
  ): Promise<void> {
    if (signal.aborted) return
    change(id, { state: 'running' })
    try {
      const estimation = await estimateApart(
        {
          draws: tables,
          methods: USUAL_METHODS,
          settings: DEFAULT_SETTINGS,
          rules: own.knowledge.codebook.estimates,
        },
        { signal, tell: (done, all) => change(id, { part: { done, all } }) },
      )
      change(id, { state: 'done', estimation, part: null })
    } catch (error) {
      if (!(error instanceof Refusal))
        process.stderr.write(
          `${clock.now()} ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
        )
      change(id, { state: error instanceof Refusal ? 'cancelled' : 'failed', part: null })
    }
  }

  return {
    give: (own, asked, read, tables) => {
      forgetOld()
      const mine = [...held.values()].filter(({ job }) => job.owner === ownerOf(own))
      if (mine.filter(({ job }) => !isEnded(job)).length >= MOST_WAITING) throw refuse('estimate.full')
      const [oldest] = mine.filter(({ job }) => isEnded(job))
      if (mine.length >= MOST_OWN && oldest) held.delete(oldest.job.id)
      const [id, stop] = [newId(), new AbortController()]
      const job: EstimateJob = {
        ...{ id, owner: ownerOf(own), asked, read, since: clock.now() },
        ...{ state: 'waiting', part: null, estimation: null },
      }
      const over = turn.then(() => run(id, own, tables, stop.signal))
      turn = over
      held.set(id, { job, stop, over })
      return job
    },
    one: (own, id) => find(own, id).job,
    cancel: async (own, id) => {
      const found = find(own, id)
      found.stop.abort()
      if (found.job.state === 'waiting') change(id, { state: 'cancelled' })
      else await found.over
      return find(own, id).job
    },
    soon: async (id, ms) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      await Promise.race([held.get(id)?.over, late])
      clearTimeout(timer)
    },
  }
}
