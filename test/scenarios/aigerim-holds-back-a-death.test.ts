/** Aigerim records a death that is laid to pressure. No page has it until she writes down why it may be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testStore } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { replay } from '../../src/usecases/replay.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Almaty detained an activist near the Old Square and held him for three hours.

On 9 May 2024 the activist was found dead in Almaty. His friends say that he was driven to suicide by threats.

On 12 May 2024 police in Almaty summoned two friends of the dead man and asked about his letters.`

const before = aDecision({ id: 'kz-2024-05-07-a', from: 'On 7 May 2024', to: 'for three hours.' })
const death = (more: Record<string, unknown> = {}) =>
  aDecision({
    id: 'kz-2024-05-09-a',
    date: '2024-05-09',
    from: 'On 9 May 2024',
    to: 'suicide by threats.',
    acts: ['suicide_alleged_driven'],
    ...more,
  })
const after = aDecision({
  id: 'kz-2024-05-12-a',
  date: '2024-05-12',
  from: 'On 12 May 2024',
  to: 'about his letters.',
  acts: ['summons'],
  links: [{ kind: 'follows', incident: 'kz-2024-05-09-a' }],
})
const OPENED = { value: 'public', why: 'his parents spoke about it in public and asked us to' }

let world: Context
const page = async (path: string): Promise<{ status: number; text: string }> => {
  const answer = await siteOf(world).request(path)
  return { status: answer.status, text: await answer.text() }
}
const FACES = [
  '/en/kz',
  '/en/kz/2024-q2',
  '/en/kz/2024-q2.json',
  '/en/kz/2024-q2/incidents',
  '/en/kz/2024-q2/update',
  '/en/kz/2024-q2.atom',
  '/en/i/kz-2024-05-07-a.json',
  '/en/i/kz-2024-05-12-a',
  '/en/i/kz-2024-05-12-a.json',
  '/en/data.json',
]
const tellingOfIt = async (): Promise<readonly string[]> => {
  const pages = await Promise.all(FACES.map(async (path) => ({ path, ...(await page(path)) })))
  return pages.filter((one) => /kz-2024-05-09-a|2024-05-09|suicid/.test(one.text)).map((one) => one.path)
}
const standing = async () =>
  (await world.store.selectFrom('public_state').select('value').where('key', '=', 'share').executeTakeFirst())
    ?.value

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [before, after])
})
afterAll(() => world.store.destroy())

describe('a death laid to pressure', () => {
  it('when decided without a word on who may read it is on no page, in no link and in no count', async () => {
    const shareBefore = await standing()
    await decideAll(world, [death()])
    expect((await page('/en/i/kz-2024-05-09-a')).status).toBe(404)
    expect(await tellingOfIt()).toEqual([])
    expect(await standing()).toEqual(shareBefore)
    expect((await page('/en/i/kz-2024-05-12-a')).status).toBe(200)
  })

  it('is answered like an incident that never was', async () => {
    const held = await page('/en/i/kz-2024-05-09-a')
    const never = await page('/en/i/kz-2024-05-09-z')
    expect(held.text.replaceAll('05-09-a', '05-09-z')).toBe(never.text)
  })

  it('is shown once a decision opens it with a reason, and the reason is not', async () => {
    await decideAll(world, [death({ tier: OPENED, at: '2026-11-02T09:00:00Z' })])
    expect((await page('/en/i/kz-2024-05-09-a')).status).toBe(200)
    expect(await tellingOfIt()).toContain('/en/i/kz-2024-05-12-a.json')
    expect((await page('/en/i/kz-2024-05-09-a.json')).text).not.toContain('his parents')
  })

  it('comes out the same when the tiers are thrown away, and when everything is played again', async () => {
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
    const empty = await testStore()
    expect((await replay(world, empty)).tables.filter((one) => !one.same)).toEqual([])
    await empty.destroy()
  })

  it('is held back again by a later decision that does not say so anew', async () => {
    await decideAll(world, [death({ outcome: 'case closed', at: '2026-11-03T09:00:00Z' })])
    expect((await page('/en/i/kz-2024-05-09-a')).status).toBe(404)
    expect(await tellingOfIt()).toEqual([])
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
  })
})

describe('any incident', () => {
  it('can be taken from the public, and stays so when it is decided again', async () => {
    const sealed = { value: 'sealed', why: 'the day and the square would point at him' }
    await decideAll(world, [{ ...before, tier: sealed, at: '2026-11-04T09:00:00Z' }])
    expect((await page('/en/i/kz-2024-05-07-a')).status).toBe(404)
    await decideAll(world, [{ ...before, outcome: 'let go', at: '2026-11-05T09:00:00Z' }])
    expect((await page('/en/i/kz-2024-05-07-a')).status).toBe(404)
  })

  it.each([
    [{ value: 'public' }],
    [{ value: 'public', why: ' ' }],
    [{ value: 'everybody', why: 'a slip of the pen' }],
    ['public'],
  ])('is not opened by %j', async (tier) => {
    await expect(decideAll(world, [death({ tier, at: '2026-11-06T09:00:00Z' })])).rejects.toThrow()
  })
})
