/** Several files in, each of them worked on, whatever becomes of the others; how many were done, and what was wrong with which, out. */
import { type Fault, Refusal } from '../core/faults.ts'

export async function eachFile(
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<{ readonly done: number; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = []
  let done = 0
  for (const path of paths)
    try {
      await work(path)
      done += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push(...error.faults.map((one) => ({ ...one, where: one.where ?? path })))
    }
  return { done, faults }
}
