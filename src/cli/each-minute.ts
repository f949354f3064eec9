/** A piece of work in, done each minute for as long as something is served; what stops it out: the round in hand is finished first. */
const MINUTE = 60_000

/**
 * `name` stands before a fault on standard error. Of the fault its name alone: a message may hold an address. `atOnce`: the
 * first round is not waited for.
 */
export function eachMinute(name: string, work: () => Promise<unknown>, atOnce = false): () => Promise<void> {
  let round: Promise<unknown> | null = null
  const begin = (): void => {
    // What is slow must not be begun by two rounds at once.
    round ??= work()
      .catch((error: unknown) =>
        process.stderr.write(`${name}: ${error instanceof Error ? error.name : 'unknown error'}\n`),
      )
      .finally(() => {
        round = null
      })
  }
  if (atOnce) begin()
  const timer = setInterval(begin, MINUTE)
  return async () => {
    clearInterval(timer)
    await round
  }
}
