/** A request in, one whose session is alive through; others are led to the sign-in page, or told 401 when a program asks. */
import type { MiddlewareHandler, Context as Request } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Actor } from '../../core/access.ts'
import type { Visitor } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { visit } from '../../usecases/accounts/sessions.ts'
import type { Context } from '../../usecases/context.ts'
import { languageOf } from '../errors.ts'
import { formToken } from './form-token.ts'

/** What every route of the workspace behind the door finds in its request: `c.get('actor')`. */
export type DeskEnv = {
  Variables: { actor: Actor; visitor: Visitor; formToken: string; scripted?: true | 'island' }
}

export const COOKIE = 'aigaq'
/** `__Host-`: no other host, not even a neighbour under the same name, can set or read it; Strict: no other site can send it. */
const LIMITS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', prefix: 'host' } as const

export const keepSession = (c: Request, token: string): void => setCookie(c, COOKIE, token, LIMITS)
/** What a browser still holds of these pages goes with the cookie: who comes to this screen next goes back to nothing. */
export function dropSession(c: Request): void {
  deleteCookie(c, COOKIE, LIMITS)
  c.header('Clear-Site-Data', '"cache"')
}

export const wantsJson = (c: Request): boolean =>
  new URL(c.req.url).pathname.endsWith('.json') ||
  /^application\/json/.test(c.req.header('Content-Type') ?? '') ||
  /^application\/json/.test(c.req.header('Accept') ?? '')

export const signedIn =
  (context: Context): MiddlewareHandler<DeskEnv> =>
  async (c, next) => {
    const token = getCookie(c, COOKIE, 'host')
    const visitor = token === undefined ? null : await visit(context, token)
    if (!visitor) {
      if (wantsJson(c)) throw refuse('account.signed-out')
      const { pathname, search } = new URL(c.req.url)
      const back = c.req.method === 'GET' ? `?to=${encodeURIComponent(pathname + search)}` : ''
      return c.redirect(`/${languageOf(c)}/desk/sign-in${back}`, 303)
    }
    c.set('actor', visitor.actor)
    c.set('visitor', visitor)
    c.set('formToken', formToken(visitor.session))
    return next()
  }

/** In travel mode only the way out is left. */
export const notAway: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.get('visitor').away) throw refuse('account.away')
  await next()
}
