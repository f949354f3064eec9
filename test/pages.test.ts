/** Every public page in three languages, with the words that ship: small, still, escaped, and nothing withheld in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { addedUp } from '../src/core/counters.ts'
import { LANGUAGES, type Language } from '../src/core/language.ts'
import { periodOf } from '../src/core/measure.ts'
import type { PublicProceeding } from '../src/core/public-record.ts'
import type { ReleasedRatings } from '../src/core/rating/public-rating.ts'
import { type DecidedRating, decisionOf, projectRating } from '../src/core/withholding/project-rating.ts'
import { measurePeriod } from '../src/measure/measure-period.ts'
import { atomFeed } from '../src/publish/atom.ts'
import { group, incident, NAMES, named, penalty, quarter, source, withheld } from '../src/publish/fixture.ts'
import { usesOf } from '../src/publish/laws.ts'
import { servedAt } from '../src/publish/links.ts'
import { billJson, billPage } from '../src/publish/pages/bill.ts'
import { billsJson, billsPage } from '../src/publish/pages/bills.ts'
import { bodyJson, bodyPage } from '../src/publish/pages/body.ts'
import { correctionsJson, correctionsPage } from '../src/publish/pages/corrections.ts'
import { countryJson, countryPage } from '../src/publish/pages/country.ts'
import { dataJson, dataPage } from '../src/publish/pages/data.ts'
import { errorJson, errorPage } from '../src/publish/pages/error.ts'
import { incidentJson, incidentPage } from '../src/publish/pages/incident.ts'
import { incidentsJson, incidentsPage, PER_PAGE } from '../src/publish/pages/incidents.ts'
import { lawJson, lawPage } from '../src/publish/pages/law.ts'
import { methodJson, methodPage } from '../src/publish/pages/method.ts'
import { newJson, newPage } from '../src/publish/pages/new.ts'
import { periodJson, periodPage } from '../src/publish/pages/period.ts'
import { personJson, personPage } from '../src/publish/pages/person.ts'
import { placeJson, placePage } from '../src/publish/pages/place.ts'
import { ratingJson, ratingPage } from '../src/publish/pages/rating.ts'
import { updateJson, updatePage } from '../src/publish/pages/update.ts'
import { worldJson, worldPage } from '../src/publish/pages/world.ts'
import { countersOf, thingCounts } from '../src/usecases/measure/of-thing.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const known = loadKnowledge(ROOT)
const pack = known.packs.get('kz')
const period = periodOf('2020-q1')
const provision = pack?.provisions.get('CC-405')
if (!pack || !period || !provision) throw new Error('the pack of Kazakhstan is missing')

const incidents = quarter(124)
const measures = measurePeriod(incidents, period, { pack })
const periods = [
  { period: '2019-q3', incidents: 2 },
  { period: '2020-q1', incidents: 124 },
  { period: '2022-q1', incidents: 7 },
]

/** One record with everything a page can show. */
const full = incident({
  id: 'kz-2020-02-22-a',
  acts: ['detention', 'fine', 'protest_held'],
  people: [named(0), withheld],
  groups: [group('people detained', 40, 40), group('people detained', 50, null, 'at_least')],
  laws: [{ code: 'administrative', article: '488', part: '1', name: null, provision: 'AOC-488' }],
  penalties: [penalty('fine', { amount: 132550, currency: 'KZT', indexMultiple: 50 })],
  disputed: ['group'],
  withheld: ['names', 'words'],
  links: [
    { kind: 'follows', incident: 'kz-2020-02-21-a' },
    { kind: 'part_of', incident: 'kz-not-shown' },
  ],
  sources: [
    source('Observers'),
    source(null, { url: 'javascript:alert(1)', title: null, start: null, end: null }),
  ],
})
const other = incident({ id: 'kz-2020-02-21-a', acts: ['summons'], people: [withheld] })
const stage = (name: string, id: string | null) => ({
  stage: name,
  date: null,
  incident: id,
  penalty: penalty('prison', { years: 2 }),
})
const proceeding = {
  id: 'p1',
  person: named(0),
  charges: [
    { code: 'criminal', article: '174', part: null, name: null, provision: 'CC-174', status: 'inferred' },
  ],
  stages: [stage('release', 'kz-2020-02-21-a'), stage('detained', full.id)],
} as unknown as PublicProceeding

/** The rating of the example corpus, as readers see it. */
const proposed = readFileSync(join(ROOT, 'examples', 'ratings.jsonl'), 'utf8')
  .split('\n')
  .find((line) => line.includes('"record": "rating"'))
