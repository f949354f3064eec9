/** What the workspace refused in, one line a minute on standard error out: by which route, how often, and which colleague. */
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { DeskEnv } from './signed-in.ts'

export type Refusals = {
  readonly note: MiddlewareHandler<DeskEnv>
  /** What was counted since the last line. */
  readonly tell: () => void
}

/** Not signed in, not allowed or forged, not there (what may not be read is answered so), too often. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 404, 421, 429])
const MINUTE = 60_000

/**
 * No address, nothing that was typed (what stands in the field of a pseudonym may be a passphrase) and nothing of what was asked:
 * the pattern of a route names no record. Counted, since whoever fails could fill a disk line by line; routes and colleagues are few.
 */
export function openRefusals(write: (line: string) => void, now: () => string): Refusals {
  const counted = new Map<string, number>()
  let isWaiting = false
  const tell = (): void => {
    isWaiting = false
    if (counted.size === 0) return
    const told = [...counted].map(([what, n]) => `${what}: ${n}`).join('; ')
    counted.clear()
    write(`${now()} refused: ${told}\n`)
  }
  return {
    tell,
    note: async (c, next) => {
      await next()
      if (!REFUSED.has(c.res.status)) return
      const by = c.get('actor')?.handle
      // Middleware is matched too, by wider paths.
      const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? '*'
      const what = `${c.req.method} ${route} ${c.res.status}${by === undefined ? '' : ` ${by}`}`
      counted.set(what, (counted.get(what) ?? 0) + 1)
      if (!isWaiting) setTimeout(tell, MINUTE).unref()
      isWaiting = true
    },
  }
}
