/** Reads of public data in, answers that a page of any other site may read out (CORS): there is no cookie that it could use. */
import type { MiddlewareHandler } from 'hono'

const ALLOWED = {
  'Access-Control-Allow-Methods': 'GET, HEAD',
  'Access-Control-Allow-Headers': 'If-None-Match, Accept',
  'Access-Control-Max-Age': '86400',
}

export const anyOrigin: MiddlewareHandler<{ Variables: { anyOrigin?: true } }> = async (c, next) => {
  c.set('anyOrigin', true)
  c.header('Access-Control-Allow-Origin', '*')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, ALLOWED)
  await next()
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Access-Control-Expose-Headers', 'ETag, Retry-After')
}