const { id, asOf, bundle, result } = JSON.parse(proposed ?? '{}')
const decided: DecidedRating = {
  ...{ id, asOf, result, method: bundle.method, inputs: 'a'.repeat(64), band: result.band },
  ...{ decidedOn: '2026-11-17', dissents: 1, brought: [] },
}
const released: ReleasedRatings = {
  ...{ country: 'kz', now: projectRating(decided), history: [decisionOf(decided)] },
  evidence: [{ dimension: 'association', laws: ['CC-405'], incidents: [full.id] }],
}

const face = (language: Language, base = '') => ({
  site: servedAt(base),
  words: known.words[language],
  tell: known.tells[language],
  codebook: known.codebook,
})
const rendered = (language: Language): Readonly<Record<string, readonly [string, unknown]>> => {
  const own = face(language)
  const ofPeriod = { ...own, pack, period, incidents, measures, before: '2019-q4', after: '2020-q2' }
  const rows = { ...ofPeriod, filter: {}, page: 2 }
  const one = {
    ...own,
    pack,
    incident: full,
    linked: [other],
    linkedFrom: [{ kind: 'reverses' as const, incident: other.id }],
    proceedings: [proceeding],
  }
  const members = incidents.map((one) => ({ incident: one, parts: ['there' as const], sure: one !== full }))
  const counts = thingCounts(
    addedUp(members.map((one) => ({ ...one, counters: countersOf(one.incident, pack, known.codebook) }))),
  )
  const pageOne = { members: members.slice(0, 50), page: 1, pages: 3, total: members.length }
  const thing = { ...own, pack, counts, ...pageOne }
  const law = { ...thing, provision }
  const [almaty, square] = [pack.places.get('almaty'), pack.places.get('old-square-almaty')]
  const [closed, adam] = [pack.organisations.get('adam-bol'), pack.organisations.get('adam')]
  const [bill] = pack.bills.values()
  if (!almaty || !square || !closed || !adam || !bill) throw new Error('the pack has lost what is shown here')
  const place = { ...thing, place: almaty, parent: null, children: [{ place: square, incidents: 2 }] }
  const body = { ...thing, body: adam, before: [closed], after: [], page: 2 }
  const ofBill = { ...own, pack, bill, members: [] }
  const bills = { ...own, pack, bills: [bill] }
  const person = {
    ...own,
    ...{ id: 'person-0', name: NAMES[0] ?? { en: '', ru: null, kk: null } },
    packs: new Map([[pack.id, pack]]),
    members: [{ incident: full, parts: ['struck' as const], sure: true }],
    proceedings: [proceeding],
  }
  const front = {
    ...{ pack, periods, front: { period, incidents }, newest: incidents.slice(-40).toReversed() },
    ...{ ratings: null, watch: null },
  }
  const world = { ...own, countries: [front] }
  const country = { ...own, ...front, news: incidents.slice(0, 6), laws: usesOf(incidents) }
  const listed = {
    ...own,
    pack,
    since: null,
    page: 1,
    pages: 3,
    total: 120,
    incidents: incidents.slice(0, 50),
  }
  const corrected = { ...listed, incidents: [full] }
  const rating = { ...own, pack, ratings: released, watch: null, cited: [full] }
  const method = { ...own, rules: [...known.codebook.rules.values()] }
  const quarters = ['2020-q1', '2020-q2'].flatMap((one) => periodOf(one) ?? [])
  const covered = [
    { pack, quarters, from: '2009', to: '2025', without: [...pack.regions.values()].slice(0, 3) },
  ]
  const data = { ...own, packs: [pack], offers: [], tables: [], covered, contact: 'records@example.org' }
  const error = { ...own, status: 404, code: 'page.not-found' as const, params: {} }
  return {
    world: [worldPage(world), worldJson(world)],
    country: [countryPage(country), countryJson(country)],
    period: [periodPage(ofPeriod), periodJson(ofPeriod)],
    incidents: [incidentsPage(rows), incidentsJson(rows)],
    incident: [incidentPage(one), incidentJson(one)],
    law: [lawPage(law), lawJson(law)],
    place: [placePage(place), placeJson(place)],
    body: [bodyPage(body), bodyJson(body)],
    bill: [billPage(ofBill), billJson(ofBill)],
    bills: [billsPage(bills), billsJson(bills)],
    person: [personPage(person), personJson(person)],
    update: [updatePage({ ...ofPeriod, typesets: true }), updateJson({ ...ofPeriod, typesets: true })],
    new: [newPage(listed), newJson(listed)],
    corrections: [correctionsPage(corrected), correctionsJson(corrected)],
    rating: [ratingPage(rating), ratingJson(rating)],
    method: [methodPage(method), methodJson(method)],
    data: [dataPage(data), dataJson(data)],
    error: [errorPage(error), errorJson(error)],
  }
}

