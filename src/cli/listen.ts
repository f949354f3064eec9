/** Opens the public site and, apart from it, the workspace; the first on the address asked for, the second on loopback unless told otherwise. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { type App, openReader } from '../app.ts'
import { ROOT } from '../config.ts'
import { refuse } from '../core/faults.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { desk } from '../web/desk/desk.ts'
import { DESK_ALLOWANCE, rateLimit, SITE_ALLOWANCE } from '../web/middleware/rate-limit.ts'
import { site } from '../web/site/site.ts'

export type Listening = {
  readonly siteUrl: string
  readonly deskUrl: string
  readonly close: () => Promise<void>
}

export async function listen(app: App): Promise<Listening> {
  const { config } = app
  const reader = await openReader(app)
  const publicSite = site(
    { store: reader.store, knowledge: app.knowledge, rules: rulesInForce(app.knowledge) },
    { root: ROOT, origin: config.site, limit: rateLimit(SITE_ALLOWANCE, config.proxy) },
  )
  const front = await open(publicSite, config.host, config.port, SITE_PATIENCE)
  const behind = desk(app, {
    root: ROOT,
    host: config.deskHost,
    limit: rateLimit(DESK_ALLOWANCE, config.proxy),
  })
  const back = await open(behind, config.deskHost, config.deskPort, DESK_PATIENCE)
  return {
    siteUrl: front.url,
    deskUrl: `${back.url}desk/`,
    close: async () => {
      await Promise.all([front.close(), back.close()])
      await reader.close()
    },
  }
}

/** Who sends a byte a minute must not hold a socket for an hour. The site takes no bodies; the workspace takes reports over slow lines. */
const HEADERS_MS = 10_000
const SITE_PATIENCE = 15_000
const DESK_PATIENCE = 300_000

type Open = { readonly url: string; readonly close: () => Promise<void> }

const open = (web: Hono, hostname: string, port: number, requestTimeout: number): Promise<Open> =>
  new Promise((resolve, reject) => {
    const serverOptions = { headersTimeout: HEADERS_MS, requestTimeout, connectionsCheckingInterval: 5_000 }
    const server = serve({ fetch: web.fetch, hostname, port, serverOptions }, (info: AddressInfo) => {
      const host = info.family === 'IPv6' ? `[${info.address}]` : info.address
      const close = (): Promise<void> =>
        new Promise((done) => {
          server.close(() => done())
          if ('closeAllConnections' in server) server.closeAllConnections()
        })
      resolve({ url: `http://${host}:${info.port}/`, close })
    })
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? refuse('usage', { problem: `${hostname}:${port} is taken; set AIGAQ_PORT and AIGAQ_DESK_PORT` })
          : error,
      ),
    )
  })

/** Resolves when the person or the system asks the program to stop. */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
