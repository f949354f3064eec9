/** Requests whose bodies are held in memory in; so many at once are let through, the slowest makes room for whoever comes then, and who finds none is answered at once, unread. */
import type { MiddlewareHandler, Context as Request } from 'hono'
import { type Arriving, arriving, LOOK_MS, rateOf } from './arriving.ts'

export type FewAtOnce = {
  readonly guard: MiddlewareHandler
  /** It was read, and makes room before it is answered: what it waits for then keeps nobody out. */
  readonly read: (c: Request) => void
}
export type Few = {
  readonly most: number
  /** Bytes of all of them together that memory has room for. */
  readonly bytes: number
  readonly full: (c: Request) => Promise<Response>
  /** What the body of one that was let go ends in. */
  readonly gone: () => Error
  /** And that of one whose connection broke. */
  readonly broken: () => Error
  readonly now?: () => number
}

/** Bytes a second. Who sends fewer may go on as long as nobody else wants the place; a poor line over Tor brings three times as many. */
const LEAST_RATE = 4_096

export function fewAtOnce({ most, bytes, full, gone, broken, now = Date.now }: Few): FewAtOnce {
  const held = new Map<Request, Arriving>()
  let timer: NodeJS.Timeout | undefined
  const read = (c: Request): void => {
    held.delete(c)
    if (held.size === 0) timer = void clearInterval(timer)
  }
  const letGo = (c: Request): void => {
    const one = held.get(c)
    read(c)
    one?.cut(gone())
  }
  /** Who brings least, of those that were here long enough to be judged. */
  const slowest = (): { readonly c: Request; readonly rate: number } | undefined =>
    [...held]
      .flatMap(([c, one]) => {
        const rate = rateOf(one.marks, { at: now(), bytes: one.bytes })
        return rate === null ? [] : [{ c, rate }]
      })
      .sort((a, b) => a.rate - b.rate)[0]
  const makeRoom = (): void => {
    if (held.size < most) return
    const slow = slowest()
    if (slow && slow.rate < LEAST_RATE) letGo(slow.c)
  }
  /** Never over it, not for a moment: where nobody can be judged yet, whoever brings too much goes. */
  const weigh = (c: Request): void => {
    while ([...held.values()].reduce((sum, one) => sum + one.bytes, 0) > bytes && held.has(c))
      letGo(slowest()?.c ?? c)
  }
  const look = (): void => {
    for (const one of held.values()) one.mark(now())
  }
  return {
    read,
    guard: async (c, next) => {
      look()
      makeRoom()
      if (held.size >= most) return full(c)
      held.set(c, arriving(c, { now: now(), more: () => weigh(c), broken }))
      timer ??= setInterval(look, LOOK_MS).unref()
      try {
        await next()
      } finally {
        // Also of one that broke off in the middle.
        read(c)
      }
    },
  }
}
