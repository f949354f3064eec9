import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, crawl, NOTHING } from '../../../test/crawl.ts'
import { readApi } from '../../../test/open/api.ts'
import { openFiles } from '../../../test/open/files.ts'
import { roundTrip } from '../../../test/open/round-trip.ts'
import { askedPlainly } from '../../../test/search-asked-plainly.ts'
import { aMove, corpusWorld, recordAll, siteOf } from '../../../test/world.ts'
import { LANGUAGES } from '../../core/language.ts'
import { termsIn } from '../../core/search.ts'
import { publicFound } from '../../store/queries/public-search.ts'
import type { Context } from '../../usecases/context.ts'

/** As it is written; sent, a page is a fifth of it. */
const BUDGET = 60_000
/** A publication is read from end to end. */
const UPDATE_BUDGET = 120_000
let world: Context
let answers: readonly Answer[]
beforeAll(async () => {
  world = await corpusWorld()
  answers = await crawl(siteOf(world), ['kz-0000-00-00-z'], NOTHING)
})
afterAll(() => world.store.destroy())

/** A page for somebody else's frame is no page of the site: it has neither search nor languages. */
const html = (): readonly Answer[] =>
  answers.filter(
    (one) => /text\/html/.test(one.headers.get('Content-Type') ?? '') && !/^\/\w\w\/embed\//.test(one.url),
  )
const bodyOf = (answer: Answer): string => answer.text.slice(answer.text.indexOf('<!'))

