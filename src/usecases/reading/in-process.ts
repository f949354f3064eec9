/** One piece of work in, its result out of a process of its own: whatever a file does to its reader, this program goes on. */
import { fork } from 'node:child_process'
import { Refusal, refuse } from '../../core/faults.ts'
import type { Tell } from '../../core/progress.ts'
import type { Bounds } from './in-thread.ts'
import type { Answer, Task, Work } from './work.ts'

/** Who waits: told of each part, and free to give up. */
export type Watch = { readonly tell?: Tell | undefined; readonly signal?: AbortSignal }

/** Above the time of the thread inside, which ends first and can say why. */
const GRACE_S = 2

/**
 * T8. A thread's bound on its heap holds for what grows step by step; one array of a hundred million cells passes it, and
 * then V8 ends the whole process, with everybody's pages in it. So the thread stands in a process that may die.
 * Refuses with `input.slow`, `input.unpacked` (too much memory, or dead without an answer), `inbox.cancelled`, or what the reader refused.
 */
export function inProcess<T>(
  work: Work,
  bounds: Bounds,
  { tell, signal }: Watch = {},
  program = new URL('./process.ts', import.meta.url),
): Promise<T> {
  if (signal?.aborted) return Promise.reject(refuse('inbox.cancelled'))
  const child = fork(program, {
    serialization: 'advanced',
    // What the engine prints of its own death may hold words of the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // No key and no address of a database: a reader of files has no use for any.
    env: {},
  })
  return new Promise<T>((resolve, reject) => {
    const dead = (): void => reject(refuse('input.unpacked', { limit: bounds.heapMb * 1024 * 1024 }))
    const late = setTimeout(
      () => reject(refuse('input.slow', { seconds: bounds.seconds })),
      (bounds.seconds + GRACE_S) * 1000,
    )
    const cancelled = (): void => reject(refuse('inbox.cancelled'))
    signal?.addEventListener('abort', cancelled)
    child.on('message', (answer: Answer) => {
      if (answer.kind === 'part') {
        if (bounds.afresh) late.refresh()
        tell?.(answer.done, answer.all)
      } else if (answer.kind === 'done') resolve(answer.result as T)
      else if (answer.kind === 'refused') reject(new Refusal(answer.faults))
      else reject(new Error(answer.why))
    })
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(late)
      signal?.removeEventListener('abort', cancelled)
      dead()
    })
    child.send({ work, bounds } satisfies Task, (error) => error && dead())
  }).finally(() => child.kill('SIGKILL'))
}
