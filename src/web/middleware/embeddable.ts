/** The few pages that are made for frames in, answers that any page may frame out: they have no form and no script that a frame could lead anybody to press. */
import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { EMBED_STYLE } from '../../publish/embed/svg.ts'
import { CONTENT_SECURITY_POLICY } from './headers.ts'

const style = createHash('sha256').update(EMBED_STYLE).digest('base64')
/** The style of the picture stands in it, and is known by its hash. */
export const EMBED_POLICY = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", 'frame-ancestors *')
  .replace("style-src 'self'", `style-src 'self' 'sha256-${style}'`)
  .replace("form-action 'self'", "form-action 'none'")

/** Stands before the headers that every answer gets, so that it has the last word. What refuses is a page like every other, and in no frame. */
export const embeddable: MiddlewareHandler = async (c, next) => {
  await next()
  if (c.res.status >= 400) return
  c.header('Content-Security-Policy', EMBED_POLICY)
  c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.res.headers.delete('X-Frame-Options')
}
