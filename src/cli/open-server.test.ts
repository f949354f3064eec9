import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK_PATIENCE, type Open, openServer, SITE_PATIENCE } from './open-server.ts'

let open: Open
beforeAll(async () => {
  const web = new Hono().get('/', (c) => c.text('here')).post('/', async (c) => c.text(await c.req.text()))
  open = await openServer(web, { hostname: '127.0.0.1', port: 0 }, { headersMs: 200, requestMs: 400 })
})
afterAll(() => open.close())

/** What comes back until the other side hangs up, for some bytes sent and nothing more. */
const sent = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    const socket = connect(Number(new URL(open.url).port), '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (part) => {
      text += String(part)
    })
    socket.on('close', () => resolve(text))
    socket.on('error', () => resolve(text))
  })

describe('a reader who is too slow', () => {
  it.each([
    ['in the head of a request', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['in its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nab'],
    ['with anything at all', ''],
  ])(
    '%s is let go',
    async (_where, bytes) => {
      expect(await sent(bytes)).toMatch(/^HTTP\/1\.1 408 |^$/)
    },
    10_000,
  )

  it('takes nothing from others', async () => {
    const slow = sent('GET / HTTP/1.1\r\nX-Slow: ')
    expect(await (await fetch(open.url)).text()).toBe('here')
    await slow
  })
})

it('is waited for some seconds where pages are read, and minutes where reports are brought', () => {
  expect(SITE_PATIENCE).toEqual({ headersMs: 10_000, requestMs: 15_000 })
  expect(DESK_PATIENCE.headersMs).toBe(10_000)
  expect(DESK_PATIENCE.requestMs).toBeGreaterThan(60_000)
})

describe('a request', () => {
  it.each([
    ['Content-Length: 3\r\nTransfer-Encoding: chunked', '0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['Content-Length: 3\r\nContent-Length: 5', 'abcde'],
    ['Transfer-Encoding: chunked, identity', '3\r\nabc\r\n0\r\n\r\n'],
  ])('that can be read two ways is refused', async (heads, body) => {
    const answer = await sent(`POST / HTTP/1.1\r\nHost: a\r\n${heads}\r\n\r\n${body}`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })

  it('that asks for its own words back gets none', async () => {
    const answer = await sent('TRACE / HTTP/1.1\r\nHost: a\r\nX-Own: zhasyryn\r\nConnection: close\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 (?!2)\d/)
    expect(answer).not.toContain('zhasyryn')
  })
})
