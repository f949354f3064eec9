/** Requests whose bodies are held in memory in; so many at once are let through, and whoever comes then is answered at once, unread. */
import type { MiddlewareHandler, Context as Request } from 'hono'

export type FewAtOnce = {
  readonly guard: MiddlewareHandler
  /** It was read, and makes room before it is answered: what it waits for then keeps nobody out. */
  readonly read: (c: Request) => void
}

export function fewAtOnce(most: number, full: (c: Request) => Promise<Response>): FewAtOnce {
  const held = new Set<Request>()
  const read = (c: Request): void => void held.delete(c)
  return {
    read,
    guard: async (c, next) => {
      if (held.size >= most) return full(c)
      held.add(c)
      try {
        await next()
      } finally {
        // Also of one that broke off in the middle.
        read(c)
      }
    },
  }
}
