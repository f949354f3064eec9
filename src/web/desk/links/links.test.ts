/** The link desk: a name in a record beside a person on record; somebody judges, and only that changes who is who. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Desk, deskOf, formIn, send } from '../../../../test/desk.ts'
import {
  aDecision,
  decideAll,
  type Entered,
  emptyWorld,
  importText,
  publishAll,
  recordAll,
  signedInAs,
  siteOf,
} from '../../../../test/world.ts'
import { heldOf, type Incident } from '../../../core/record.ts'
import { testStore } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import { refresh } from '../../../usecases/refresh.ts'
import { contentOf, replay } from '../../../usecases/replay.ts'

const ID = 'kz-2024-05-07-a'
const OTHER = 'kz-2024-05-08-a'
const TEXT =
  'On 7 May 2024 police in Almaty detained Asan Usenov. On 8 May 2024 police in Oral detained A. Usenov.'
const lena = { by: 'lena', at: '2026-11-01T09:00:00Z' }
let world: Context
let web: Desk
let marat: Entered
beforeAll(async () => {
  let ticks = 0
  const base = await emptyWorld()
  const now = (): string => new Date(Date.parse(base.clock.now()) + 10 * ticks++).toISOString()
  world = { ...base, clock: { now } }
  web = deskOf(world)
  marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
  await importText(world, TEXT)
  const basis = {
    kind: 'consent',
    level: 'name',
    reason: 'He said so',
    givenHow: 'in a talk',
    givenOn: '2026-01-01',
    reviewBy: '2027-01-01',
  }
  await recordAll(world, [
    {
      record: 'person',
      id: 'usenov',
      names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
      basis,
      ...lena,
    },
    { record: 'person', id: 'nurlan', names: { en: 'Nurlan Akhmetov', ru: null, kk: null }, ...lena },
  ])
  await decideAll(world, [
    aDecision({
      id: ID,
      from: 'On 7 May',
      to: 'Asan Usenov.',
      people: [{ name: 'Asan Usenov', harmed: true }],
    }),
    aDecision({
      id: OTHER,
      date: '2024-05-08',
      from: 'On 8 May',
      to: 'A. Usenov.',
      people: [{ name: 'A. Usenov', harmed: true }],
    }),
  ])
})
afterAll(() => world.store.destroy())

const page = async (at = 0): Promise<string> => (await ask(web, `/en/desk/links?at=${at}`, marat)).text()
const formOf = async (at = 0) => Object.fromEntries(formIn(await page(at), 'judge'))
const judge = async (verdict: string, fields: Readonly<Record<string, string>>, why = '') =>
  send(web, '/en/desk/links', Object.entries({ ...fields, verdict, why }), marat)
const personIn = async (id: string): Promise<string | null | undefined> => {
  const row = await world.house
    .selectFrom('incidents')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return heldOf(row.body as unknown as Incident, 'person')[0]?.person
}
const shownOf = async (id: string): Promise<string> =>
  (await siteOf(world).request(`http://a/en/i/${id}`)).text()

describe('a name in a record', () => {
  it('stands beside the person it may be, with the reasons, and is judged by nobody but a person', async () => {
    const first = await page()
    expect(first).toContain('2 pairs wait')
    expect(first).toMatch(/In the record[\s\S]*Asan Usenov[\s\S]*On record[\s\S]*Асан Усенов/)
    expect(first).not.toContain('Nurlan')
    expect([await personIn(ID), await personIn(OTHER)]).toEqual([null, null])
    expect(await page(1)).toContain('an initial of it')
  })

  it('is that person from when somebody says so; what readers see waits for its own clearance', async () => {
    expect(await shownOf(ID)).toMatch(/<h1[\s\S]*detention/i)
    expect(await shownOf(ID)).not.toContain('Asan Usenov')
    const answer = await judge('same', await formOf(), 'the same face in both pictures')
    expect(answer.headers.get('Location')).toMatch(
      /^\/en\/desk\/links\?at=0&done=kz-2024-05-07-a~c-[0-9a-f]{20}~usenov~same$/,
    )
    expect(await personIn(ID)).toBe('usenov')
    expect(await shownOf(ID)).not.toContain('Asan Usenov')
    const row = await world.house
      .selectFrom('judgements')
      .selectAll()
      .orderBy('event', 'desc')
      .executeTakeFirst()
    expect([row?.verdict, row?.by, row?.score, row?.explanation]).toEqual([
      'same',
      'marat',
      1,
      'the same face in both pictures · equal',
    ])
    await publishAll(world, [ID])
    expect(await shownOf(ID)).toContain('Asan Usenov')
    expect(await page()).toContain('1 pair waits')
  })

  it('no longer waits when it is somebody else or nobody knows, and the record is as it was', async () => {
    const before = await contentOf(world.house, 'decisions')
    const fields = await formOf()
    expect(fields.record).toBe(OTHER)
    await judge('unsure', fields)
    expect(await page()).toContain('No name in your records waits')
    expect([await personIn(OTHER), await contentOf(world.house, 'decisions')]).toEqual([null, before])
    await judge('none', fields)
    expect(await page()).toContain('1 pair waits')
    await judge('different', fields, 'another town')
    expect(await page()).toContain('No name in your records waits')
    await judge('none', fields)
  })

  it('is taken back to what it was before, also after a same', async () => {
    const held = async () =>
      (
        await world.house
          .selectFrom('incidents')
          .select('body')
          .where('id', '=', OTHER)
          .executeTakeFirstOrThrow()
      ).body as unknown as Incident
    const values = (one: Incident) =>
      one.rulings.map(({ field, verdict, values: all }) => ({ field, verdict, all }))
    const before = values(await held())
    const fields = await formOf()
    await judge('same', fields)
    expect(await personIn(OTHER)).toBe('usenov')
    const other = await judge('same', { ...fields, person: 'nurlan', seen: '' })
    expect([other.status, await other.text()]).toEqual([
      409,
      expect.stringContaining('was judged to be usenov'),
    ])
    await judge('none', { ...fields, seen: '' })
    expect(values(await held())).toEqual(before)
  })

  it('is judged a second time by somebody who does not see the first; nothing changes until both are seen', async () => {
    const dana = await signedInAs(world, { handle: 'dana', role: 'monitor' })
    const open = async (query: string, who: Entered) => (await ask(web, `/en/desk/links${query}`, who)).text()
    expect(await open('?blind=1', marat)).not.toContain('id="judge"')
    const blind = await open('?blind=1', dana)
    expect(blind).toMatch(/1 name waits for a second judge[\s\S]*You do not see what they said/)
    expect(blind).not.toContain('marat')
    const [before, records] = [await shownOf(ID), await personIn(ID)]
    const fields = Object.fromEntries(formIn(blind, 'judge'))
    expect(fields.blind).toBe('yes')
    const send2 = (given: Record<string, string>) => send(web, '/en/desk/links', Object.entries(given), dana)
    expect((await send2({ ...fields, verdict: 'different' })).headers.get('Location')).toBe(
      '/en/desk/links?at=0&blind=1',
    )
    expect([await shownOf(ID), await personIn(ID)]).toEqual([before, records])
    expect((await send2({ ...fields, verdict: 'same', claim: 'c-00000000000000000000' })).status).toBe(404)
    const told = await open('', marat)
    expect(told).toMatch(/Two judges differ[\s\S]*Of 1 judged twice, 0 agree[\s\S]*alpha: 0\.00/)
    const both = await open(`?claim=${fields.claim}&person=usenov`, marat)
    expect(both).toMatch(/Same person[\s\S]*marat[\s\S]*Somebody else \(blind\)[\s\S]*dana/)
    await judge('same', Object.fromEntries(formIn(both, 'judge')))
    expect(await open('', marat)).not.toContain('Two judges differ')
    expect([await shownOf(ID), await personIn(ID)]).toEqual([before, records])
  })

  it('is not judged on what somebody else has changed since it was looked at', async () => {
    const fields = await formOf()
    await judge('same', fields)
    await judge('none', { ...fields, seen: '' })
    const late = await judge('same', fields)
    expect([late.status, await personIn(OTHER)]).toEqual([409, null])
  })

  it.each([
    ['a person that is not here', { person: 'absent' }, 404],
    ['a name that is not in the record', { claim: 'c-00000000000000000000' }, 404],
    ['a record that is not there', { record: 'kz-2024-05-09-z' }, 404],
  ])('%s is refused, and nothing is written', async (_, more, status) => {
    const before = (await contentOf(world.house, 'judgements')).length
    expect([
      (await judge('same', { ...(await formOf()), ...more })).status,
      (await contentOf(world.house, 'judgements')).length,
    ]).toEqual([status, before])
  })
})

it('whoever may not read people sees no pair, and a lawyer none of a record that is not theirs', async () => {
  const oskar = await signedInAs(world, { handle: 'oskar', role: 'partner' })
  const daniyar = await signedInAs(world, { handle: 'daniyar', role: 'lawyer' })
  for (const who of [oskar, daniyar]) {
    const answer = await ask(web, '/en/desk/links', who)
    expect([answer.status, (await answer.text()).includes('Usenov')]).toEqual([403, false])
  }
})

it('names of several records that are like nobody on record are told', async () => {
  await importText(
    world,
    'On 9 May 2024 police in Oral detained Dinara Bekova. On 10 May 2024 police in Oral detained Dinara Bekova.',
    'more.txt',
  )
  const told = (id: string, day: string) =>
    aDecision({
      id,
      document: 'more',
      date: `2024-05-${day}`,
      from: `On ${Number(day)} May`,
      to: 'Bekova.',
      people: [{ name: 'Dinara Bekova', harmed: true }],
    })
  await recordAll(world, [told('kz-2024-05-09-b', '09'), told('kz-2024-05-10-b', '10')])
  const { unrecorded } = (await (await ask(web, '/en/desk/links.json', marat)).json()) as {
    unrecorded: unknown
  }
  expect(unrecorded).toEqual([{ name: 'Dinara Bekova', records: ['kz-2024-05-09-b', 'kz-2024-05-10-b'] }])
})

it('a name that is somebody in one record of an event and not in the other is a contradiction, told with its judgements', async () => {
  const [first, second] = ['kz-2024-05-09-b', 'kz-2024-05-10-b']
  const contradictions = async () =>
    (
      (await (await ask(web, '/en/desk/links.json', marat)).json()) as {
        contradictions: { path: unknown[] }[]
      }
    ).contradictions
  await recordAll(world, [
    { record: 'person', id: 'bekova', names: { en: 'Dinara Bekova', ru: null, kk: null }, ...lena },
  ])
  const claimIn = async (id: string) => {
    const row = await world.house
      .selectFrom('incidents')
      .select('body')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return heldOf(row.body as unknown as Incident, 'person')[0]?.claims[0]?.id
  }
  const said = async (id: string, verdict: string) => ({
    ...{ record: 'judgement', id, claim: await claimIn(id), person: 'bekova', verdict },
    ...{ by: 'lena', at: world.clock.now() },
  })
  await recordAll(world, [await said(first, 'same'), await said(second, 'different')])
  expect(await contradictions()).toEqual([])
  await recordAll(world, [
    { record: 'pair', id: first, with: second, verdict: 'same', by: 'lena', at: world.clock.now() },
  ])
  expect((await contradictions()).map((one) => one.path)).toMatchObject([
    [
      { said: { kind: 'alike', records: [first, second] } },
      { said: { kind: 'is', record: first, person: 'bekova' } },
    ],
  ])
  expect(await page()).toMatch(
    /judged not to be bekova[\s\S]*spelt the same in two records[\s\S]*The name is bekova/,
  )
  // Nothing is merged through it: the other name stays nobody's.
  expect(await personIn(second)).toBeNull()
  await recordAll(world, [await said(second, 'none')])
  expect(await contradictions()).toEqual([])
})

describe('surnames of names that were judged to be one person', () => {
  const stems = (verdict: string, why: string, who = marat) =>
    send(web, '/en/desk/links/stems', Object.entries({ left: 'karimbek', right: 'karim', verdict, why }), who)
  const told = async () =>
    (await (await ask(web, '/en/desk/links.json', marat)).json()).stems as {
      proposed: { left: string; right: string }[]
      accepted: { left: string; by: string; why: string }[]
    }

  it('may be one surname: a person accepts that, says why, and takes it back; names are found by it meanwhile', async () => {
    await recordAll(world, [
      {
        record: 'person',
        id: 'karimbekova',
        names: { en: 'Dina Karimova', ru: 'Дина Каримбекова', kk: null },
        ...lena,
      },
    ])
    expect((await told()).proposed).toEqual([
      { left: 'karim', right: 'karimbek', written: ['Karimova', 'Каримбекова'], times: 1 },
    ])
    expect(await page()).toContain('Karimova ~ Каримбекова')
    expect((await stems('same', '')).status).toBe(422)
    expect((await stems('same', 'she writes both herself')).status).toBe(303)
    expect(await told()).toEqual({
      proposed: [],
      accepted: [
        expect.objectContaining({
          left: 'karim',
          right: 'karimbek',
          by: 'marat',
          why: 'she writes both herself',
        }),
      ],
    })
    const other = (await importText(world, 'On 1 June 2024 a court fined Bolat Karimbekov.', 'other.txt'))
      .document
    await recordAll(world, [
      { record: 'person', id: 'bolat', names: { en: 'Bolat Karimov', ru: null, kk: null }, ...lena },
    ])
    const shown = await (await ask(web, `/en/desk/documents/${other}/0`, marat)).text()
    expect(shown).toMatch(/Bolat Karimov<\/a>[\s\S]*accepted as one surname/)
    expect((await stems('none', 'they are cousins')).status).toBe(303)
    expect([(await told()).accepted, (await told()).proposed.length]).toEqual([[], 1])
    expect(await (await ask(web, `/en/desk/documents/${other}/0`, marat)).text()).not.toContain(
      'Bolat Karimov<',
    )
  })

  it('are decided on by nobody who may not read people', async () => {
    const oskar = await signedInAs(world, { handle: 'oskar-2', role: 'partner' })
    expect((await stems('same', 'x', oskar)).status).toBe(403)
  })
})

describe('bodies and media of records', () => {
  const say = (fields: Readonly<Record<string, string>>) =>
    send(web, '/en/desk/links/bodies', Object.entries({ why: 'their own page says so', ...fields }), marat)
  const told = async () =>
    (await (await ask(web, '/en/desk/links.json', marat)).json()).bodies as {
      proposed: { left: { name: string }; right: { name: string } }[]
      same: { names: string[]; records: string[] }[]
      chains: { names: string[] }[][]
      said: unknown[]
    }
  const names = async () => (await told()).proposed.map(({ left, right }) => [left.name, right.name])

  it('that are named alike are proposed; a person says whether they are one, and takes it back', async () => {
    await importText(
      world,
      'On 3 July 2024 police in Oral searched The Open Steppe. On 4 July 2024 police in Oral searched «Open Steppe».',
      'searched.txt',
    )
    const of = (id: string, day: string, organisations: readonly string[]) =>
      aDecision({
        ...{
          id,
          document: 'searched',
          date: `2024-07-0${day}`,
          from: `On ${day} July`,
          people: [],
          organisations,
        },
        to: day === '3' ? 'The Open Steppe.' : '«Open Steppe».',
      })
    await recordAll(world, [
      of('kz-2024-07-03-a', '3', ['The Open Steppe']),
      of('kz-2024-07-04-a', '4', ['Open Steppe', 'Adam']),
    ])
    const two = { left: 'Open Steppe', right: 'The Open Steppe', relation: 'same' }
    expect(await names()).toEqual([['The Open Steppe', 'Open Steppe']])
    expect((await say({ ...two, verdict: 'same', why: '' })).status).toBe(422)
    expect((await say({ ...two, right: 'open steppe', verdict: 'same' })).status).toBe(422)
    expect((await say({ ...two, verdict: 'same' })).status).toBe(303)
    const { same } = await told()
    expect([await names(), same]).toEqual([
      [],
      [{ names: ['The Open Steppe', 'Open Steppe'], records: ['kz-2024-07-03-a', 'kz-2024-07-04-a'] }],
    ])
    await say({ ...two, verdict: 'none' })
    expect([await names(), (await told()).same]).toEqual([[['The Open Steppe', 'Open Steppe']], []])
    await say({ ...two, verdict: 'different' })
    expect(await names()).toEqual([])
  })

  it('that took the place of others stand in a chain, as the country pack or a person says', async () => {
    const chains = async () => (await told()).chains.map((one) => one.map((each) => each.names[0]))
    expect(await chains()).toEqual([['Adam Bol', 'Adam']])
    await say({ left: 'Open Steppe', right: 'Steppe Page', relation: 'follows', verdict: 'same' })
    expect(await chains()).toEqual([
      ['Adam Bol', 'Adam'],
      ['Open Steppe', 'Steppe Page'],
    ])
    expect(await page()).toMatch(/Open Steppe was followed by Steppe Page/)
    await say({ left: 'Open Steppe', right: 'Steppe Page', relation: 'follows', verdict: 'none' })
    expect(await chains()).toEqual([['Adam Bol', 'Adam']])
  })
})

it('the log makes the same judgements again', async () => {
  await refresh(world)
  const copy = await testStore()
  expect((await replay(world, copy)).tables.filter((one) => !one.same)).toEqual([])
  await copy.destroy()
})
