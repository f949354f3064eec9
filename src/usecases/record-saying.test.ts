/** What one more source says comes beside what stands: nobody's words are lost, and two days of one event never stand as if both were sure. */
import { expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, recordAll } from '../../test/world.ts'
import { loadSayings } from '../store/queries/sayings.ts'
import type { Context } from './context.ts'

const ID = 'kz-2024-05-07-a'
const SAYING = {
  ...{ record: 'saying', id: ID, document: 'paper', from: 'The paper', to: 'morning.' },
  ...{ by: 'aigerim', at: '2026-11-01T09:00:00Z' },
}

async function told(): Promise<Context> {
  const world = await emptyWorld()
  await importText(world, 'It rained. Two were led away, and nothing was said of it.')
  await importText(world, 'The paper says so too, on a grey morning.', 'paper.txt')
  await recordAll(world, [aDecision({ from: 'It rained', to: 'of it.', acts: ['detention'] })])
  return world
}

it('rests on the words of both, also when both are written in one moment', async () => {
  const world = await told()
  await recordAll(world, [{ ...SAYING, says: { acts: ['detention'] } }])
  const act = (await loadSayings(world.store, ID)).get('act')
  expect(act?.held.map((one) => [one.value, one.claims.length])).toEqual([['detention', 2]])
  await world.store.destroy()
})

it.each(['beside', 'disputed'])('another day is a dispute: %s', async (how) => {
  const world = await told()
  await recordAll(world, [{ ...SAYING, says: { date: '2024-05-08' }, weighed: [{ field: 'date', how }] }])
  const day = (await loadSayings(world.store, ID)).get('date')
  expect([day?.verdict, day?.held.length]).toEqual(['disputed', 2])
  const claims = day?.held.flatMap((one) => one.claims)
  const ruling = { record: 'ruling', id: ID, field: 'date', stands: claims, why: 'x', by: 'lena' }
  await recordAll(world, [{ ...ruling, at: '2026-11-02T09:00:00Z' }])
  expect((await loadSayings(world.store, ID)).get('date')?.verdict).toBe('disputed')
  await world.store.destroy()
})
