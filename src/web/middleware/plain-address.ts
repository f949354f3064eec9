/** Refuses paths with control signs in them: no id of ours has one, and a database answers a NUL with a failure. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../core/faults.ts'

export const plainAddress: MiddlewareHandler = async (c, next) => {
  if (/%(?:[01][0-9a-f]|7f)/i.test(new URL(c.req.url).pathname)) throw refuse('page.not-found')
  await next()
}
