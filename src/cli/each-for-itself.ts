/** Pieces of work in, done one after the other, out: one that fails is told on standard error under its name, and stops none that comes after it. */

export type Step = readonly [name: string, work: () => Promise<unknown>]

/** Returns the names of those that failed. */
export async function eachForItself(steps: readonly Step[]): Promise<readonly string[]> {
  const failed: string[] = []
  for (const [name, work] of steps)
    try {
      await work()
    } catch (error) {
      failed.push(name)
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  return failed
}
