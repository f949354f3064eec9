/** A site or workspace in, a server that listens with it out; whoever is too slow to ask is let go. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { refuse } from '../core/faults.ts'

export type Open = { readonly url: string; readonly port: number; readonly close: () => Promise<void> }

/** Who sends a byte a minute must not hold a socket for an hour. */
export type Patience = { readonly headersMs: number; readonly requestMs: number }
/** The site takes no bodies but short forms. */
export const SITE_PATIENCE: Patience = { headersMs: 10_000, requestMs: 15_000 }
/** Unless somebody may tell something there: photographs over Tor take minutes. */
export const INTAKE_PATIENCE: Patience = { headersMs: 10_000, requestMs: 300_000 }
/** The workspace takes reports, over slow lines. */
export const DESK_PATIENCE: Patience = { headersMs: 10_000, requestMs: 300_000 }
/** How often Node looks for those who are late. */
const LOOK_MS = 5_000

export const openServer = (
  web: Pick<Hono, 'fetch'>,
  at: { readonly hostname: string; readonly port: number },
  { headersMs, requestMs }: Patience,
): Promise<Open> =>
  new Promise((resolve, reject) => {
    const serverOptions = {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(LOOK_MS, headersMs),
    }
    const server = serve({ fetch: web.fetch, ...at, serverOptions }, (info: AddressInfo) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ url: `http://${host}:${info.port}/`, port: info.port, close })
    })
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? refuse('usage', {
              problem: `${at.hostname}:${at.port} is taken; set AIGAQ_PORT and AIGAQ_DESK_PORT`,
            })
          : error,
      ),
    )
  })
