/** An empty folder in, a workspace served from it with a monitor signed in out; every answer is timed by what it was asked for. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openDesk } from '../../src/app/logins.ts'
import { type App, openApp } from '../../src/app/open-app.ts'
import { ROOT, readConfig } from '../../src/config.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { sessionCookie } from '../../test/journeys/browser.ts'
import { signedInAs } from '../../test/world.ts'

export type Workspace = {
  readonly app: App
  readonly url: string
  readonly cookie: ReturnType<typeof sessionCookie>
  /** Milliseconds of each answer, by what was asked. */
  readonly times: ReadonlyMap<string, readonly number[]>
  readonly close: () => Promise<void>
}

export async function openWorkspace(): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-thirty-'))
  const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
  const staff = await openDesk(app)
  const web = desk(app, { root: ROOT, host: '127.0.0.1', staff })
  const { token } = await signedInAs(app, { handle: 'lena', role: 'monitor' })
  const times = new Map<string, number[]>()
  const timed = async (request: Request): Promise<Response> => {
    const begun = performance.now()
    const answer = await web.fetch(request)
    const what = `${request.method} ${kindOf(new URL(request.url).pathname)}`
    times.set(what, [...(times.get(what) ?? []), performance.now() - begun])
    return answer
  }
  const server = await new Promise<{ readonly url: string; readonly end: () => void }>((resolve) => {
    const http = serve({ fetch: timed, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ url: `http://127.0.0.1:${port}`, end: () => http.close() }),
    )
  })
  return {
    ...{ app, times, url: server.url, cookie: sessionCookie(token) },
    close: async () => {
      server.end()
      await staff.close()
      await app.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const KINDS = [
  [/\/desk\/records\/new$/, 'empty form'],
  [/\/desk\/documents\/[^/]+\/new$/, 'words to mark'],
  [/\/desk\/documents\/[^/]+\/\d[^/]*$/, 'passage'],
  [/\/desk\/documents\/[^/]+$/, 'report'],
  [/\/desk\/documents$/, 'inbox'],
  [/\/desk\/inbox\//, 'report on its way'],
  [/\/desk\/records\/[^/]+$/, 'record'],
  [/^\/assets\//, 'asset'],
] as const
const kindOf = (path: string): string => KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other'
