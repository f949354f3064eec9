/** Pages leave with the address at which the same page is read as an onion service: Tor Browser then offers to go there. */
import type { MiddlewareHandler } from 'hono'

/** `onion`: `http://….onion`. Only what is asked for elsewhere, and only pages that can be asked for by their address, say it. */
export const onionLocation =
  (onion: string): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { hostname, pathname, search } = new URL(c.req.url)
    const isPage = c.res.headers.get('Content-Type')?.startsWith('text/html') === true
    if (isPage && c.req.method === 'GET' && c.res.status === 200 && hostname !== new URL(onion).hostname)
      c.header('Onion-Location', `${onion}${pathname}${search}`)
  }
