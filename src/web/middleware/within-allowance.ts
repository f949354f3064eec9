/** An answer of the workspace in; the same out, unless it would show whoever asked more than one account may be shown in a day. */
import type { MiddlewareHandler, Context as Request } from 'hono'
import { refuse } from '../../core/faults.ts'
import type { ReadingAllowance } from '../../core/reading-allowance.ts'
import { noteStopped } from '../../usecases/accounts/read-on.ts'
import { newThingsShown } from '../../usecases/accounts/things-shown.ts'
import type { Context } from '../../usecases/context.ts'
import type { DeskEnv } from './signed-in.ts'

const TEXT = /^(?:text\/|application\/(?:json|x-ndjson|atom\+xml|xml|ld\+json|geo\+json)|image\/svg)/

/** After the route: what a page shows is known by the page alone, whatever is added to the workspace. */
export const withinAllowance = (
  context: Context,
  behind: (c: Request<DeskEnv>) => Context,
  allowance: ReadingAllowance,
): MiddlewareHandler<DeskEnv> => {
  const thingsShown = newThingsShown()
  return async (c, next) => {
    await next()
    // An answer that leads elsewhere shows nothing.
    if (c.res.status >= 300 && c.res.status < 400) return
    const { pathname, search } = new URL(c.req.url)
    const isText = TEXT.test(c.res.headers.get('Content-Type') ?? '')
    const visitor = c.get('visitor')
    const body = isText ? await c.res.clone().text() : null
    const things = await thingsShown(behind(c), { path: pathname + search, body })
    const { handle } = visitor.actor
    const isFirst = !allowance.stopped().has(handle)
    const { isOver, read } = allowance.ask(handle, things)
    if (!isOver) return
    // No header of it either.
    c.res = undefined
    if (isFirst) await noteStopped(context, visitor)
    throw refuse('account.read-enough', { n: read, most: allowance.most })
  }
}