describe('the public site of the example corpus', () => {
  it('has every kind of page in three languages, all of them reachable by links', () => {
    for (const language of LANGUAGES)
      for (const path of [
        '',
        'kz',
        'kz/2020-q1',
        'kz/2020-q1/update',
        'kz/2020-q1/incidents',
        'kz/rating',
        'kz/new',
        'kz/corrections',
        'kz/place/turkistan-region',
        'kz/body/court-atyrau-regional',
        'kz/body/adam-bol',
        'kz/bills',
        'kz/eyes',
        'kz/kits',
        'kit/kz/satire',
        'kit/kz/quilt/learner',
        'kz/bill/assemblies-2020',
        'p/temirlan-ensebek',
        'method',
        'data',
      ])
        expect(
          answers.find((one) => one.url === `/${language}/${path}`)?.status,
          `/${language}/${path}`,
        ).toBe(200)
    expect(
      answers.filter((one) => /^\/ru\/i\/[^.]+$/.test(one.url) && one.status === 200).length,
    ).toBeGreaterThan(100)
    expect(
      answers.filter((one) => /^\/kk\/kz\/law\/[^.]+$/.test(one.url) && one.status === 200).length,
    ).toBeGreaterThan(5)
  })

  it('says the same as data in every language, where a copy holds them once', () => {
    const once =
      /^\/en\/((i|p|rules?)\/[^/]+|kz\/(law|place|body|bill)\/[^/]+|kz\/(bills|rating|corrections|\d{4}(-q\d)?)|kz|index|method|data)\.json$/
    const found = answers.filter((one) => one.status === 200)
    const there = new Map(found.map((one) => [one.url, one.text.slice(one.text.indexOf('{'))]))
    const told = [...there.keys()].filter((url) => once.test(url))
    expect(told.length).toBeGreaterThan(300)
    // Of rules a part is walked in the other languages.
    const pairs = told.flatMap((url) =>
      ['ru', 'kk'].flatMap((language) => {
        const other = there.get(url.replace('/en/', `/${language}/`))
        return other === undefined ? [] : [{ url, other }]
      }),
    )
    expect(pairs.length).toBeGreaterThan(600)
    for (const { url, other } of pairs) expect(other, url).toBe(there.get(url))
  })

  it.each([
    ['en', 'No text was written from the records yet'],
    ['ru', 'По записям пока не написано ни одного текста'],
    ['kk', 'Жазбалардан әлі мәтін жазылған жоқ'],
  ])('says in %s in words that no text was written from the records', async (language, told) => {
    const page = await (await siteOf(world).request(`/${language}/kz/publications`)).text()
    expect(page).toContain(told)
    expect(page).not.toMatch(/0 (?:texts|текст|мәтін)/)
  })

  it('leads nowhere that does not exist', () => {
    const dead = answers.filter((one) => one.status >= 400 && !/desk|kz-0000|%2f|dancing/.test(one.url))
    expect(dead.map((one) => one.url)).toEqual([])
  })

  it('keeps every page small, without script, without anything from elsewhere', () => {
    expect(
      html()
        .filter(
          (one) => Buffer.byteLength(bodyOf(one)) > (one.url.endsWith('/update') ? UPDATE_BUDGET : BUDGET),
        )
        .map((one) => `${one.url} ${Buffer.byteLength(bodyOf(one))}`),
    ).toEqual([])
    for (const page of html()) {
      expect(bodyOf(page), page.url).not.toMatch(/<iframe|javascript:|\son\w+=|\sstyle=|<style/i)
      // One kind has a script, and says why; test/teach/with-their-eyes.test.ts looks at it.
      if (!/\/kz\/eyes$/.test(page.url)) expect(bodyOf(page), page.url).not.toMatch(/<script/i)
      else expect(bodyOf(page)).toContain(' data-script=')
      const outside = [...bodyOf(page).matchAll(/(?:src|href|action|data)="(https?:)?\/\/[^"]*"/g)].map(
        (match) => match[0],
      )
      // Sources and licences are cited by address; nothing is loaded from there.
      expect(
        outside.filter((one) => /^(src|action|data)=/.test(one)),
        page.url,
      ).toEqual([])
      expect(bodyOf(page), page.url).not.toMatch(/<(link|img)[^>]+(href|src)="https?:/)
    }
  })

  it('sends the headers that let a page do nothing but be read', () => {
    for (const { url, headers } of answers) {
      expect(headers.get('Content-Security-Policy'), url).toMatch(/^default-src 'none'/)
      expect(headers.get('X-Content-Type-Options'), url).toBe('nosniff')
      expect(headers.get('Referrer-Policy'), url).toBe('no-referrer')
      expect(headers.get('Set-Cookie'), url).toBeNull()
    }
  })

  it('announces a JSON twin on every page, and the twin is there', () => {
    for (const page of html().filter((one) => one.status === 200)) {
      const twin = /<link rel="alternate" type="application\/json" href="([^"]+)"/
        .exec(page.text)?.[1]
        ?.replaceAll('&amp;', '&')
      expect(twin, page.url).toBeDefined()
      const found = answers.find((one) => one.url === twin)
      expect(found?.status, twin).toBe(200)
      expect(() => JSON.parse(found?.text.slice(found.text.indexOf('\n{') + 1) ?? ''), twin).not.toThrow()
    }
  })

  it('speaks the language it says, offers the others, and admits what no native speaker has read', () => {
    for (const page of html().filter((one) => one.status === 200)) {
      const language = page.url.split('/')[1]
      expect(page.text, page.url).toContain(`<html lang="${language}"`)
      for (const other of LANGUAGES) expect(page.text, page.url).toContain(`hreflang="${other}"`)
    }
    const note = (language: 'ru' | 'kk') => world.knowledge.words[language].t('language.unreviewed')
    for (const language of ['ru', 'kk'] as const)
      expect(answers.find((one) => one.url === `/${language}/kz/2020-q1`)?.text).toContain(note(language))
  })

  it('opens every number to as many rows as it says', async () => {
    const site = siteOf(world)
    const period = answers.find((one) => one.url === '/en/kz/2020-q1')
    const links = [...(period?.text ?? '').matchAll(/href="(\/en\/kz\/2020-q1\/incidents\?[^"]+)"/g)].map(
      (match) => match[1]?.replaceAll('&amp;', '&') ?? '',
    )
    expect(links.length).toBeGreaterThan(10)
    for (const link of new Set(links)) {
      const answer = await site.request(link.replace('/incidents?', '/incidents.json?'))
      expect(answer.status, link).toBe(200)
    }
  })

  it('answers a failure calmly, in the reader’s language, as JSON where JSON was asked', async () => {
    const site = siteOf(world)
    const page = await site.request('/kk/kz/2050-q1')
    expect(page.status).toBe(404)
    expect(await page.text()).toContain(world.knowledge.words.kk.t('fault.page.not-found'))
    const json = await site.request('/ru/i/nothing-here.json')
    expect(json.status).toBe(404)
    expect(await json.json()).toMatchObject({ status: 404, code: 'page.not-found' })
  })

  it('writes nothing: every other method is refused', async () => {
    const site = siteOf(world)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await site.request('/en/kz/2020-q1', { method })).status, method).toBe(404)
    expect((await site.request('/en/desk/')).status).toBe(404)
  })

  it('tells a reader who comes back that nothing has changed', async () => {
    const site = siteOf(world)
    const first = await site.request('/en/kz/2020-q1')
    const again = await site.request('/en/kz/2020-q1', {
      headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

describe('the country update as a file', () => {
  const ask = (path: string) => siteOf(world, 'https://aigaq.example').request(path)

  it.each([
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['md', 'text/markdown; charset=utf-8'],
    ['txt', 'text/plain; charset=utf-8'],
  ])('is given as %s, kept while nothing changes, in the language of its address', async (paper, type) => {
    const first = await ask(`/kk/kz/2020-q1/update.${paper}`)
    expect([first.status, first.headers.get('Content-Type')]).toEqual([200, type])
    expect(first.headers.get('Content-Language')).toBe('kk')
    const again = await ask(`/kk/kz/2020-q1/update.${paper}`)
    expect(again.headers.get('ETag')).toBe(first.headers.get('ETag'))
    expect(await (await ask(`/en/kz/2020-q1/update.${paper}`)).text()).not.toBe(await first.text())
  })

  it('leads each sentence to its record by a whole address', async () => {
    const text = await (await ask('/en/kz/2020-q1/update.txt')).text()
    expect(text).toMatch(/\[\d+\] .*https:\/\/aigaq\.example\/en\/i\/kz-2020-/)
  })

  it.each(['/en/kz/2020-q9/update.pdf', '/en/zz/2020-q1/update.pdf', '/en/kz/2020-q1/update.exe'])(
    'is not there at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404)
    },
  )
})

openFiles(() => world)
roundTrip(() => world)
readApi(() => world)
describe('the search of the public site', () => {
  type Found = {
    total: number
    counts: Record<string, Record<string, number>> | null
    incidents: { id: string; country: string }[]
  }
  const page = async (query: string, path = '/en/search'): Promise<string> =>
    (await siteOf(world).request(`${path}?${query}`)).text()
  const data = async (query: string, path = '/en/search.json'): Promise<Found> =>
    (await (await siteOf(world).request(`${path}?${query}`)).json()) as Found
  const asked = (q: string): string => `q=${encodeURIComponent(q)}`

  it.each([
    ['Uralsk', 'Орал'],
    ['Oral', 'Уральск'],
    ['Mamai', 'Мамай'],
    ['Mamay', 'Мамая'],
    ['detention', 'задержание'],
    ['article 400', 'ст. 400'],
    ['400', '400-бап'],
    ['Almaty', 'Алматыда'],
  ])('finds by %s what it finds by %s', async (one, other) => {
    const [first, second] = [await data(asked(one)), await data(asked(other))]
    const best = second.incidents.map(({ id }) => id)
    expect(first.incidents.filter(({ id }) => best.includes(id)).length).toBeGreaterThan(0)
  })

  it('puts what a record says itself before what a passage mentions, and marks the words', async () => {
    const text = await page(asked('Uralsk'))
    expect(text).toMatch(/<mark>(?:Uralsk|Oral)<\/mark>/)
    expect(text).toContain('<title>Search · Aigaq</title>')
    expect(text).toContain(world.knowledge.words.en.t('find.privacy').slice(0, 40))
    const { incidents } = await data(asked('Uralsk'))
    expect(JSON.stringify(incidents[0])).toContain('"place":"oral"')
  })

  it('finds a record by its id, first', async () => {
    const { incidents } = await data(asked('kz-2020-02-17-b'))
    expect(incidents[0]?.id).toBe('kz-2020-02-17-b')
  })

  it('counts under each value as many as narrowing by it gives, together with the words', async () => {
    const all = await data(asked('detained'))
    expect(all.total).toBeGreaterThan(20)
    for (const narrow of ['freedom', 'period', 'region', 'act', 'law', 'outcome', 'kind'])
      for (const [value, n] of Object.entries(all.counts?.[narrow] ?? {}).slice(0, 3)) {
        const narrowed = await data(`${asked('detained')}&${narrow}=${value}`)
        expect([narrow, value, narrowed.total]).toEqual([narrow, value, n])
        // The others of the same kind are counted as what they would add.
        expect(narrowed.counts?.[narrow]).toEqual(all.counts?.[narrow])
      }
    const two = await data('act=detention&act=fine')
    expect(two.total).toBe((await data('act=fine,detention')).total)
    expect(two.total).toBeGreaterThan((await data('act=fine')).total)
  })

  const ASKED: readonly (readonly [string, object, number])[] = [
    ['', {}, 0],
    ['', {}, 20],
    ['', { act: 'detention,fine', period: '2020' }, 0],
    ['', { law: 'AO-488', outcome: '2,3' }, 0],
    ['detained', {}, 0],
    ['detained', { region: 'KZ-75' }, 20],
    ['задержание', { freedom: 'assembly' }, 0],
    ['court Uralsk', { act: 'detention', kind: 'event' }, 0],
    ['Мамай', {}, 0],
    ['400', { period: '2020-q1' }, 0],
    ['kz-2020-02-17-b', {}, 0],
    ['nothing of the kind', {}, 0],
  ]
  it.each(ASKED)('says of %j %j from %i on what the rows alone say', async (words, narrowing, offset) => {
    const terms = termsIn(words).map((term) => ({ ...term, bases: [] }))
    for (const country of [null, 'kz', 'zz']) {
      const asked = { country, terms, narrowing, limit: 20, offset }
      expect(await publicFound(world.house, asked)).toEqual(await askedPlainly(world.house, asked))
    }
  })

  it('turns pages, each record once', async () => {
    const pages = await Promise.all([1, 2].map((n) => data(`${asked('detained')}&page=${n}`)))
    const ids = pages.flatMap((one) => one.incidents.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBe(pages[0]?.total)
    expect((await data(`${asked('detained')}&page=99`)).incidents).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['a percent sign', '%'],
    ['a broken escape', '%E0%A4%A'],
    ['a NUL', 'a%00b'],
    ['a pattern of a database', '%25_%25'],
    ['a regular expression', '(a%2B)%2B%24'],
    ['operators', '%27%26%20%7C%20!%20:*%20%3C-%3E%5C'],
    ['quotes', '%27%27%27%27%22%60'],
    ['a long word', 'a'.repeat(9_000)],
    ['many words', 'one%20'.repeat(900)],
    ['pairs of halves', '%F0%9F%98%80'.repeat(150)],
    ['half of a pair', '%ED%A0%BD'],
  ])('answers %s calmly', async (_what, q) => {
    for (const path of ['/en/search', '/kk/kz/search', '/ru/search.json']) {
      const answer = await siteOf(world).request(`${path}?q=${q}`)
      expect(answer.status).toBe(200)
      expect((await answer.text()).length).toBeLessThan(BUDGET * 3)
    }
  })

  it.each(['act=nothing', 'region=KZ-00', 'period=2020-q9', 'law=x', 'outcome=9'])(
    'knows of no %s',
    async (query) => {
      expect((await siteOf(world).request(`/en/search?${query}`)).status).toBe(404)
    },
  )

  it('is offered on every page, and in no country that there is not', async () => {
    for (const one of html().filter(({ status, url }) => status === 200 && !url.includes('/search')))
      expect(one.text, one.url).toMatch(/<form method="get" action="\/\w\w\/(?:kz\/)?search"/)
    expect((await data(asked('Uralsk'), '/en/kz/search.json')).total).toBe(
      (await data(asked('Uralsk'))).total,
    )
    expect((await siteOf(world).request('/en/zz/search')).status).toBe(404)
  })

  it('says back what was typed as text alone', async () => {
    const text = await page(asked('"><script>alert(1)</script><img src=x onerror=alert(1)>'))
    expect(text).not.toMatch(/<script|<img/)
    expect(text).toContain('&lt;script&gt;')
  })
})

describe('pages kept in memory', () => {
  it('are given again as they were, packed, and not at all once something public has changed', async () => {
    const kept = siteOf(world, '', undefined, true)
    const ask = (path: string, headers = {}) => kept.request(path, { headers })
    const first = await ask('/en/kz/2020-q1')
    const again = await ask('/en/kz/2020-q1')
    expect(await again.text()).toBe(await first.text())
    for (const name of ['ETag', 'Content-Type', 'Cache-Control', 'Content-Security-Policy'])
      expect(again.headers.get(name)).toBe(first.headers.get(name))
    const packed = await ask('/en/kz/2020-q1', { 'Accept-Encoding': 'gzip' })
    expect(packed.headers.get('Content-Encoding')).toBe('gzip')
    expect((await ask('/en/kz/2020-q1', { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(
      304,
    )
    const gone = 'kz-2020-02-17-b'
    for (let n = 0; n < 2; n += 1) expect((await ask(`/en/i/${gone}`)).status).toBe(200)
    await recordAll(world, [aMove('withdraw', [gone], { why: 'she asked' })].flat())
    expect((await ask(`/en/i/${gone}`)).status).toBe(404)
    expect(await (await ask('/en/kz/2020-q1/incidents.json')).text()).not.toContain(`"${gone}"`)
    expect(await (await ask(`/en/search.json?q=${gone}`)).text()).toContain('"total":0')
    // What is remembered of rows of the search was remembered before: still the answers are those of the rows there are.
    for (const words of ['', 'Uralsk']) {
      const terms = termsIn(words).map((term) => ({ ...term, bases: [] }))
      const whole = { country: null, terms, narrowing: {}, limit: 500, offset: 0 }
      const found = await publicFound(world.house, whole)
      expect(found.ids).not.toContain(gone)
      expect(found).toEqual(await askedPlainly(world.house, whole))
    }
  })
})
