/** Refuses requests that were addressed to another host: a foreign page cannot reach a loopback server by pointing its name here. */
import type { MiddlewareHandler } from 'hono'
import { refuse } from '../../core/faults.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** `host` is the address the server is bound to, `origin` the one that people type; loopback names are always its own. */
export const ownHost =
  (host: string, origin = ''): MiddlewareHandler =>
  async (c, next) => {
    const asked = new URL(c.req.url).hostname
    const named = origin === '' ? null : new URL(origin).hostname
    if (!LOOPBACK.has(asked) && asked !== host && asked !== named) throw refuse('request.forged')
    await next()
  }
