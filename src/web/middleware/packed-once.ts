/** A page that nobody may keep on the way and that is the same for everybody in, its answer out: packed when it is first asked for, and not again while it stays the same. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from 'hono'

const zipped = promisify(gzip)

export const zip = async (bytes: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await zipped(bytes))

export const takesGzip = (c: Context): boolean => /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')

/** Pages by what is written on them, so nothing can be given out that is no longer so; the oldest goes first. */
export function packedOnce(most = 64): (c: Context, page: string) => Promise<Response> {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  return async (c, page) => {
    if (!takesGzip(c)) return c.html(page, 200, { 'Cache-Control': 'no-store' })
    const packed = kept.get(page) ?? zip(page)
    packed.catch(() => kept.delete(page))
    kept.set(page, packed)
    for (const key of kept.keys()) if (kept.size > most) kept.delete(key)
    return c.body(await packed, 200, {
      'Cache-Control': 'no-store',
      'Content-Encoding': 'gzip',
      'Content-Type': 'text/html; charset=UTF-8',
      Vary: 'Accept-Encoding',
    })
  }
}
