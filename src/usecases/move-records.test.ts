/** Records that are moved or handed over at once: one that is named twice is moved once. */
import { expect, it } from 'vitest'
import { aDecision, aMove, emptyWorld, importText, NOW, recordAll } from '../../test/world.ts'
import { loadStatuses } from '../store/queries/statuses.ts'

const [ID, OTHER] = ['kz-2024-05-07-a', 'kz-2024-05-07-b']

it('a record that is named twice is moved once, and handed over once', async () => {
  const world = await emptyWorld()
  await importText(world, 'It rained. Two were led away.')
  await recordAll(
    world,
    [ID, OTHER].map((id) => aDecision({ id, from: 'It rained', to: 'away.' })),
  )
  await recordAll(world, [
    aMove('verify', [ID, OTHER, ID]),
    { record: 'share', ids: [ID, ID], with: { account: 'daniyar' }, by: 'lena', at: NOW, why: 'x' },
  ])
  const statuses = await loadStatuses(world.house, world.knowledge.codebook.policy.moves, [ID, OTHER])
  expect([ID, OTHER].map((id) => statuses.get(id)?.state)).toEqual(['verified', 'verified'])
  const count = async (table: 'moves' | 'shares'): Promise<number> =>
    (await world.house.selectFrom(table).select('record').execute()).length
  expect([await count('moves'), await count('shares')]).toEqual([2, 1])
  await world.store.destroy()
})
