import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

const SECOND = 1_000
/** Reads what is sent, and says how much it was, or that it was let go. */
function web(more: { readonly most?: number; readonly bytes?: number } = {}) {
  let at = 0
  const few = fewAtOnce({
    ...{ most: 2, bytes: 1_000_000, ...more },
    full: async () => new Response('full', { status: 503 }),
    gone: () => new Error('gone'),
    broken: () => new Error('broken'),
    now: () => at,
  })
  const app = new Hono()
  app.use(few.guard)
  app.post('/', async (c) => {
    try {
      return c.text(String((await c.req.arrayBuffer()).byteLength))
    } catch (error) {
      return c.text((error as Error).message, 503)
    }
  })
  return {
    app,
    /** The clock goes on, and what lies there was read by then. */
    wait: async (ms: number) => {
      await new Promise((go) => setTimeout(go, 5))
      at += ms
    },
  }
}
function sending(app: Hono) {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      out = stream
    },
  })
  const asked = { method: 'POST', body, duplex: 'half' } as RequestInit
  const answer = Promise.resolve(app.request('/', asked)).then((one) => one.text())
  return {
    answer,
    send: (bytes: number) => out?.enqueue(new Uint8Array(bytes)),
    end: () => out?.close(),
  }
}
const whole = async (app: Hono) => (await app.request('/', { method: 'POST', body: 'x' })).text()

describe('bodies that are read at once', () => {
  it('keep out who comes then, unread, until they are judged; then those who send next to nothing make room', async () => {
    const { app, wait } = web()
    const [one, two] = [sending(app), sending(app)]
    await wait(19 * SECOND)
    expect(await whole(app)).toBe('full')
    await wait(2 * SECOND)
    expect([await whole(app), await one.answer]).toEqual(['1', 'gone'])
    expect([await whole(app), await whole(app)]).toEqual(['1', '1'])
    two.send(10)
    two.end()
    expect(await two.answer).toBe('10')
  })

  it('that come slowly over Tor, with photographs, go on, whoever drips beside them', async () => {
    const { app, wait } = web({ most: 3 })
    const [tor, drips] = [sending(app), [sending(app), sending(app)]]
    for (let second = 0; second < 60; second += 5) {
      tor.send(60_000)
      for (const one of drips) one.send(5)
      await wait(5 * SECOND)
    }
    expect(await whole(app)).toBe('1')
    // One of the two made room; whoever comes and stays takes it, and the next that of the other.
    const stays = [sending(app), sending(app)]
    await wait(0)
    expect(await whole(app)).toBe('full')
    expect(await Promise.all(drips.map((one) => one.answer))).toEqual(['gone', 'gone'])
    tor.end()
    expect(await tor.answer).toBe('720000')
    for (const one of stays) one.end()
    await Promise.all(stays.map((one) => one.answer))
  })

  it('who sent much and then stopped is as slow as who sends nothing', async () => {
    const { app, wait } = web({ most: 1 })
    const one = sending(app)
    one.send(500_000)
    for (let at = 0; at < 6; at += 1) {
      await wait(5 * SECOND)
      if (at < 3) expect(await whole(app)).toBe('full')
    }
    await wait(15 * SECOND)
    expect([await whole(app), await one.answer]).toEqual(['1', 'gone'])
  })

  it('are never more than memory has room for: the slowest goes, and who cannot be judged yet goes themselves', async () => {
    const { app, wait } = web({ most: 5, bytes: 100 })
    const [slow, fast] = [sending(app), sending(app)]
    slow.send(40)
    fast.send(40)
    await wait(1 * SECOND)
    const late = sending(app)
    late.send(30)
    expect(await late.answer).toBe('gone')
    await wait(25 * SECOND)
    fast.send(10)
    await wait(1 * SECOND)
    const other = sending(app)
    other.send(20)
    other.end()
    expect([await slow.answer, await other.answer]).toEqual(['gone', '20'])
    fast.end()
    expect(await fast.answer).toBe('50')
  })
})
