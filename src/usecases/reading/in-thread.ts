/** One piece of work in, its result out of a thread that has its own memory and its time. */
import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '../../core/faults.ts'
import type { Tell } from '../../core/progress.ts'
import type { Answer, Result, Work } from './work.ts'

export type Bounds = {
  readonly seconds: number
  /** The seconds begin anew with each part that is done: for work whose parts take long and whose number is bounded. */
  readonly afresh?: boolean
  readonly heapMb: number
  /** Bytes by which the whole process may grow meanwhile. */
  readonly growth: number
}

const LOOK_EVERY_MS = 20

export function inThread(work: Work, bounds: Bounds, tell: Tell): Promise<Result> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: work,
    // Its errors are told by us; a library's complaints about a file would stand between the words of the terminal.
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb },
  })
  const before = process.memoryUsage.rss()
  return new Promise<Result>((resolve, reject) => {
    const late = setTimeout(
      () => reject(refuse('input.slow', { seconds: bounds.seconds })),
      bounds.seconds * 1000,
    )
    const part = (done: number, all: number): void => {
      if (bounds.afresh) late.refresh()
      tell(done, all)
    }
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.growth)
        reject(refuse('input.unpacked', { limit: bounds.growth }))
    }, LOOK_EVERY_MS)
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'part') part(answer.done, answer.all)
      else if (answer.kind === 'done') resolve(answer.result)
      else if (answer.kind === 'refused') reject(new Refusal(answer.faults))
    })
    worker.once('error', (error: Error & { readonly code?: string }) =>
      reject(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? refuse('input.unpacked', { limit: bounds.heapMb * 1024 * 1024 })
          : error,
      ),
    )
    worker.once('exit', () => {
      clearTimeout(late)
      clearInterval(look)
      reject(new Error('the thread that reads files ended without an answer'))
    })
  }).finally(() => worker.terminate())
}
