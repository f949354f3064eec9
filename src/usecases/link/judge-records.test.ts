/** Records made twice: judged by a person, cleared by another, shown and counted once, and parted again without a trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  aMove,
  decideAll,
  emptyWorld,
  importText,
  publishAll,
  ROOT,
  recordAll,
  siteOf,
} from '../../../test/world.ts'
import { canonical } from '../../core/json.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { publicIncident } from '../../store/queries/public.ts'
import { publicMeasures } from '../../store/queries/public-measures.ts'
import { testStore } from '../../store/test-stores.ts'
import { mirrored } from '../../web/site/mirror.ts'
import type { Context } from '../context.ts'
import { forgetRecord } from '../forget-record.ts'
import { countRecords } from '../measure/count-records.ts'
import { readMapped } from '../measure/read-mapped.ts'
import { recordsToMap } from '../measure/records-to-map.ts'
import { rebuild } from '../rebuild.ts'
import { contentOf, replay } from '../replay.ts'
import { rulesInForce } from '../rules-in-force.ts'

const FIRST = 'kz-2024-05-07-a'
const AGAIN = 'kz-2024-05-07-b'
const AFTER = 'kz-2024-05-09-a'
const OTHER = 'kz-2024-06-01-a'
const ONE =
  'On 7 May 2024 police in Almaty detained 5 activists, among them Asan Usenov. On 9 May 2024 a court in Almaty fined Asan Usenov. On 1 June 2024 police in Oral detained Dana.'
const TWO = 'On 7 May 2024 in Almaty 7 people were detained; Asan Usenov and Aigul Serikova were among them.'
const lena = { by: 'lena', at: '2026-11-02T09:00:00Z' }
const named = {
  kind: 'consent',
  level: 'name',
  reason: 'agreed',
  givenHow: 'in a talk',
  givenOn: '2026-01-01',
  reviewBy: '2027-01-01',
}
const group = (n: number) => [{ what: 'people detained', min: n, max: n, qualifier: 'exact' }]
let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, ONE)
  await importText(world, TWO, 'paper.txt')
  await recordAll(world, [
    {
      record: 'person',
      id: 'usenov',
      names: { en: 'Asan Usenov', ru: null, kk: null },
      basis: named,
      ...lena,
    },
  ])
  await decideAll(world, [
    aDecision({
      id: FIRST,
      from: 'On 7 May',
      to: 'Asan Usenov.',
      places: ['Almaty'],
      people: [{ id: 'usenov', harmed: true }],
      groups: group(5),
    }),
    aDecision({
      id: AGAIN,
      document: 'paper',
      from: 'On 7 May',
      to: 'among them.',
      places: ['Almaty'],
      people: [{ name: 'Asan Usenov', harmed: true }],
      groups: group(7),
    }),
    aDecision({
      id: AFTER,
      from: 'On 9 May',
      to: 'Asan Usenov.',
      date: '2024-05-09',
      people: [{ id: 'usenov', harmed: true }],
      acts: ['fine'],
      links: [{ kind: 'follows', incident: AGAIN }],
    }),
    aDecision({ id: OTHER, from: 'On 1 June', to: 'Dana.', date: '2024-06-01' }),
  ])
})
afterAll(() => world.store.destroy())

let ticks = 0
/** The same words at another moment are another judgement. */
const now = (): string => new Date(Date.parse('2026-11-12T09:00:00Z') + 1_000 * ticks++).toISOString()
const pair = (verdict: string, more: Record<string, unknown> = {}) => ({
  ...{ record: 'pair', id: AGAIN, with: FIRST, verdict, by: 'lena', at: now(), ...more },
})
const cleared = (more: Record<string, unknown> = {}) =>
  pair('cleared', { by: 'bota', why: 'one rally, two papers', ...more })
const shown = (id: string): Promise<PublicIncident | null> => publicIncident(world.store, id)
/** Which row of a table comes first is chance. */
const rowsOf = async (table: 'public_incidents' | 'public_proceedings' | 'public_measures') =>
  (await contentOf(world.store, table)).map((row) => canonical(row)).sort()
