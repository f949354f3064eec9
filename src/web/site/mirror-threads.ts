/** How many processors there are in, threads that write pages of a copy out, all seeing one moment of the database. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Store } from '../../store/connect.ts'
import { shareMoment } from '../../store/one-moment.ts'
import { publicCount } from '../../store/queries/public.ts'
import type { Asked, Written } from './copy-pages.ts'
import type { ThreadGiven, ThreadSays } from './mirror-thread.ts'

/** Starting a thread takes as long as writing the pages of some hundred records. */
const FEWEST_RECORDS = 500
const MOST_THREADS = 4

export type Threads = { readonly address: string; readonly snapshot: string; readonly n: number }
/** Writes groups of pages, one call at a time. */
export type Writer = {
  readonly write: (groups: readonly (readonly Asked[])[]) => AsyncGenerator<Written>
  readonly close: () => Promise<void>
}

/** Null where one is enough, or the database is no server. `moment` must stay open until the copy is written. */
export async function threadsFor(moment: Store, address: string | null): Promise<Threads | null> {
  const n = Math.min(MOST_THREADS, availableParallelism())
  if (address === null || n < 2 || (await publicCount(moment)) < FEWEST_RECORDS) return null
  return { address, snapshot: await shareMoment(moment), n }
}

export function threadWriter(given: ThreadGiven): Writer {
  const worker = new Worker(new URL('./mirror-thread.ts', import.meta.url), {
    workerData: given,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  let said: ThreadSays[] = []
  let wake = (): void => {}
  let failed: unknown
  const ended = new Promise<void>((done) => worker.once('exit', () => done()))
  worker.on('message', (one: ThreadSays) => {
    said.push(one)
    wake()
  })
  worker.once('error', (error) => {
    failed = error
    wake()
  })
  return {
    write: async function* (groups) {
      worker.postMessage(groups)
      for (;;) {
        if (failed !== undefined) throw failed
        const now = said
        said = []
        for (const one of now) {
          if (one === null) return
          yield one
        }
        if (said.length === 0)
          await new Promise<void>((done) => {
            wake = done
          })
      }
    },
    close: async () => {
      if (failed === undefined) worker.postMessage('end')
      await ended
    },
  }
}
