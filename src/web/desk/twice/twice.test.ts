/** Records made twice, as colleagues use the page: one judges, another clears, a third judges blind, and all is taken back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Desk, deskOf, type Field, formIn, send } from '../../../../test/desk.ts'
import {
  aDecision,
  decideAll,
  type Entered,
  emptyWorld,
  importText,
  recordAll,
  signedInAs,
  siteOf,
} from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'

const LEFT = 'kz-2024-05-07-a'
const RIGHT = 'kz-2024-05-07-b'
const NEXT = 'kz-2024-05-08-a'
let world: Context
let web: Desk
let marat: Entered
let lena: Entered
let bota: Entered
beforeAll(async () => {
  let ticks = 0
  const base = await emptyWorld()
  const now = (): string => new Date(Date.parse(base.clock.now()) + 10 * ticks++).toISOString()
  world = { ...base, clock: { now } }
  web = deskOf(world)
  marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  bota = await signedInAs(world, { handle: 'bota', role: 'editor' })
  await importText(
    world,
    'On 7 May 2024 police in Almaty detained 5 people, Asan Usenov said. In Almaty on 7 May 2024 they detained 7 people. On 8 May 2024 a court in Almaty fined Asan Usenov.',
  )
  const group = (n: number) => [{ what: 'people', min: n, max: n, qualifier: 'exact' }]
  await decideAll(world, [
    aDecision({
      id: LEFT,
      from: 'On 7 May',
      to: 'Usenov said.',
      places: ['Almaty'],
      groups: group(5),
      people: [{ name: 'Asan Usenov', harmed: false }],
    }),
    aDecision({ id: RIGHT, from: 'In Almaty on', to: '7 people.', places: ['Almaty'], groups: group(7) }),
    aDecision({
      id: NEXT,
      from: 'On 8 May',
      to: 'fined Asan Usenov.',
      date: '2024-05-08',
      places: ['Almaty'],
      acts: ['fine'],
      people: [{ name: 'Asan Usenov', harmed: true }],
    }),
  ])
})
afterAll(() => world.store.destroy())

const page = async (query = '', who = marat): Promise<string> =>
  (await ask(web, `/en/desk/twice${query}`, who)).text()
const judge = async (verdict: string, who = marat, query = `?left=${LEFT}&right=${RIGHT}`) => {
  const fields: readonly Field[] = [...formIn(await page(query, who), 'judge'), ['verdict', verdict]]
  return send(web, '/en/desk/twice', fields, who)
}
const clear = (who: Entered) =>
  send(web, '/en/desk/twice/clear', Object.entries({ left: LEFT, right: RIGHT, why: 'one rally' }), who)
const status = async (id: string): Promise<number> =>
  (await siteOf(world).request(`http://a/en/i/${id}`)).status
const json = async (who = marat) =>
  (await (await ask(web, '/en/desk/twice.json', who)).json()) as {
    open: number
    second: number
    agreement: object
    uncleared: object[]
    unsettled: object[]
    pair: { left: string } | null
  }

describe('two records that perhaps tell one event', () => {
  it('wait in the order of what the decision changes, side by side with what speaks for it', async () => {
    const first = await page()
    expect(first).toContain('2 pairs perhaps tell one event')
    expect((await json()).pair?.left).toBe(LEFT)
    expect(await page(`?left=${LEFT}&right=${RIGHT}`)).toMatch(
      /the day, the place, what was done[\s\S]*5 people[\s\S]*7 people[\s\S]*counts are a range/,
    )
    expect(first).not.toContain('action="/en/desk/twice/clear"')
  })

  it('are judged by one, and shown as one only when another who made neither has cleared it', async () => {
    const answer = await judge('same')
    expect(answer.headers.get('Location')).toBe(`/en/desk/twice?at=0&done=${LEFT}~${RIGHT}~same~none`)
    expect(await page()).toMatch(/1 pair perhaps tells[\s\S]*Wait to be shown as one/)
    expect([await status(LEFT), await status(RIGHT)]).toEqual([200, 200])
    expect((await clear(marat)).status).toBe(403)
    expect(await (await ask(web, `/en/desk/records/${LEFT}`, marat)).text()).toContain(
      `The same event as <a href="/en/desk/twice?left=${LEFT}&amp;right=${RIGHT}">`,
    )
    expect((await clear(bota)).headers.get('Location')).toMatch(/done=.*cleared$/)
    expect([await status(LEFT), await status(RIGHT)]).toEqual([200, 302])
    expect(await page(`?left=${LEFT}&right=${RIGHT}`)).toContain('Cleared by bota')
  })

  it('are judged a second time by somebody who does not see the first; where they differ nothing stands', async () => {
    expect([(await json()).second, (await json(lena)).second]).toEqual([0, 1])
    const blind = await page('?blind=1', lena)
    expect(blind).toContain('You do not see what they said')
    expect(blind).not.toMatch(/marat|bota|Shown as one|Cleared/)
    expect(await (await ask(web, '/en/desk/twice.json?blind=1', lena)).text()).not.toMatch(/marat|bota/)
    await judge('different', lena, '?blind=1')
    expect(await status(RIGHT)).toBe(200)
    expect(await page()).toMatch(/Two judges differ/)
    expect((await json()).agreement).toEqual({ n: 1, agreed: 0, alpha: 0 })
    expect(await page(`?left=${LEFT}&right=${RIGHT}`)).not.toMatch(/data-key="[sdu]"/)
    expect((await judge('same')).headers.get('Location')).toMatch(/~same~unsure$/)
    expect([(await json()).unsettled, (await json()).uncleared.length]).toEqual([[], 1])
  })

  it('are as they were when it is taken back, and the history tells it all', async () => {
    await judge('none')
    expect([await status(LEFT), await status(RIGHT), (await json()).open]).toEqual([200, 200, 2])
    const history = await (await ask(web, `/en/desk/records/${LEFT}/history`, marat)).text()
    expect(history).toMatch(new RegExp(`Judged: Taken back, ${RIGHT}[\\s\\S]*Judged: Shown as one, ${RIGHT}`))
  })

  it('contradictions are told with the judgements that make them', async () => {
    await judge('same')
    await judge('same', marat, `?left=${RIGHT}&right=${NEXT}`)
    await judge('different', lena, `?left=${LEFT}&right=${NEXT}`)
    expect(await page()).toMatch(
      new RegExp(
        `Contradictions[\\s\\S]*${LEFT} and ${NEXT} were judged to be two events by lena[\\s\\S]*One event`,
      ),
    )
    expect((await clear(bota)).status).toBe(409)
  })
})

describe('two people on record who perhaps are one', () => {
  const [A, B] = ['person-a1', 'person-b2']
  const open = async (query = '', who = marat): Promise<string> =>
    (await ask(web, `/en/desk/twice/people${query}`, who)).text()
  const say = async (verdict: string, who = marat, query = `?left=${A}&right=${B}`) => {
    const fields: readonly Field[] = [...formIn(await open(query, who), 'judge'), ['verdict', verdict]]
    return send(web, '/en/desk/twice/people', fields, who)
  }
  const data = async (who = marat) =>
    (await (await ask(web, '/en/desk/twice/people.json', who)).json()) as {
      open: number
      second: number
      agreement: object
      unsettled: object[]
      pair: { left: string } | null
    }
  const clearPeople = (who: Entered) =>
    send(web, '/en/desk/twice/people/clear', Object.entries({ left: A, right: B, why: 'his own words' }), who)

  it('stand side by side with what is alike, the ground that would bind both, and their records', async () => {
    const person = (id: string, en: string, ru: string | null) => ({
      ...{ record: 'person', id, names: { en, ru, kk: null }, by: 'lena', at: world.clock.now() },
    })
    await recordAll(world, [person(A, 'Asan Usenov', null), person(B, 'A. Usenov', 'Асан Усенов')])
    const told = await open()
    expect(told).toMatch(/1 pair of people may be one person[\s\S]*The names are alike: 1\.00 of 1/)
    expect(told).toContain('the stricter ground holds for both at once')
    expect(told).not.toContain('action="/en/desk/twice/people/clear"')
    expect((await data()).pair?.left).toBe(A)
  })

  it('are judged, met as one on their pages, cleared by another, and judged a second time blind', async () => {
    expect((await say('same')).headers.get('Location')).toBe(
      `/en/desk/twice/people?at=0&done=${A}~${B}~same~none`,
    )
    expect(await (await ask(web, `/en/desk/people/${A}`, marat)).text()).toMatch(
      new RegExp(`whose grounds bind both, with <a[^>]*>${B}`),
    )
    expect(await (await ask(web, `/en/desk/people/${A}/course`, marat)).text()).toMatch(
      new RegExp(`Told as one course with[\\s\\S]*${B}`),
    )
    expect((await clearPeople(marat)).status).toBe(403)
    expect((await clearPeople(bota)).headers.get('Location')).toMatch(/done=.*cleared$/)
    expect(await open(`?left=${A}&right=${B}`)).toContain('Cleared by bota')
    const blind = await open('?blind=1', lena)
    expect(blind).toContain('You do not see what they said')
    expect(blind).not.toMatch(/marat|bota|Shown as one|Cleared/)
    expect(await (await ask(web, '/en/desk/twice/people.json?blind=1', lena)).text()).not.toMatch(
      /marat|bota/,
    )
    await say('unsure', lena, '?blind=1')
    expect((await data()).agreement).toEqual({ n: 1, agreed: 0, alpha: 0 })
    expect((await data()).unsettled).toHaveLength(1)
    await say('none')
    expect([(await data()).open, (await data(lena)).second]).toEqual([1, 0])
  })

  it('contradict each other by way of a third, and that is told', async () => {
    const C = 'person-c3'
    await recordAll(world, [
      {
        record: 'person',
        id: C,
        names: { en: 'Dana', ru: null, kk: null },
        by: 'lena',
        at: world.clock.now(),
      },
    ])
    await say('same')
    await say('same', marat, `?left=${B}&right=${C}`)
    await say('different', marat, `?left=${A}&right=${C}`)
    expect(await open()).toMatch(
      new RegExp(`Contradictions[\\s\\S]*${A} and ${C} were judged to be two by marat[\\s\\S]*One person`),
    )
    expect((await clearPeople(bota)).status).toBe(409)
  })

  it('are answered like anything that is not there for whoever asks about nobody', async () => {
    expect((await ask(web, `/en/desk/twice/people?left=${A}&right=person-q9`, marat)).status).toBe(404)
    const sent = Object.entries({ left: A, right: 'person-q9', verdict: 'same' })
    expect((await send(web, '/en/desk/twice/people', sent, marat)).status).toBe(404)
  })
})

it('whoever may not read the records sees none, and a pair that is not there is answered like any other', async () => {
  const oskar = await signedInAs(world, { handle: 'oskar', role: 'partner' })
  const absent = await ask(web, `/en/desk/twice?left=${LEFT}&right=kz-2024-05-07-z`, marat)
  expect([(await ask(web, '/en/desk/twice', oskar)).status, absent.status]).toEqual([403, 404])
  expect((await ask(web, '/en/desk/twice/people', oskar)).status).toBe(403)
  const sent = await send(
    web,
    '/en/desk/twice',
    Object.entries({ left: LEFT, right: 'kz-2024-05-07-z', verdict: 'same' }),
    marat,
  )
  expect(sent.status).toBe(404)
})
