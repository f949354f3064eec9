/** Opens the public site and, apart from it, the workspace; the first on the address asked for, the second on loopback unless told otherwise. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { type App, openDesk, openReader } from '../app.ts'
import { type Config, ROOT } from '../config.ts'
import { refuse } from '../core/faults.ts'
import type { DemoEntrance } from '../usecases/accounts/demo-entrance.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { desk } from '../web/desk/desk.ts'
import { site } from '../web/site/site.ts'

export type Listening = {
  readonly siteUrl: string
  readonly deskUrl: string
  readonly close: () => Promise<void>
}

/** `demo` lets a stranger in: handed over by `aigaq demo` alone. */
export async function listen(app: App, demo?: DemoEntrance): Promise<Listening> {
  const { config } = app
  const reader = await openReader(app)
  const publicSite = site(
    { store: reader.store, knowledge: app.knowledge, rules: rulesInForce(app.knowledge) },
    { root: ROOT, origin: config.site },
  )
  const front = await open(publicSite, config.host, config.port)
  const staff = await openDesk(app)
  const workspace = desk(app, {
    root: ROOT,
    staff,
    host: config.deskHost,
    origin: config.deskOrigin,
    ...(demo && { demo }),
  })
  const back = await open(workspace, config.deskHost, config.deskPort)
  return {
    siteUrl: front.url,
    deskUrl: `${deskAddress(config, back.port)}/desk/`,
    close: async () => {
      await Promise.all([front.close(), back.close()])
      await reader.close()
      await staff.close()
    },
  }
}

/** A passkey belongs to a name, never to a number: on this machine the name is localhost. */
export const deskAddress = (config: Config, port = config.deskPort): string =>
  config.deskOrigin || `http://localhost:${port}`

type Open = { readonly url: string; readonly port: number; readonly close: () => Promise<void> }

const open = (web: Pick<Hono, 'fetch'>, hostname: string, port: number): Promise<Open> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: web.fetch, hostname, port }, (info: AddressInfo) => {
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