const outputs = async () => ({
  incidents: await rowsOf('public_incidents'),
  journeys: await rowsOf('public_proceedings'),
  measures: await rowsOf('public_measures'),
})
const count = async (method: string): Promise<readonly (number | null)[]> => {
  const all = await publicMeasures(world.store, 'kz', '2024')
  return all.flatMap((one) => (one.method === method && one.slice === null ? [one.certain, one.claimed] : []))
}
/** The workspace counts what readers see as one once, too. */
const counted = async (unit: 'incidents' | 'persons') => {
  const asked = {
    country: 'kz',
    unit,
    rows: null,
    columns: null,
    from: null,
    to: null,
    only: [],
    unverified: true,
  }
  const { total } = await countRecords(world, asked)
  return { certain: total.certain, claimed: total.claimed }
}
const get = async (path: string) => siteOf(world).request(`http://a${path}`)
let apart: Awaited<ReturnType<typeof outputs>>

describe('two records that tell one event', () => {
  it('stay two for readers until somebody who made neither has cleared the judgement', async () => {
    apart = await outputs()
    expect(await count('count.incidents@1')).toEqual([4, 4])
    expect(await counted('incidents')).toEqual({ certain: 4, claimed: 4 })
    await recordAll(world, [pair('same')])
    expect(await outputs()).toEqual(apart)
    expect(await counted('incidents')).toEqual({ certain: 4, claimed: 4 })
    for (const [by, code] of [
      ['aigerim', 'pair.own'],
      ['lena', 'pair.own'],
    ])
      await expect(recordAll(world, [cleared({ by })])).rejects.toThrow(code)
    expect(await outputs()).toEqual(apart)
  })

  it('are then one: counted once, with the values of both and a range where they differ', async () => {
    await recordAll(world, [cleared()])
    expect(await shown(AGAIN)).toBeNull()
    const one = await shown(FIRST)
    expect(one?.merged).toEqual([AGAIN])
    expect(one?.sources.map((source) => source.title)).toHaveLength(2)
    expect(one?.disputed).toEqual(['person', 'group'])
    expect(one?.fields.date[0]?.origins.map((origin) => origin.source)).toEqual([0, 1])
    expect(one?.fields.groups.map(({ value, origins }) => [value.min, origins[0]?.source])).toEqual([
      [5, 0],
      [7, 1],
    ])
    expect(await count('count.incidents@1')).toEqual([3, 3])
    const held = (await publicMeasures(world.store, 'kz', '2024')).find(
      (measure) => measure.method === 'count.persons@1' && measure.slice?.value === 'detention',
    )
    expect([held?.certain, held?.claimed, held?.rows]).toEqual([5, 7, [FIRST]])
    expect(await counted('incidents')).toEqual({ certain: 3, claimed: 3 })
  })

  it('are one row in the words of others too, with the words and sources of both', async () => {
    const asked = { country: 'kz', from: null, to: null, unverified: true }
    const records = await recordsToMap(world, asked)
    expect(records.map((one) => one.id)).not.toContain(AGAIN)
    const one = records.find(({ id }) => id === FIRST)
    expect(one?.words).toContain('5 activists')
    expect(one?.words).toContain('Aigul Serikova were among them')
    expect(one?.counted.persons).toEqual({ certain: 5, claimed: 7 })
    const rows = await readMapped(world, asked, 'acled')
    expect(rows.as === 'acled' && rows.rows.filter((each) => each.event_id_cnty === FIRST)).toHaveLength(1)
  })

  it('name nobody whom only the other record may name', async () => {
    const one = await shown(FIRST)
    expect(one?.fields.people.map((person) => person.value.kind)).toEqual(['named', 'withheld'])
    const words = (at: number) =>
      one?.sources[at]?.passage.map((part) => (part.kind === 'withheld' ? '▒' : part.text)).join('')
    expect(words(0)).toContain('Asan Usenov')
    expect(words(1)).toContain('▒')
    expect(words(1)).not.toMatch(/Usenov|Serikova/)
  })

  it('are led to from every address that was ever given: pages, data, links of other records', async () => {
    const page = await get(`/ru/i/${AGAIN}`)
    expect([page.status, page.headers.get('Location')]).toEqual([302, `/ru/i/${FIRST}`])
    const data = await get(`/en/i/${AGAIN}.json`)
    expect([data.status, data.headers.get('Location'), await data.json()]).toEqual([
      302,
      `/en/i/${FIRST}.json`,
      { mergedInto: FIRST, href: `/en/i/${FIRST}.json` },
    ])
    expect((await shown(AFTER))?.links).toEqual([{ kind: 'follows', incident: FIRST }])
    for (const path of [
      '/en/kz/2024/incidents',
      '/en/kz/2024.json',
      '/en/kz/2024.atom',
      '/en/kz/2024/update',
      `/en/i/${AFTER}`,
    ]) {
      const answer = await get(path)
      expect([path, answer.status, (await answer.text()).includes(`/i/${AGAIN}`)]).toEqual([path, 200, false])
    }
    expect(await (await get(`/en/i/${FIRST}`)).text()).toContain(`Also recorded as <a href="/en/i/${AGAIN}">`)
    expect((await get('/en/i/kz-2024-05-07-c')).status).toBe(404)
    // A copy in a folder cannot redirect: there a page stands at the other address, in each language, and once as data.
    const folder = new Map<string, string>()
    const copied = { store: world.store, knowledge: world.knowledge, rules: rulesInForce(world.knowledge) }
    for await (const file of mirrored(copied, { root: ROOT, made: '2026-11-26', origin: '' }))
      if (file.path.includes(AGAIN)) folder.set(file.path, new TextDecoder().decode(file.bytes))
    expect([...folder.keys()].sort()).toEqual(
      ['en/%.html', 'en/%.json', 'kk/%.html', 'ru/%.html'].map((one) => one.replace('%', `i/${AGAIN}`)),
    )
    expect(folder.get(`en/i/${AGAIN}.html`)).toContain(`<a href="${FIRST}.html">Go on to ${FIRST}</a>`)
    expect(JSON.parse(folder.get(`en/i/${AGAIN}.json`) ?? '')).toEqual({
      mergedInto: FIRST,
      href: `${FIRST}.json`,
    })
  })

  it('come out the same when all pages are made anew, and when the log is played again', async () => {
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
    const copy = await testStore()
    expect((await replay(world, copy)).tables.filter((one) => !one.same)).toEqual([])
    await copy.destroy()
  })

  it('part again without a trace, byte for byte', async () => {
    await recordAll(world, [pair('none')])
    expect(await outputs()).toEqual(apart)
    expect(await counted('incidents')).toEqual({ certain: 4, claimed: 4 })
    expect((await get(`/en/i/${AGAIN}`)).status).toBe(200)
  })

  it('part when others judge otherwise by way of a third, and nothing is merged through it', async () => {
    const third = (verdict: string, left: string, right: string) => ({
      ...pair(verdict),
      id: left,
      with: right,
    })
    await recordAll(world, [pair('same'), cleared(), third('same', FIRST, OTHER)])
    expect(await shown(AGAIN)).toBeNull()
    await recordAll(world, [third('different', OTHER, AGAIN)])
    expect(await shown(AGAIN)).not.toBeNull()
    await expect(
      recordAll(world, [{ ...third('cleared', FIRST, OTHER), by: 'bota', why: 'so' }]),
    ).rejects.toThrow('pair.contradiction')
    await recordAll(world, [third('none', OTHER, AGAIN), third('none', FIRST, OTHER)])
    expect(await shown(AGAIN)).toBeNull()
    await recordAll(world, [pair('none')])
    expect(await outputs()).toEqual(apart)
  })
})

