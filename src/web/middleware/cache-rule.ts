/** An answer of the site in, what may keep it out: pages are asked about each time, and what somebody did, typed or was sent alone is kept nowhere. */
import type { MiddlewareHandler } from 'hono'

/** Addresses that hold a secret, or pages that hold something of whoever asks: a token, an answer, work that was asked of them. */
const OWN = /^\/[a-z]{2}\/(?:letters|sign|confirm|tell|act)(?:[/.]|$)/
const NOT_MODIFIED = 304

/** For routes that said nothing, and over those that said less. What was searched for is a trace on the reader's own disk. */
export const cacheRule: MiddlewareHandler = async (c, next) => {
  await next()
  const { pathname, searchParams } = new URL(c.req.url)
  const { status, headers } = c.res
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const isOwn = OWN.test(pathname) || searchParams.has('q') || headers.has('Set-Cookie')
  const isAway = status >= 300 && status !== NOT_MODIFIED
  const said = headers.get('Cache-Control')
  const rule = !isRead || isOwn || isAway ? 'no-store' : (said ?? 'no-cache')
  if (rule !== said) c.header('Cache-Control', rule)
}
