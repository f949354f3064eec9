/** A case kept by plain forms: what cannot be taken is told with everything that was typed, mistakes can be struck out, and nothing is said that nobody said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Desk, deskOf, send } from '../../../../test/desk.ts'
import { type Entered, emptyWorld, recordAll, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'

let world: Context
let web: Desk
let lena: Entered
let home = ''
const page = async (path: string): Promise<string> => (await ask(web, path, lena)).text()
const post = (path: string, fields: Readonly<Record<string, string>>) =>
  send(web, path, Object.entries(fields), lena)
const HAND = { source: 'hand', 'source-text': 'the lawyer, by telephone' }
/** The id of the entry that came of it. */
const add = async (kind: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const answer = await post(`${home}/entries`, { kind, ...HAND, ...fields })
  expect([answer.status, /<div class="wrong".*?<\/div>/s.exec(await answer.text())?.[0]]).toEqual([
    303,
    undefined,
  ])
  const { record } = JSON.parse(await page(`${home}.json`))
  return record.entries.at(-1).id
}
const open = async (people: Readonly<Record<string, string>>, title = 'The May case'): Promise<Response> =>
  post('/en/desk/cases', { title, country: 'kz', tier: 'team', ...people })

beforeAll(async () => {
  let ticks = 0
  const base = await emptyWorld()
  const now = (): string => new Date(Date.parse(base.clock.now()) + 10 * ticks++).toISOString()
  world = { ...base, clock: { now } }
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const by = { by: 'lena', at: '2026-11-01T09:00:00Z' }
  const person = (id: string, en: string) => ({
    record: 'person',
    id,
    names: { en, ru: null, kk: null },
    ...by,
  })
  await recordAll(world, [person('usenov', 'Asan Usenov'), person('serikova', 'Aigul Serikova')])
  home = (await open({ 'person-1': 'usenov' })).headers.get('Location') ?? ''
})
afterAll(() => world?.store.destroy())

describe('a case', () => {
  it('that is not taken keeps each name in the field it was typed in', async () => {
    const answer = await open({ 'person-1': 'usenov', 'person-6': 'Somebody Unknown' }, '')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/name="person-6"[^>]* value="Somebody Unknown"/)
  })

  it('draws today though all that is known of it lies ahead', async () => {
    await add('hearing', { state: 'planned', date: '2027-03-01' })
    const drawn = /<svg class="wide"[\s\S]*?<\/svg>/.exec(await page(home))?.[0] ?? ''
    const places = [...drawn.matchAll(/[ M]x?=?"?(-?\d+(?:\.\d+)?)[" ]/g)].map((one) => Number(one[1]))
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0)
    expect(drawn).toContain('from 23 November 2026')
  })

  it('takes a day as it is written here', async () => {
    const hearing = await add('hearing', { state: 'held', date: '07.05.2024' })
    const entry = JSON.parse(await page(`${home}/entries/${hearing}.json`))
    expect(entry.body.date).toBe('2024-05-07')
    expect(
      (
        await post(`${home}/entries`, {
          kind: 'hearing',
          state: 'held',
          date: '31.02.2024',
          source: 'hand',
          'source-text': 'seen',
        })
      ).status,
    ).toBe(422)
  })

  it('is looked for without a word of it in an address', async () => {
    const list = await page('/en/desk/cases')
    expect(list).toMatch(/<form method="post" action="\/en\/desk\/seek\/cases"/)
    expect(list).not.toMatch(/method="get"/)
    expect(await (await post('/en/desk/seek/cases', { q: 'The May' })).text()).toContain('The May case')
    expect(await (await post('/en/desk/seek/cases', { q: 'nothing' })).text()).not.toContain('The May case')
  })

  it('loses a mistake though what it pointed to was struck out before', async () => {
    const charge = await add('charge', { code: 'criminal', article: '174', basis: 'stated' })
    const outcome = await add('outcome', { charge, standing: 'dropped' })
    const strike = async (kind: string, entry: string) =>
      (await post(`${home}/entries`, { kind, entry, struck: 'yes', why: 'another case' })).status
    expect([await strike('charge', charge), await strike('outcome', outcome)]).toEqual([303, 303])
    expect(
      (await post(`${home}/entries`, { kind: 'outcome', entry: outcome, struck: 'yes', why: ' ' })).status,
    ).toBe(422)
  })

  it.each([
    ['132,550', '132,550 tenge'],
    ['132 550', '132,550 tenge'],
    ['1,5', '1.5 tenge'],
  ])('takes a fine of %s as %s', async (size, said) => {
    await add('penalty', { type: 'fine', size, unit: 'money', date: '2026-09-01' })
    expect(await page(home)).toContain(said)
  })
})

it('all cases of a person stand on one page: drawn in words too, listed, penalties with what became of them', async () => {
  const other =
    (await open({ 'person-1': 'usenov', 'person-2': 'serikova' }, 'The autumn case')).headers.get(
      'Location',
    ) ?? ''
  const put = (fields: Readonly<Record<string, string>>) => post(`${other}/entries`, { ...HAND, ...fields })
  await put({ kind: 'stage', stage: 'detained', date: '2026-10-01' })
  await put({
    kind: 'penalty',
    type: 'administrative_detention',
    size: '15',
    unit: 'days',
    date: '2026-10-01',
    'who-usenov': 'yes',
  })
  await put({ kind: 'stage', stage: 'release', date: '2026-10-16' })
  await put({ kind: 'stage', stage: 'detained', date: '2026-11-01' })
  const shown = await page('/en/desk/people/usenov/course')
  expect(shown).toContain('Cases: 2. Records: 0.')
  expect(shown).toMatch(/<title id="co-wide">Timeline from [\s\S]*Detained[\s\S]*no end is drawn/i)
  expect(shown).toMatch(/<svg class="narrow"[\s\S]*class="custody-band"/)
  expect(shown).toContain('Days held: 37, in 2 spans')
  expect(shown).toMatch(/Held again after a release/)
  expect(shown).toMatch(/132,550 tenge[\s\S]*whether it was paid or served is not known/)
  const { computed } = JSON.parse(await page('/en/desk/people/usenov/course.json'))
  expect([computed.daysHeld, computed.turns.length]).toEqual([37, 1])
  const seen = await signedInAs(world, { handle: 'daniyar', role: 'lawyer' })
  expect((await ask(web, '/en/desk/people/usenov/course', seen)).status).toBe(403)
})

it('an answer and a doubt beside it are not both taken', async () => {
  const observation = {
    sheet: 'custody',
    on: '2026-11-02',
    observer: 'lena',
    source: 'hand',
    'source-text': 'seen',
    person: 'usenov',
    tier: 'team',
  }
  const question = [...(world.knowledge.codebook.cases.sheets.get('custody')?.questions.values() ?? [])].find(
    (one) => one.type === 'text',
  )?.id
  const both = await post('/en/desk/observations', {
    ...observation,
    [`q.${question}`]: 'cold',
    [`q.${question}.doubt`]: 'unknown',
  })
  expect([both.status, await both.text()]).toEqual([
    422,
    expect.stringContaining('an answer and a doubt exclude each other'),
  ])
  expect((await post('/en/desk/observations', { ...observation, [`q.${question}`]: 'cold' })).status).toBe(
    303,
  )
})
