/** Opens the public site and, apart from it, the workspace; the first on the address asked for, the second on loopback unless told otherwise. */
import { type App, openReader } from '../app.ts'
import { ROOT } from '../config.ts'
import { rulesInForce } from '../usecases/rules-in-force.ts'
import { desk } from '../web/desk/desk.ts'
import { DESK_ALLOWANCE, rateLimit, SITE_ALLOWANCE } from '../web/middleware/rate-limit.ts'
import { site } from '../web/site/site.ts'
import { DESK_PATIENCE, openServer, SITE_PATIENCE } from './open-server.ts'

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
  const front = await openServer(publicSite, { hostname: config.host, port: config.port }, SITE_PATIENCE)
  const behind = desk(app, {
    root: ROOT,
    host: config.deskHost,
    limit: rateLimit(DESK_ALLOWANCE, config.proxy),
  })
  const back = await openServer(behind, { hostname: config.deskHost, port: config.deskPort }, DESK_PATIENCE)
  return {
    siteUrl: front.url,
    deskUrl: `${back.url}desk/`,
    close: async () => {
      await Promise.all([front.close(), back.close()])
      await reader.close()
    },
  }
}

/** Resolves when the person or the system asks the program to stop. */
export const askedToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