describe('what is held back in one', () => {
  const held = (id: string, value: string) => ({
    record: 'tier',
    id,
    value,
    why: 'the family asked',
    by: 'lena',
    at: now(),
  })
  it('is held back in both as soon as they are judged to be one, cleared or not', async () => {
    await recordAll(world, [pair('same'), held(AGAIN, 'team')])
    expect([await shown(FIRST), await shown(AGAIN)]).toEqual([null, null])
    await recordAll(world, [pair('none')])
    expect([(await shown(FIRST))?.id, await shown(AGAIN)]).toEqual([FIRST, null])
  })

  it('a page taken off takes the same event off under the other id', async () => {
    await recordAll(world, [pair('same', { at: '2026-11-13T09:00:00Z' }), aMove('withdraw', [AGAIN])])
    expect([await shown(FIRST), (await get(`/en/i/${FIRST}`)).status]).toEqual([null, 404])
    await recordAll(world, [pair('none', { at: '2026-11-13T10:00:00Z' })])
    expect((await shown(FIRST))?.id).toBe(FIRST)
  })
})

describe('a total that covers single incidents', () => {
  const TOTAL = 'kz-2024-06-30-t'
  const cover = (covers: boolean, more: Record<string, unknown> = {}) => ({
    ...{ record: 'cover', id: TOTAL, with: OTHER, covers, by: 'lena', at: now(), ...more },
  })
  it('says so on both pages once that is cleared, and is never added to them', async () => {
    await importText(world, 'In 2024 the police in Kazakhstan detained 300 people.', 'year.txt')
    await decideAll(world, [
      aDecision({
        id: TOTAL,
        document: 'year',
        kind: 'aggregate',
        date: '2024',
        from: 'In 2024',
        to: '300 people.',
        groups: group(300),
      }),
    ])
    const before = await count('count.persons@1')
    await recordAll(world, [cover(true)])
    expect((await shown(TOTAL))?.links).toEqual([])
    await publishAll(world, [TOTAL])
    expect((await shown(TOTAL))?.links).toEqual([{ kind: 'covers', incident: OTHER }])
    expect(await (await get(`/en/i/${TOTAL}`)).text()).toMatch(/Counts too[\s\S]*2024/)
    expect(await (await get(`/en/i/${OTHER}`)).text()).toMatch(/Counted in[\s\S]*2024/)
    expect(await count('count.persons@1')).toEqual(before)
    await recordAll(world, [aMove('withdraw', [OTHER])])
    expect((await shown(TOTAL))?.links).toEqual([])
  })
  it.each([
    ['an event that covers', { id: FIRST }, 'cover.kind'],
    ['a total that covers a total', { with: TOTAL, id: FIRST }, 'cover.kind'],
    ['one that is not there', { with: 'kz-2024-06-30-z' }, 'record.unknown'],
    ['itself', { with: TOTAL }, 'another record'],
  ])('%s is refused', async (_, more, why) => {
    await expect(recordAll(world, [cover(true, more)])).rejects.toThrow(why)
  })
  it('no longer does when somebody says so, and is not judged to be one of them', async () => {
    await expect(recordAll(world, [pair('same', { id: TOTAL, with: OTHER })])).rejects.toThrow('pair.unlike')
    await recordAll(world, [cover(false)])
    await publishAll(world, [TOTAL])
    expect((await shown(TOTAL))?.links).toEqual([])
    await recordAll(world, [cover(true, { with: AGAIN, why: `as ${AGAIN} says` })])
  })
})

