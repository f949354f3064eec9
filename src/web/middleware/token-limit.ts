/** The id of a key in; its program is told to wait when it asks too often: each answer is an entry of the log. */
import type { Context } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '../../core/faults.ts'

const EACH = { points: 60, duration: 60 }

export function tokenLimit(): (c: Context, token: string) => Promise<void> {
  const limiter = new RateLimiterMemory(EACH)
  return async (c, token) => {
    try {
      await limiter.consume(token)
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      c.header('Retry-After', String(seconds))
      throw refuse('request.too-many', { seconds })
    }
  }
}
