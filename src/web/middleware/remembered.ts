/** Pages kept in memory for as long as nothing public changes: asked about with each request, so that a withdrawal reaches every reader at once. */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { takesGzip, zip } from './packed-once.ts'

type Page = {
  readonly version: string
  readonly headers: readonly (readonly [string, string])[]
  readonly tag: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Made when somebody first asks a second time. */
  packed: Promise<Uint8Array<ArrayBuffer>> | null
}

export type Remembering = {
  /** What changes whenever anything public does, as it is in the database now. */
  readonly version: () => Promise<string>
  /** False for an address that holds what a reader looked for: that is kept nowhere. */
  readonly mayKeep: (url: URL) => boolean
  readonly mostBytes?: number
}

const MOST_BYTES = 64 * 1_024 * 1_024

export function remembered({ version, mayKeep, mostBytes = MOST_BYTES }: Remembering): MiddlewareHandler {
  const kept = new Map<string, Page>()
  let weight = 0
  const now = inTurn(version)
  const drop = (key: string): void => {
    weight -= kept.get(key)?.bytes.length ?? 0
    kept.delete(key)
  }
  return async (c, next) => {
    const url = new URL(c.req.url)
    if (c.req.method !== 'GET' || !mayKeep(url)) return next()
    // Asked before the page is made: what is made after can only be newer.
    const current = await now()
    const page = kept.get(url.href)
    if (page?.version === current) return answer(c, page)
    await next()
    if (c.res.status !== 200 || c.res.headers.get('Cache-Control') !== 'no-cache') return
    const bytes = new Uint8Array(await c.res.clone().arrayBuffer())
    const headers = [...c.res.headers].filter(([name]) =>
      /^content-(type|language|security-policy)$/.test(name),
    )
    const tag = c.res.headers.get('ETag') ?? `"${createHash('sha256').update(bytes).digest('hex')}"`
    drop(url.href)
    kept.set(url.href, { version: current, headers, tag, bytes, packed: null })
    weight += bytes.length
    // The oldest goes first.
    for (const key of kept.keys()) if (weight > mostBytes) drop(key)
  }
}

async function answer(c: Context, page: Page): Promise<Response> {
  const headers = new Headers(Object.fromEntries(page.headers))
  headers.set('ETag', page.tag)
  headers.set('Cache-Control', 'no-cache')
  headers.set('Vary', 'Accept-Encoding')
  const asked = c.req.header('If-None-Match')?.split(/,\s*/) ?? []
  if (asked.some((one) => one.replace(/^W\//, '') === page.tag.replace(/^W\//, '')))
    return c.newResponse(null, 304, Object.fromEntries(headers))
  if (!takesGzip(c)) return c.newResponse(page.bytes, 200, Object.fromEntries(headers))
  page.packed ??= zip(page.bytes)
  headers.set('Content-Encoding', 'gzip')
  return c.newResponse(await page.packed, 200, Object.fromEntries(headers))
}

/** Many who ask at once share an answer, but never one that was asked for before they came. */
function inTurn(ask: () => Promise<string>): () => Promise<string> {
  let [running, waiting]: (Promise<string> | null)[] = [null, null]
  const begin = (): Promise<string> => {
    const asked = ask().finally(() => {
      if (running === asked) running = null
    })
    running = asked
    return asked
  }
  return () => {
    if (!running) return begin()
    waiting ??= running
      .catch(() => '')
      .then(() => {
        waiting = null
        return begin()
      })
    return waiting
  }
}
