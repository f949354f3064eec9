/** What comes next for a bill, by the path of its country. */
import { expect, it } from 'vitest'
import { type BillStage, type BillStep, standingOfBill } from './bill.ts'

const PATH: readonly BillStage[] = ['introduced', 'first_chamber', 'second_chamber', 'signed', 'in_force']
const step = (stage: BillStage): BillStep => ({
  ...{ stage, date: null, by: null, certainty: null, source: null },
})

it.each<[string, readonly BillStage[], BillStage | null]>([
  ['nothing is known yet', [], 'introduced'],
  ['it was announced, which is no step of the path', ['announced'], 'introduced'],
  ['one house passed it', ['introduced', 'first_chamber'], 'second_chamber'],
  ['the second house was heard of first', ['introduced', 'second_chamber'], 'signed'],
  ['it came back to the first house', ['introduced', 'second_chamber', 'first_chamber'], 'signed'],
  ['it is law', ['introduced', 'first_chamber', 'second_chamber', 'signed', 'in_force'], null],
  ['it was rejected', ['introduced', 'first_chamber', 'rejected'], null],
  ['it was withdrawn and brought in again', ['introduced', 'withdrawn', 'introduced'], 'first_chamber'],
])('when %s', (_, stages, next) => {
  expect(standingOfBill({ steps: stages.map(step) }, PATH).next).toBe(next)
})
