/** Zarina agrees to be named to partners, by her initials to everybody else; no page goes further, and she can take it back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBases } from '../../src/store/queries/people.ts'
import { publicIncident } from '../../src/store/queries/public.ts'
import type { Context } from '../../src/usecases/context.ts'
import { withdrawPerson } from '../../src/usecases/withdraw-person.ts'
import { crawl } from '../crawl.ts'
import { findLeaks } from '../leak-finder.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const ID = 'kz-2024-05-07-a'
const consent = {
  kind: 'consent',
  level: 'name',
  reason: 'asked',
  givenHow: 'in writing',
  reviewBy: '2027-10-01',
}
const person = (basis: Record<string, unknown>, at = '2026-10-01T09:00:00Z') => ({
  record: 'person',
  id: 'tolebi',
  names: { en: 'Zarina Tolebi', ru: 'Зарина Толеби', kk: null },
  basis: { ...consent, ...basis },
  by: 'lena',
  at,
})

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Zarina Tolebi near the Old Square.')
  await decideAll(world, [
    person({ to: 'partner', beyond: 'initials', givenOn: '2026-09-28' }),
    aDecision({ from: 'On 7 May 2024', to: 'Old Square.', people: [{ id: 'tolebi', harmed: true }] }),
  ])
})
afterAll(() => world.store.destroy())

const pages = async () => (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')

describe('consent toward partners', () => {
  it('gives every reader the initials and no name in any script', async () => {
    const text = await pages()
    expect(text).toContain('Z. T.')
    expect(findLeaks(text, ['Tolebi', 'Толеби'])).toEqual([])
    expect((await publicIncident(world.store, ID))?.fields.people[0]?.value.kind).toBe('alias')
  })

  it('is kept with whom it is for, what is beyond, and the day it was given', async () => {
    expect((await loadBases(world.store)).get('tolebi')?.at(-1)).toMatchObject({
      ...{ level: 'name', to: 'partner', beyond: 'initials' },
      ...{ givenOn: '2026-09-28', recordedOn: '2026-10-01' },
    })
  })

  it('that says no more is for any reader, given on the day it was recorded', async () => {
    await decideAll(world, [person({}, '2026-10-02T09:00:00Z')])
    const row = await world.store.selectFrom('bases').selectAll().orderBy('event', 'desc').executeTakeFirst()
    expect([row?.shown_to, row?.beyond, row?.given_on]).toEqual([null, null, '2026-10-02'])
    expect((await publicIncident(world.store, ID))?.fields.people[0]?.value.kind).toBe('named')
  })

  it.each([
    ['to somebody we do not know', { to: 'friends' }],
    ['to whoever holds the key', { to: 'sealed' }],
    ['that goes further beyond than here', { level: 'initials', to: 'partner', beyond: 'name' }],
    ['given on a day that has not come', { givenOn: '2027-01-01' }],
  ])('%s is refused', async (_what, basis) => {
    await expect(decideAll(world, [person(basis, '2026-10-03T09:00:00Z')])).rejects.toThrow()
  })

  it('is gone once it is taken back', async () => {
    await decideAll(world, [person({ to: 'partner', beyond: 'initials' }, '2026-10-04T09:00:00Z')])
    await withdrawPerson(world, { person: 'tolebi', by: 'lena', why: 'she asked' })
    const text = await pages()
    expect(text).not.toContain('Z. T.')
    expect(findLeaks(text, ['Tolebi', 'Толеби'])).toEqual([])
  })
})
