/** Steps that protect somebody in, sent while the disk is full; room made for them before anything is written out. */
import type { MiddlewareHandler } from 'hono'

/** Shutting the house, taking a record or a name off, ending what a stolen device could do. Nothing of it brings much in. */
const PROTECTING =
  /^\/[^/]+\/desk\/(?:house|moves|people\/[^/]+\/basis|records\/[^/]+\/(?:tier|covers)|me\/(?:sessions|tokens|travel|journey)(?:\/[^/]+)?|accounts\/suspend|sign-out)$/

export const roomFirst =
  (makeRoom: () => void): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'POST' && PROTECTING.test(new URL(c.req.url).pathname)) makeRoom()
    await next()
  }
