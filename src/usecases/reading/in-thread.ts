/** One piece of work in, its result out of a thread that has its own memory and its time, and that ends when somebody says so. */
import { Worker } from 'node:worker_threads'
import { Refusal, refuse } from '../../core/faults.ts'
import type { Tell } from '../../core/progress.ts'
import type { Answer, Work } from './work.ts'

export type Bounds = {
  readonly seconds: number
  readonly heapMb: number
  /** Bytes by which the whole process may grow meanwhile. */
  readonly growth: number
}
/** Who waits: told of each part, and free to give up. */
export type Watch = { readonly tell?: Tell | undefined; readonly signal?: AbortSignal }

const LOOK_EVERY_MS = 20

export function inThread<T>(work: Work, bounds: Bounds, { tell, signal }: Watch = {}): Promise<T> {
  if (signal?.aborted) return Promise.reject(refuse('inbox.cancelled'))
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: work,
    // Its errors are told by us; a library's complaints about a file would stand between the words of the terminal.
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb },
  })
  const before = process.memoryUsage.rss()
  return new Promise<T>((resolve, reject) => {
    const late = setTimeout(
      () => reject(refuse('input.slow', { seconds: bounds.seconds })),
      bounds.seconds * 1000,
    )
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > bounds.growth)
        reject(refuse('input.unpacked', { limit: bounds.growth }))
    }, LOOK_EVERY_MS)
    const giveUp = (): void => reject(refuse('inbox.cancelled'))
    signal?.addEventListener('abort', giveUp)
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'part') tell?.(answer.done, answer.all)
      else if (answer.kind === 'done') resolve(answer.result as T)
      else reject(new Refusal(answer.faults))
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
      signal?.removeEventListener('abort', giveUp)
      reject(new Error('the thread that reads files ended without an answer'))
    })
  }).finally(() => worker.terminate())
}
