/** Tables in, their estimation out of a thread, so that whoever else waits for a page is served meanwhile; told of each part, and free to give up. */
import { Worker } from 'node:worker_threads'
import type { Draws, SightingTable } from '../../core/estimate/capture.ts'
import type { Estimation, Method } from '../../core/estimate/result.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'
import { refuse } from '../../core/faults.ts'
import type { Tell } from '../../core/progress.ts'
import type { EstimateSettings } from '../../measure/estimate/settings.ts'

export type EstimateWork = {
  readonly draws: Draws<SightingTable>
  readonly methods: readonly Method[]
  readonly settings: EstimateSettings
  readonly rules: EstimateRules
}
export type EstimateAnswer =
  | { readonly kind: 'part'; readonly done: number; readonly all: number }
  | { readonly kind: 'done'; readonly estimation: Estimation }
export type Watch = { readonly tell?: Tell; readonly signal?: AbortSignal }

/** Refuses with `estimate.cancelled` when the signal says so; the thread is ended. */
export function estimateApart(work: EstimateWork, { tell, signal }: Watch = {}): Promise<Estimation> {
  if (signal?.aborted) return Promise.reject(refuse('estimate.cancelled'))
  const worker = new Worker(new URL('./estimate-thread.ts', import.meta.url), {
    workerData: work,
    execArgv: [],
  })
  return new Promise<Estimation>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(refuse('estimate.cancelled')), { once: true })
    worker.on('message', (answer: EstimateAnswer) => {
      if (answer.kind === 'part') tell?.(answer.done, answer.all)
      else resolve(answer.estimation)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that estimates ended without an answer')))
  }).finally(() => worker.terminate())
}
