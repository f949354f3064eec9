/** Two hundred texts that would run go through every text field; every page that shows them shows words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk } from '../src/web/desk/desk.ts'
import { ROOT, signedInAs, siteOf } from './world.ts'
import { dangersIn } from './xss/dangers.ts'
import { payloads } from './xss/payloads.ts'
import { type Hostile, hostileWorld, idOf } from './xss/world.ts'

const ALL = payloads(200)
type Got = {
  readonly url: string
  readonly type: string
  readonly nosniff: boolean
  readonly csp: string
  readonly body: string
}
let hostile: Hostile
let got: readonly Got[]

beforeAll(async () => {
  hostile = await hostileWorld(ALL)
  const site = siteOf(hostile.world, 'https://example.org')
  const { cookie } = await signedInAs(hostile.world, { role: 'monitor' })
  const workspace = desk(hostile.world, { root: ROOT, host: 'localhost' })
  const lists = ['en', 'ru', 'kk'].flatMap((language) =>
    [
      'kz',
      'kz/2024-q2',
      'kz/2024-q2/incidents',
      'kz/2024-q2/update',
      'kz/2024-q2.atom',
      'kz/2024-q2/incidents.json',
    ].map((path) => `/${language}/${path}`),
  )
  const echoes = ALL.flatMap(({ text }) => [
    `/en/${encodeURIComponent(text)}`,
    `/en/kz/2024-q2/incidents?act=${encodeURIComponent(text)}`,
    `/en/search?q=${encodeURIComponent(text)}`,
  ])
  const pages = ALL.flatMap((one) => [`/en/i/${idOf(one)}`, `/en/i/${idOf(one)}.json`])
  const answers: Got[] = []
  for (const url of [
    ...lists,
    ...echoes,
    ...pages,
    ...hostile.documents.filter((_, index) => index % 4 === 0).map((id) => `/en/desk/documents/${id}`),
    ...['documents', 'records', 'records?page=2', 'records.atom', 'people'].map((path) => `/en/desk/${path}`),
    ...ALL.filter((_, index) => index % 10 === 0).flatMap((one) => [
      `/en/desk/records/${idOf(one)}`,
      `/en/desk/records/${idOf(one)}/history`,
      `/en/desk/people/x-${one.mark}`,
    ]),
    ...ALL.slice(0, 8).map(({ text }) => `/en/desk/records?q=${encodeURIComponent(text)}`),
    // Every fifth: each draws all the lists of the codebook, and the texts are of ten kinds.
    ...hostile.documents.filter((_, n) => n % 5 === 0).map((id) => `/en/desk/documents/${id}/0`),
  ]) {
    const response = await (url.includes('/desk/') ? workspace : site).request(url, {
      headers: { Host: 'localhost', Cookie: cookie },
    })
    answers.push({
      url,
      type: response.headers.get('Content-Type') ?? '',
      nosniff: response.headers.get('X-Content-Type-Options') === 'nosniff',
      csp: response.headers.get('Content-Security-Policy') ?? '',
      body: await response.text(),
    })
  }
  got = answers
})
afterAll(() => hostile?.world.store.destroy())

const pagesGot = (): readonly Got[] => got.filter((one) => one.type.startsWith('text/html'))
const bodies = (pages: readonly Got[]): string => pages.map((one) => one.body).join('\n')

describe('texts that would run', () => {
  it('are two hundred, no two alike', () => expect(new Set(ALL.map((one) => one.text)).size).toBe(200))

  it('really are shown, on the desk and on public pages, or this test would see nothing', () => {
    const site = bodies(pagesGot().filter((one) => one.url.startsWith('/en/i/')))
    const own = bodies(pagesGot().filter((one) => one.url.startsWith('/en/desk/')))
    expect(ALL.filter((one) => site.includes(`alert(${one.mark})`)).length).toBeGreaterThan(100)
    expect(ALL.filter((one) => own.includes(one.mark)).length).toBe(200)
  })

  it('stand in no page unescaped', () => {
    const all = bodies(got.filter((one) => !one.type.startsWith('application/json')))
    expect(ALL.filter(({ text }) => /[<"]/.test(text) && all.includes(text)).map((one) => one.text)).toEqual(
      [],
    )
  })

  it('would be seen if they stood unescaped', () => {
    const seen = ALL.filter(
      ({ text }) => /<[a-z/]+[ >]/i.test(text) && dangersIn(`<body>${text}</body>`).length > 0,
    )
    expect(seen.length).toBeGreaterThan(120)
  })

  it('make no element, handler or address that a browser would act on', () => {
    expect(pagesGot().length).toBeGreaterThan(600)
    expect(
      pagesGot()
        .flatMap(({ url, body }) => dangersIn(body).map((one) => `${url}: ${one}`))
        .slice(0, 10),
    ).toEqual([])
  })

  it('come with headers that would stop them all the same', () => {
    expect(
      got.filter((one) => !one.nosniff || !one.csp.includes("default-src 'none'")).map((one) => one.url),
    ).toEqual([])
    expect(got.filter((one) => one.csp.includes('unsafe')).map((one) => one.url)).toEqual([])
  })

  it('leave data data, and a feed well formed', () => {
    for (const { body } of got.filter((one) => one.type.startsWith('application/json'))) JSON.parse(body)
    const feed = got.find((one) => one.url.endsWith('.atom'))?.body ?? ''
    expect(feed).toContain('<feed')
    expect(feed).not.toMatch(/<(?!\/?(?:feed|id|title|updated|author|name|link|entry|summary)\b|\?xml)/)
  })

  it('are no address of a source: only the web is linked', () => {
    // A search says in its own address what was looked for, packed so that it leads nowhere.
    const linked = [...bodies(pagesGot()).matchAll(/href="([^"]*)"/g)].map((match) =>
      (match[1] ?? '').replace(/(?<=^\/\w\w\/(?:kz\/)?search(?:\.json)?\?q=)[\w%.~*'()!-]+/, ''),
    )
    expect(linked.filter((one) => /script:|^data:|evil/i.test(one))).toEqual([])
  })
})