describe('a judgement', () => {
  it.each([
    ['on a record that is not there', pair('same', { with: 'kz-2024-05-07-z' }), 'record.unknown'],
    ['on a record and itself', pair('same', { with: AGAIN }), 'another record'],
    ['that clears what nobody judged', cleared(), 'pair.not-same'],
    ['that clears without a reason', cleared({ why: ' ' }), 'may ask why'],
    ['that is blind to nothing', pair('same', { blind: true }), 'pair.first'],
  ])('%s is refused', async (_, line, why) => {
    await expect(recordAll(world, [line])).rejects.toThrow(why)
  })

  it('goes with either record when it is forgotten, from the rows and from the log', async () => {
    await recordAll(world, [pair('same', { why: `as in ${AGAIN}` })])
    expect(JSON.stringify(await contentOf(world.store, 'decisions'))).toContain(`covers:${AGAIN}`)
    await forgetRecord(world, { record: AGAIN, by: 'lena', why: 'asked for' })
    expect(JSON.stringify(await contentOf(world.store, 'judgements'))).not.toContain(AGAIN)
    expect(JSON.stringify(await contentOf(world.store, 'decisions'))).not.toContain(AGAIN)
    const events = await world.store.selectFrom('events').select(['object', 'input']).execute()
    expect(JSON.stringify(events)).not.toContain(AGAIN)
    expect((await shown(FIRST))?.id).toBe(FIRST)
  })
})