describe.each(LANGUAGES)('in %s', (language) => {
  const pages = rendered(language)
  describe.each(Object.keys(pages))('the page %s', (name) => {
    const [page = '', json] = pages[name] ?? []
    // A publication is read from end to end, so it may weigh more.
    const most = name === 'update' ? 120 : 50
    test(`is under ${most} KB with 120 incidents`, () => {
      expect(Buffer.byteLength(page)).toBeLessThan(most * 1000)
    })
    test('has no script, no style of its own and no request to elsewhere', () => {
      expect(page).not.toMatch(/<script|javascript:|\sstyle=|\son\w+=|<iframe|<img|<object|<style/i)
      for (const [, to] of page.matchAll(/<(?:link|use|form)[^>]*(?:href|action)="([^"]*)"/g))
        expect(to).toMatch(/^[/#]/)
    })
    test('has no hole where a value should be', () => {
      expect(page).not.toMatch(/undefined|\[object|>null<|NaN|\{\w+\}|(?:face|thing|person)\.\w/)
    })
    test('has each id once', () => {
      const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    })
    test('leads nowhere inside itself in vain', () => {
      const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
      const missing = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))
      expect(missing).toEqual([])
    })
    test('speaks its language, has one headline and can be had as data', () => {
      expect(page).toContain(`<html lang="${language}">`)
      expect(page.match(/<h1>/g)).toHaveLength(1)
      expect(JSON.parse(JSON.stringify(json))).toBeTypeOf('object')
      if (name !== 'error') expect(page).toContain('rel="alternate" type="application/json"')
    })
    test('is found in the other languages at the same page', () => {
      if (name === 'error') return
      const canonical = /rel="canonical" href="\/\w\w([^"]*)"/.exec(page)?.[1]
      for (const one of LANGUAGES) expect(page).toContain(`hreflang="${one}" href="/${one}${canonical}"`)
    })
    test('says so when no native speaker has read it', () => {
      const isOfLaw = name === 'law' || name === 'bill'
      expect(page.includes('class="unread">') || isOfLaw).toBe(language !== 'en' || isOfLaw)
    })
  })
})

const en = rendered('en')

test('a country whose bills nobody follows says so, and never nought', () => {
  const page = billsPage({ ...face('en'), pack: { ...pack, bills: new Map() }, bills: [] })
  expect(page).toContain('Nobody has written down a law in the making here')
  expect(page).not.toContain('0 laws')
})

test('a person who was struck is a link to their page, and nobody else is', () => {
  const [page = ''] = en.incident ?? []
  expect(page).toContain('<a href="/en/p/person-0">')
  const acting = { ...named(0), harmed: 'actor' as const }
  const told = incidentPage({
    ...face('en'),
    pack,
    incident: incident({ id: 'kz-2020-02-01-a', people: [acting, withheld] }),
    ...{ linked: [], linkedFrom: [] },
  })
  expect(told).not.toContain('/p/')
})

describe('on an old phone', () => {
  /** What comes over the line for one page, as the server packs it: the page with its figures, and the one style sheet. */
  const style = gzipSync(readFileSync(join(ROOT, 'src/web/ui/style.css'))).length
  const weight = (page: string): number => gzipSync(page).length + style
  const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0

  test.each(LANGUAGES)(
    'half of the kinds of pages in %s weigh less than 25 KB, and none 50 KB',
    (language) => {
      const weights = Object.values(rendered(language)).map(([page]) => weight(page))
      expect(middle(weights)).toBeLessThan(25_000)
      expect(Math.max(...weights)).toBeLessThan(50_000)
    },
  )
  test.each(LANGUAGES)('an update of 120 incidents in %s is read whole for less than 30 KB', (language) => {
    const [page = ''] = rendered(language).update ?? []
    expect(page.match(/<a href="#n\d+">/g)?.length).toBeGreaterThanOrEqual(120)
    expect(weight(page)).toBeLessThan(30_000)
  })
})

const AUGUST = { from: '2020-08-12', to: '2020-08-12', precision: 'day' as const }
test('whoever was let go under a penalty that nobody ended is not told as free', () => {
  const page = (type: 'restriction_of_freedom' | 'fine'): string =>
    personPage({
      ...face('en'),
      ...{
        id: 'person-0',
        name: NAMES[0] ?? { en: '', ru: null, kk: null },
        packs: new Map([[pack.id, pack]]),
      },
      members: [{ incident: full, parts: ['struck' as const], sure: true }],
      proceedings: [
        {
          ...proceeding,
          stages: [
            { ...stage('sentence', full.id), date: AUGUST, penalty: penalty(type) },
            { ...stage('release', full.id), date: AUGUST, penalty: null },
          ],
        } as unknown as PublicProceeding,
      ],
    })
  expect(page('restriction_of_freedom')).toMatch(/<h1>Asan Usenov: Released under restrictions/)
  expect(page('fine')).toMatch(/<h1>Asan Usenov: Released,/)
})

