/** A family is threatened at night: Daniyar takes the record off, and from that moment it answers like one that never was. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { isStale } from '../../src/usecases/refresh.ts'
import { crawl } from '../crawl.ts'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Almaty detained two activists near the Old Square.

On 9 May 2024 a court in Almaty fined one of them 132,550 tenge.`
const OFF = 'kz-2024-05-07-a'
const LEFT = 'kz-2024-05-09-a'
const NEVER = 'kz-2024-05-07-z'

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    aDecision({ from: 'On 7 May', to: 'Old Square.' }),
    aDecision({
      id: LEFT,
      date: '2024-05-09',
      from: 'On 9 May',
      to: 'tenge.',
      acts: ['fine'],
      links: [{ kind: 'follows', incident: OFF }],
    }),
  ])
  const share = { record: 'share', with: { organisation: 'abroad' }, by: 'daniyar' }
  await recordAll(world, [{ ...share, ids: [LEFT, OFF], at: '2026-11-12T09:00:00Z' }])
})
afterAll(() => world.store.destroy())

const pages = async (): Promise<string> => (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')
const forPartners = async (): Promise<string> =>
  JSON.stringify(await world.store.selectFrom('partner_incidents').selectAll().execute())
const answer = async (id: string): Promise<string> => {
  const response = await siteOf(world).request(`http://127.0.0.1:8420/en/i/${id}`)
  return `${response.status} ${(await response.text()).replaceAll(id, 'the id')}`
}

it('is public, linked to and shared before', async () => {
  expect(await pages()).toContain(OFF)
  expect((await forPartners()).match(new RegExp(`"incident":"${OFF}"`))).not.toBeNull()
  expect(await answer(OFF)).toMatch(/^200/)
})

it('needs a reason and nobody else', async () => {
  const move = aMove('withdraw', [OFF], { by: 'aigerim', why: ' ' })
  await expect(recordAll(world, [move])).rejects.toMatchObject({ code: 'move.reason' })
  await recordAll(world, [aMove('withdraw', [OFF], { by: 'aigerim', why: 'the family is threatened' })])
})

it('is nowhere from then on: no page, no link from the record that follows it, nothing for partners', async () => {
  expect(await pages()).not.toContain(OFF)
  expect(await pages()).toContain(LEFT)
  expect(await forPartners()).not.toContain(OFF)
  expect(await forPartners()).toContain(LEFT)
})

it('answers like one that never was', async () => {
  expect(await answer(OFF)).toBe(await answer(NEVER))
})

it('stays off when it is decided again, and leaves nothing that waits for the pages', async () => {
  await recordAll(world, [aDecision({ from: 'On 7 May', to: 'Old Square.', at: '2026-11-13T09:00:00Z' })])
  expect(await pages()).not.toContain(OFF)
  const row = await world.store
    .selectFrom('incidents')
    .select(['state', 'shown'])
    .where('id', '=', OFF)
    .execute()
  expect(row).toEqual([{ state: 'withdrawn', shown: null }])
  expect(await isStale(world.store)).toBe(false)
})
