/** Embargoes that ended, let out every minute for as long as the workspace is served. */
import type { App } from '../app.ts'
import { letOut } from '../usecases/writing/let-out.ts'

const MINUTE = 60_000

/** Returns what stops it. While the house is shut nothing leaves it. */
export function endEmbargoes(app: App, isShut: () => boolean): () => Promise<void> {
  let round: Promise<unknown> | null = null
  const look = (): void => {
    if (isShut()) return
    round ??= letOut(app)
      .catch((error: unknown) =>
        process.stderr.write(`embargo: ${error instanceof Error ? error.name : 'unknown error'}\n`),
      )
      .finally(() => {
        round = null
      })
  }
  // One may have ended while nothing was served.
  look()
  const timer = setInterval(look, MINUTE)
  return async () => {
    clearInterval(timer)
    await round
  }
}
