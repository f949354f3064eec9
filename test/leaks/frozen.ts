/** Answers of a crawl in, a site or a workspace that gives the same answers again out, one of them altered where a leak is planted. */
import { Hono } from 'hono'
import type { Answer } from '../crawl.ts'

/** What of an answer a leak may be planted in. */
export type Reply = { readonly status: number; readonly headers: Headers; readonly body: string }
export type Planting = {
  /** The page it is planted in. */
  readonly on: RegExp
  readonly alter: (reply: Reply) => Partial<Reply>
}

const bodyOf = ({ headers, text }: Answer): string => text.slice([...headers].join('\n').length + 1)

export function frozen(answers: readonly Answer[], planting: Planting | null = null): Hono {
  const kept = new Map(answers.map((one) => [one.url, one]))
  const missing = answers.find((one) => one.status === 404)
  const app = new Hono()
  app.all('*', async (c) => {
    const { pathname, search } = new URL(c.req.url)
    const { method } = c.req
    const path = `${method === 'GET' ? '' : `${method} `}${pathname}${search}${method === 'GET' ? '' : ` ${await c.req.text()}`}`
    const found = kept.get(path) ?? missing
    if (!found) return c.notFound()
    const reply: Reply = { status: found.status, headers: new Headers(found.headers), body: bodyOf(found) }
    const { status, headers, body } = planting?.on.test(path) ? { ...reply, ...planting.alter(reply) } : reply
    // Of a paper the words are kept, and read as words.
    if (headers.get('Content-Type') === 'application/pdf')
      headers.set('Content-Type', 'text/plain; charset=utf-8')
    // An answer of these kinds has no body.
    return new Response([204, 304].includes(status) ? null : body, { status, headers })
  })
  return app
}
