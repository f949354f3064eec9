/** A sensitive request in; through when its session was confirmed within five minutes, else led to the page that confirms. */
import type { MiddlewareHandler, Context as Request } from 'hono'
import { isSteppedUp } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import type { Action } from '../../core/policy.ts'
import type { Context } from '../../usecases/context.ts'
import { needsStepUp } from '../../usecases/permit.ts'
import { languageOf } from '../errors.ts'
import { type DeskEnv, wantsJson } from './signed-in.ts'

type Asked = Request<DeskEnv>

/**
 * `page`: where to go on afterwards, under `/<language>/desk/`, for requests that are no page themselves. What a form held
 * is not kept: it is filled in again, so that nobody confirms what they do not see. Null: the session is fresh enough.
 */
export function confirmFirst(c: Asked, context: Context, page: string): Response | null {
  if (isSteppedUp(c.get('visitor').session, context.clock.now())) return null
  if (wantsJson(c)) throw refuse('account.confirm')
  const { pathname, search } = new URL(c.req.url)
  const language = languageOf(c)
  const back = c.req.method === 'GET' ? pathname + search : `/${language}/desk/${page}`
  return c.redirect(`/${language}/desk/confirm?to=${encodeURIComponent(back)}`, 303)
}

export const steppedUp =
  (context: Context, page = ''): MiddlewareHandler<DeskEnv> =>
  async (c, next) =>
    confirmFirst(c, context, page) ?? next()

/** Only where a line of the table of access asks for it, of this role and for this act. */
export const proofFor = (c: Asked, context: Context, action: Action, page: string): Response | null =>
  needsStepUp({ ...context, actor: c.get('actor') }, action) ? confirmFirst(c, context, page) : null

export const steppedUpFor =
  (context: Context, action: Action, page: string): MiddlewareHandler<DeskEnv> =>
  async (c, next) =>
    proofFor(c, context, action, page) ?? next()

const LOCAL = /^\/(?:en|ru|kk)\/desk\/[\w\-.~%/?=&,:+]*$/

/** Only a page of the workspace: an address given in a link could otherwise lead somebody who just signed in anywhere. */
export const localPage = (asked: string | null | undefined, language: string): string =>
  asked && LOCAL.test(asked) && !/\/\/|\.\./.test(asked) ? asked : `/${language}/desk/`
