/** A clock that was set back shows nobody again whose consent has ended. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, publishAll } from '../../test/world.ts'
import { stoppedClock } from '../adapters/clock.ts'
import { publicIncident } from '../store/queries/public.ts'
import type { Context } from './context.ts'
import { refresh } from './refresh.ts'

const RECORD = 'kz-2024-05-07-a'
const [BEFORE, AFTER] = ['2027-09-30T09:00:00.000Z', '2027-10-02T09:00:00.000Z']
let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Zarina Tolebi.', 'a.txt')
  const basis = {
    ...{ kind: 'consent', level: 'name', reason: 'asked', givenHow: 'in writing', reviewBy: '2027-10-01' },
  }
  const by = { by: 'lena', at: '2026-10-01T09:00:00Z' }
  const names = { en: 'Zarina Tolebi', ru: null, kk: null }
  const people = [{ id: 'tolebi', harmed: true }]
  await decideAll(world, [
    { record: 'person', id: 'tolebi', names, basis, ...by },
    aDecision({ id: RECORD, document: 'a', from: 'On 7 May 2024', to: 'Tolebi.', people }),
  ])
  await publishAll(world, [RECORD])
})
afterAll(() => world?.store.destroy())

const shown = async (span: Pick<Context, 'clock' | 'span'>): Promise<string> => {
  await refresh({ ...world, ...span })
  return JSON.stringify(await publicIncident(world.house, RECORD))
}

it('and shows them while it holds, and when the clock is believed', async () => {
  expect(await shown({ clock: stoppedClock(BEFORE) })).toContain('Tolebi')
  expect(await shown({ clock: stoppedClock(AFTER) })).not.toContain('Tolebi')
  const unsteady = { isSteady: false, earliest: BEFORE, latest: AFTER }
  expect(await shown({ clock: stoppedClock(BEFORE), span: () => unsteady })).not.toContain('Tolebi')
  const steady = { isSteady: true, earliest: BEFORE, latest: BEFORE }
  expect(await shown({ clock: stoppedClock(BEFORE), span: () => steady })).toContain('Tolebi')
})
