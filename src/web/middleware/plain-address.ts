/** Refuses addresses with control signs in them: no id of ours has one, nothing is sought by one, and a database answers a NUL with a failure. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../core/faults.ts'

const CONTROL = /%(?:[01][0-9a-f]|7f)/i

export const plainAddress: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url)
  if (CONTROL.test(pathname + search)) throw refuse('page.not-found')
  await next()
}

/** For pages whose questions say themselves what they take. */
export const plainPath: MiddlewareHandler = async (c, next) => {
  if (CONTROL.test(new URL(c.req.url).pathname)) throw refuse('page.not-found')
  await next()
}
