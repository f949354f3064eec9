/** One fact goes through every door of src/loop.ts in order, by the names that stand there and nothing else. */
import { expect, it } from 'vitest'
import { LOOP } from '../src/loop.ts'

it('names the stages in the order in which a fact passes them, each with a door that exists', () => {
  expect(LOOP.map((one) => one.stage)).toEqual([
    'document',
    'extract',
    'review',
    'link',
    'withhold',
    'measure',
    'publish',
    'act',
    'teach',
  ])
  for (const { stage, door, turns } of LOOP) {
    expect(typeof door, stage).toBe('function')
    expect(turns, stage).toMatch(/into|wall/)
  }
})
