/** Requests that come one by one in, transactions that hold many of them out: each is answered once its own is on the disk. */

type Waiting<T, R> = {
  readonly item: T
  readonly done: (result: R) => void
  readonly failed: (error: unknown) => void
}

/** Two writers that took rows in another order: one of them was sent home and may try again. */
const DEADLOCK = '40P01'
const TRIES = 4

/**
 * `work` gets at most `most` items and returns a result for each, in order; if it throws, nobody of them was acknowledged. While
 * one transaction runs the next gathers, so a quiet site answers at once and a busy one pays for one fsync, not for a hundred.
 */
export function groupCommit<T, R>(
  work: (items: readonly T[]) => Promise<readonly R[]>,
  most = 200,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let isRunning = false
  const run = async (): Promise<void> => {
    isRunning = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most)
      waiting = waiting.slice(most)
      try {
        const results = await again(() => work(batch.map((one) => one.item)))
        for (const [at, one] of batch.entries()) one.done(results[at] as R)
      } catch (error) {
        for (const one of batch) one.failed(error)
      }
    }
    isRunning = false
  }
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (!isRunning) void run()
    })
}

async function again<R>(work: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1)
    try {
      return await work()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      if (code !== DEADLOCK || tries >= TRIES) throw error
    }
}
