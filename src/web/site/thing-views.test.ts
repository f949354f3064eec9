/** Which things have a page, and what stands on it, by the public tables alone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyWorld, knowledge, siteOf } from '../../../test/world.ts'
import type { PublicDay } from '../../core/act/public-days.ts'
import { addedUp } from '../../core/counters.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import { thingsIn } from '../../core/things.ts'
import type { Harmed } from '../../core/values.ts'
import { incident, named, withheld } from '../../publish/fixture.ts'
import {
  countThings,
  writeCampaigns,
  writeIncidents,
  writeProceedings,
  writeThings,
} from '../../store/derived.ts'
import { countersOfThing, pageOfThing } from '../../store/queries/public-things.ts'
import type { Context } from '../../usecases/context.ts'
import { countersOf } from '../../usecases/measure/of-thing.ts'
import { askedFor, copyPages } from './copy-pages.ts'

let world: Context
const pack = knowledge.packs.get('kz')
const who = (id: string, harmed: Harmed) => ({ ...named(0), id, harmed })
const told = (id: string, more: object = {}): PublicIncident =>
  incident({ id, place: 'almaty', date: '2020-02-17', ...more })

const INCIDENTS = [
  told('kz-2020-a', {
    people: [who('struck', true), who('acting', 'actor'), who('quoted', false), withheld],
  }),
  told('kz-2020-b', { people: [who('tried', false)] }),
]
const journey = {
  id: 'case-tried',
  person: who('tried', true),
  charges: [],
  stages: [{ stage: 'charged', date: null, incident: 'kz-2020-b', penalty: null }],
} as unknown as PublicProceeding

beforeAll(async () => {
  world = await emptyWorld()
  if (!pack) throw new Error('no pack')
  await world.store.transaction().execute(async (trx) => {
    await writeIncidents(trx, [], INCIDENTS)
    await writeThings(
      trx,
      INCIDENTS.map((one) => ({
        ...{ incident: one, things: thingsIn(one, pack) },
        counters: countersOf(one, pack, knowledge.codebook),
      })),
    )
    await writeProceedings(trx, 'kz', [journey])
  })
})
afterAll(() => world.store.destroy())

const asked = async (path: string) => siteOf(world).request(path)

it.each([
  ['p/struck', 200],
  ['p/tried', 200],
  ['p/acting', 404],
  ['p/quoted', 404],
  ['p/nobody', 404],
  ['kz/place/almaty', 200],
  ['kz/place/kazakhstan', 404],
  ['kz/place/no-such-town', 404],
  ['kz/body/police', 200],
  ['kz/body/no-such-body', 404],
  ['kz/bill/no-such-bill', 404],
  ['xx/bills', 404],
  ['kz/place/almaty?page=7', 200],
])('%s is answered with %i, as a page and as data', async (path, status) => {
  const [plain = '', query = ''] = path.split('?')
  expect((await asked(`/en/${path}`)).status).toBe(status)
  expect((await asked(`/en/${plain}.json?${query}`)).status).toBe(status)
})

it('leads nowhere that does not exist from an incident that names who acted, who is quoted, who is tried', async () => {
  for (const one of INCIDENTS) {
    const page = await (await asked(`/en/i/${one.id}`)).text()
    const links = [...page.matchAll(/href="(\/en\/(?:p|kz\/\w+)\/[^"]+)"/g)].map(([, to = '']) => to)
    expect(links.length).toBeGreaterThan(0)
    for (const to of links) expect((await asked(to)).status, to).toBe(200)
  }
})

it('tells each step of a bill and each objection with a day in its feed, the newest first, and what comes next', async () => {
  const feed = await (await asked('/en/feeds/kz/bill/assemblies-2020.json')).json()
  const { items } = feed as { items: readonly { title: string; date_modified: string; url: string }[] }
  expect(items.map((one) => one.date_modified.slice(0, 10))).toEqual([
    ...['2020-06-06', '2020-05-25', '2020-04-30', '2020-04-22', '2020-04-01', '2020-03-26', '2020-03-12'],
  ])
  expect(items[0]?.title).toContain('In force')
  for (const one of items) expect(one.url).toContain('/en/kz/bill/assemblies-2020')
  const page = await (await asked('/ru/kz/bill/assemblies-2020')).text()
  expect(page).toContain('/ru/feeds/kz/bill/assemblies-2020.atom')
  expect(page).toContain('/ru/card/kz/AOC-488')
  expect(page).toContain('Город всё равно может отказать')
  expect((await asked('/en/feeds/kz/bill/no-such-bill.atom')).status).toBe(404)
  expect(await (await asked('/en/card/kz/AOC-488')).text()).toContain('/en/kz/bill/assemblies-2020')
})

it('reads the same counts and rows as counting its incidents gives', async () => {
  const almaty = { kind: 'place', id: 'almaty', country: 'kz' } as const
  const rows = await pageOfThing(world.store, almaty, { limit: 50, offset: 0 })
  expect(rows.map(({ incident: one, ...row }) => [one.id, row.parts, row.sure])).toEqual([
    ['kz-2020-b', ['there'], true],
    ['kz-2020-a', ['there'], true],
  ])
  const counters = rows.map(({ incident: one, sure }) => ({
    counters: pack ? countersOf(one, pack, knowledge.codebook) : {},
    sure,
  }))
  expect(await countersOfThing(world.store, almaty)).toEqual({ ...addedUp(counters), 'part|there': [2, 2] })
  expect(await pageOfThing(world.store, almaty, { limit: 1, offset: 1 })).toEqual([rows[1]])
})

it('goes with the public form of its incidents', async () => {
  await world.store.transaction().execute(async (trx) => {
    await countThings(trx, ['kz-2020-a'], -1)
    await trx.deleteFrom('public_incidents').where('id', '=', 'kz-2020-a').execute()
  })
  expect((await asked('/en/p/struck')).status).toBe(404)
  expect(await (await asked('/en/kz/place/almaty.json')).json()).toMatchObject({
    incidents: { certain: 1, claimed: 1 },
  })
})

it('says what may be sent to somebody who is held while a campaign says where, and no longer once a record lets them go', async () => {
  const facility = { facility: 'penal-colony', state: 'open', taking: { kinds: ['card'], until: null } }
  const shown = { id: 'cam-tried000', country: 'kz', subject: { kind: 'person', person: 'tried' } }
  const told = { title: { en: 'Let them go.', ru: null, kk: null }, asOf: '2026-11-26' }
  const write = (more: object, stages: readonly object[]) =>
    world.store.transaction().execute(async (trx) => {
      const body = { ...shown, ...told, ...facility, ...more } as never
      await writeCampaigns(trx, [{ id: shown.id, country: 'kz', state: 'open', updated: '2026-11-26', body }])
      await writeProceedings(trx, 'kz', [{ ...journey, stages } as unknown as PublicProceeding])
    })
  const rules = async () =>
    [
      (await (await asked('/en/p/tried')).text()).includes('Letters are not limited in number.'),
      ((await (await asked('/en/p/tried.json')).json()) as { maySend: readonly object[] }).maySend.length,
    ] as const
  const at = (stage: string, day: string) => ({
    ...{ stage, date: parsePartialDate(day), incident: 'kz-2020-b', penalty: null },
  })
  const held = [at('detained', '2020-02-17'), at('conviction', '2020-03-01')]
  await write({}, held)
  expect(await rules()).toEqual([true, 1])
  // From memory: the page says so, and names no single place.
  expect(await (await asked('/en/p/tried')).text()).toContain('from memory')
  await write({ state: 'paused' }, held)
  expect(await rules()).toEqual([false, 0])
  await write({ facility: null }, held)
  expect(await rules()).toEqual([false, 0])
  await write({}, [...held, at('release', '2020-05-01')])
  expect(await rules()).toEqual([false, 0])
})

it('lists days ahead that public campaigns tell of, and gives calendar programs no name, no court and no place', async () => {
  const none = { closes: null, state: 'open', kinds: [], tallies: [], outcomes: [], moves: [] }
  const title = { en: 'Let them go.', ru: 'Отпустите их.', kk: null }
  const event = (entry: string, kind: string, on: string) => ({
    ...{ kind: 'event', entry, event: kind, on, place: 'Almaty', host: 'City court', briefed: false },
  })
  const body = {
    ...{ ...none, id: 'cam-days0000', country: 'kz', title, asOf: '2026-11-26' },
    events: [event('e-past', 'vigil', '2026-11-25'), event('e-court', 'hearing', '2026-12-03')],
    deliveries: [
      { entry: 'e-sent', authority: 'ombudsman', due: '2026-12-01', replies: [] },
      { entry: 'e-heard', authority: 'ombudsman', due: '2026-12-02', replies: [{ kind: 'reply' }] },
    ],
  } as never
  await world.store
    .transaction()
    .execute((trx) =>
      writeCampaigns(trx, [
        { id: 'cam-days0000', country: 'kz', state: 'open', updated: '2026-11-26', body },
      ]),
    )
  const { days } = (await (await asked('/en/kz/calendar.json')).json()) as { days: readonly PublicDay[] }
  expect(days.map((one) => [one.day, one.kind])).toEqual([
    ['2026-12-01', 'answer'],
    ['2026-12-03', 'hearing'],
  ])
  const page = await (await asked('/ru/kz/calendar')).text()
  expect(page).toContain('Заседание суда · Almaty · City court')
  expect(page).toContain('/ru/campaign/cam-days0000')
  expect(page).toContain('Отпустите их.')
  const file = await asked('/en/kz/calendar.ics')
  expect(file.headers.get('content-type')).toContain('text/calendar')
  const text = (await file.text()).replaceAll('\r\n ', '')
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain('SUMMARY:Hearing')
  expect(text).toContain('/en/campaign/cam-days0000')
  expect(text).not.toMatch(/court|Almaty|Let them go|ombudsman/i)
  expect((await asked('/en/xx/calendar')).status).toBe(404)
  // A copy holds the same file: it leads to the site, and says when it grew old.
  for (const [origin, address] of [
    ['https://example.org', 'https://example.org/ru/campaign/cam-days0000'],
    ['', null],
  ] as const) {
    const pages = copyPages({ store: world.store, knowledge, rules: [] }, origin)
    const first = askedFor({ language: 'ru', page: { kind: 'calendar', country: 'kz' }, form: 'html' })
    const file = askedFor({ language: 'ru', page: { kind: 'calendar-file', country: 'kz' }, form: 'html' })
    const written = new Map<string, string>()
    for (const group of [[first], [file]])
      for await (const one of pages(group))
        if ('bytes' in one) written.set(one.bytes.path, new TextDecoder().decode(one.bytes.bytes))
    expect(written.get('ru/kz/calendar.html')).toMatch(/href="calendar\.ics"[^§]*Это файл копии/)
    const held = (written.get('ru/kz/calendar.ics') ?? '').replaceAll('\r\n ', '')
    expect(held.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(held).not.toMatch(/court|Almaty|Отпустите|ombudsman/i)
    expect(held.includes('DESCRIPTION')).toBe(address !== null)
    if (address !== null) expect(held).toContain(address)
  }
})