test('a withheld person leaves a slip and nothing else', () => {
  const [page = ''] = en.incident ?? []
  expect(page).toContain('<span class="withheld"><b>withheld</b></span>')
  expect(page).not.toContain('kz-not-shown')
})

test('words of a source are escaped, and a link that is no web address is not one', () => {
  const [page = ''] = en.incident ?? []
  expect(page).toContain('&lt;two&gt; hours &amp; let go')
  expect(page).not.toContain('alert(1)')
})

test('disputed values stand side by side and none is preferred', () => {
  const [page = ''] = en.incident ?? []
  expect(page).toMatch(/<ul class="quarrel"><li>40 people detained.*<li>at least 50 people detained/s)
})

test('a list holds fifty rows and says which filter is on and how many match', () => {
  const view = {
    ...face('en'),
    pack,
    period,
    incidents,
    filter: { act: 'detention', from: '2020-02-01' },
    page: 1,
  }
  const page = incidentsPage(view)
  expect((rendered('en').incidents?.[0].match(/<li><svg class="patch"/g) ?? []).length).toBe(PER_PAGE)
  expect(page).toContain('What was done: detention. From 1 February 2020.')
  const { incidents: rows } = incidentsJson(view) as { incidents: readonly unknown[] }
  expect(page).toContain(`<h1>${rows.length} incidents match</h1>`)
})

test('a page past the last shows the last, and a filter nobody knows matches nothing', () => {
  const view = { ...face('en'), pack, period, incidents, filter: {}, page: 99 }
  expect(incidentsPage(view)).toContain('page 3 of 3')
  expect(incidentsPage({ ...view, filter: { act: '<b>' }, page: 1 })).toContain('What was done: &lt;b&gt;')
  expect(incidentsPage({ ...view, filter: { act: '<b>' }, page: 1 })).toContain(
    'No recorded incident matches',
  )
})

test('the number of incidents on a tile is the number of rows it opens', () => {
  const [page = ''] = en.period ?? []
  const tiles = [
    ...page.matchAll(/<li class="r\d c\d[^"]*"><span>[^<]*<\/span><a href="[^"]*region=([\w-]+)">(\d+)</g),
  ]
  expect(tiles.length).toBeGreaterThan(2)
  for (const [, region = '', n] of tiles) {
    const { incidents: rows } = incidentsJson({
      ...face('en'),
      pack,
      period,
      incidents,
      filter: { region },
      page: 1,
    }) as { incidents: readonly unknown[] }
    expect(`${region} ${rows.length}`).toBe(`${region} ${n}`)
  }
})

test('the count of a period opens exactly the rows it was counted from', () => {
  const whole = measures.find((one) => one.unit === 'incidents' && one.slice === null)
  const filter = { from: period.from, to: period.to }
  expect(en.period?.[0]).toContain(`/incidents?from=${period.from}&amp;to=${period.to}">${whole?.certain}<`)
  const { incidents: rows } = incidentsJson({ ...face('en'), pack, period, incidents, filter, page: 1 }) as {
    incidents: readonly { readonly id: string }[]
  }
  expect(rows.map((row) => row.id).sort()).toEqual([...(whole?.rows ?? [])].sort())
})

test('an empty period claims nothing', () => {
  const page = periodPage({
    ...face('en'),
    pack,
    period,
    incidents: [],
    measures: [],
    before: null,
    after: null,
  })
  expect(page).toContain('Nothing is recorded here yet')
  expect(page).not.toContain('class="quilt"')
})

test('the feed is well formed, newest decision first, ids free of its address', () => {
  const view = { pack, period, incidents }
  const feed = atomFeed({ ...face('en', 'https://a.example'), ...view })
  const ids = (text: string): readonly string[] =>
    [...text.matchAll(/<id>([^<]*)<\/id>/g)].map(([, id = '']) => id)
  expect(feed).toMatch(
    /^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/,
  )
  expect(feed.match(/<entry>/g)).toHaveLength(50)
  expect(ids(feed)).toEqual(ids(atomFeed({ ...face('en', 'http://b.onion'), ...view })))
  expect(feed).toContain('href="https://a.example/en/i/')
  expect(feed.replace(/&(amp|lt|gt|quot);/g, '')).not.toContain('&')
})
