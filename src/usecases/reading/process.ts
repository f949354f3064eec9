/** The process of its own: takes one task, hands it to a thread with bounds, answers, and ends when nobody listens any more. */
import { Refusal } from '../../core/faults.ts'
import { inThread } from './in-thread.ts'
import type { Answer, Task } from './work.ts'

const answer = (one: Answer): void => {
  process.send?.(one)
}

async function run({ work, bounds }: Task): Promise<void> {
  try {
    const result = await inThread(work, bounds, (done, all) => answer({ kind: 'part', done, all }))
    answer({ kind: 'done', result })
  } catch (error) {
    if (error instanceof Refusal) answer({ kind: 'refused', faults: error.faults })
    else answer({ kind: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : `${error}` })
  }
}

process.once('message', (task) => run(task as Task))
process.once('disconnect', () => process.exit())
