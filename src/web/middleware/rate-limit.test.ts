import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld, knowledge, ROOT } from '../../../test/world.ts'
import type { Context } from '../../usecases/context.ts'
import { desk } from '../desk/desk.ts'
import { site } from '../site/site.ts'
import { type Allowance, DESK_ALLOWANCE, dailyKey, rateLimit, SITE_ALLOWANCE } from './rate-limit.ts'

const FEW: Allowance = { each: 3, together: 6, seconds: 10, methods: null }
let world: Context
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world.store.destroy())

const siteWith = (allowance: Allowance, believed: 'none' | 'loopback' = 'none') =>
  site(
    { store: world.store, knowledge, rules: [] },
    { root: ROOT, origin: '', limit: rateLimit(allowance, believed) },
  )
const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const times = async (n: number, ask: () => Response | Promise<Response>): Promise<readonly number[]> => {
  const seen: number[] = []
  for (let at = 0; at < n; at += 1) seen.push((await ask()).status)
  return seen
}

describe('a network that asks too often', () => {
  it('is refused for some seconds, and no other network is', async () => {
    const web = siteWith(FEW)
    const ask = (address: string) => web.request('/en/method', {}, from(address))
    expect(await times(3, () => ask('203.0.113.77'))).toEqual([200, 200, 200])
    const refused = await ask('203.0.113.201')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(10)
    expect((await ask('203.0.114.77')).status).toBe(200)
    expect((await ask('2001:db8:7::1')).status).toBe(200)
  })

  it.each(['en', 'ru', 'kk'] as const)('is told so calmly in %s, on a page and as data', async (language) => {
    const web = siteWith({ ...FEW, each: 0 })
    const page = await web.request(`/${language}/method`, {}, from('203.0.113.77'))
    const seconds = page.headers.get('Retry-After') ?? ''
    expect(await page.text()).toContain(knowledge.words[language].t('fault.request.too-many', { seconds }))
    expect(page.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'/)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    const data = await web.request(`/${language}/method.json`, {}, from('203.0.113.77'))
    expect(await data.json()).toMatchObject({ status: 429, code: 'request.too-many' })
  })

  it('is counted for HEAD and for pages that are not there, not for style and typefaces', async () => {
    const web = siteWith(FEW)
    const ask =
      (path: string, method = 'GET') =>
      () =>
        web.request(path, { method }, from('203.0.113.77'))
    expect(await times(9, ask('/assets/style.css'))).toEqual(Array(9).fill(200))
    expect(await times(2, ask('/en/method', 'HEAD'))).toEqual([200, 200])
    expect(await times(2, ask('/en/nothing'))).toEqual([404, 429])
  })

  it('has an allowance together with all who come through this machine', async () => {
    const web = siteWith(FEW)
    const ask = (forwarded: string) => () =>
      web.request('/en/method', { headers: { 'X-Forwarded-For': forwarded } }, from('127.0.0.1'))
    expect(await times(3, ask('203.0.113.77'))).toEqual([200, 200, 200])
    expect(await times(4, ask('198.51.100.7'))).toEqual([200, 200, 200, 429])
  })

  it('is told apart behind a proxy that the host says is theirs, and cannot write itself another address', async () => {
    const web = siteWith(FEW, 'loopback')
    let n = 0
    const ask = () =>
      web.request(
        '/en/method',
        { headers: { 'X-Forwarded-For': `198.51.${n++}.7, 203.0.113.77` } },
        from('127.0.0.1'),
      )
    expect(await times(4, ask)).toEqual([200, 200, 200, 429])
  })
})

describe('the workspace', () => {
  it('counts what is sent, not what is read', async () => {
    const web = desk(world, {
      root: ROOT,
      host: '127.0.0.1',
      limit: rateLimit({ ...DESK_ALLOWANCE, together: 2 }),
    })
    const at = 'http://127.0.0.1:8421/en/desk/'
    const send = () =>
      web.request(
        `${at}documents`,
        { method: 'POST', body: new FormData(), headers: { Origin: 'http://127.0.0.1:8421' } },
        from('127.0.0.1'),
      )
    // Nobody is signed in: everything leads to the door, and even that only so often.
    expect(await times(5, () => web.request(at, {}, from('127.0.0.1')))).toEqual(Array(5).fill(303))
    expect(await times(3, send)).toEqual([303, 303, 429])
    expect((await web.request(at, {}, from('127.0.0.1'))).status).toBe(303)
  })
})

describe('what is counted', () => {
  it('is the network under a key of the day, which is not the same tomorrow or elsewhere', () => {
    let now = Date.parse('2026-11-23T08:00:00Z')
    const keyOf = dailyKey(() => now)
    const today = keyOf('203.0.113.0/24')
    expect(today).toMatch(/^[\w-]{43}$/)
    expect(keyOf('203.0.113.0/24')).toBe(today)
    expect(keyOf('203.0.114.0/24')).not.toBe(today)
    expect(dailyKey(() => now)('203.0.113.0/24')).not.toBe(today)
    now += 86_400_000
    expect(keyOf('203.0.113.0/24')).not.toBe(today)
  })

  it('lets a reader read: thirty pages a second and the style of each', () => {
    expect(SITE_ALLOWANCE.each / SITE_ALLOWANCE.seconds).toBe(30)
    expect(SITE_ALLOWANCE.together).toBeGreaterThanOrEqual(10 * SITE_ALLOWANCE.each)
  })
})
