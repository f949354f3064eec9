/** Days in custody are told where records prove them, and not otherwise. */
import { expect, it } from 'vitest'
import { parsePartialDate } from '../partial-date.ts'
import type { PublicPenalty } from '../public-record.ts'
import { daysHeld } from './days-held.ts'
import type { JourneyStage } from './journey.ts'

const REMAND = new Set(['pretrial_detention'])
/** `detained 2020-06-08`, `sentence 2020-06-09 prison`, `charged 2020-06-10 remand`. */
const stageOf = (text: string): JourneyStage => {
  const [stage, date = '', what] = text.split(' ')
  const type = what === 'remand' ? undefined : what
  return {
    stage: stage as JourneyStage['stage'],
    date: parsePartialDate(date),
    incident: what === 'remand' ? 'remand' : null,
    penalty: type === undefined ? null : ({ type } as PublicPenalty),
  }
}
const held = (...stages: readonly string[]) =>
  daysHeld(stages.map(stageOf), (one) => (one.incident === 'remand' ? REMAND : new Set()))

it.each<
  [string, readonly string[], { days: number | null; orMore?: boolean; until?: string; unknown?: number }]
>([
  ['nobody tells of custody', ['charged 2020-06-06'], { days: null }],
  ['both ends are known', ['detained 2020-06-08', 'release 2020-08-12'], { days: 65 }],
  ['the stages are told out of order', ['release 2020-08-12', 'detained 2020-06-08'], { days: 65 }],
  ['somebody died in custody', ['detained 2020-02-24', 'death 2020-02-25'], { days: 1 }],
  [
    'the beginning is a year',
    ['detained 2021', 'release 2022-03-01'],
    { days: null, orMore: true, unknown: 1 },
  ],
  [
    'no end is on record',
    ['detained 2020-06-08', 'trial 2021-01-01'],
    { days: null, orMore: true, unknown: 1 },
  ],
  [
    'somebody is sent to prison years after an arrest that may have lasted hours',
    ['detained 2021-03-01', 'sentence 2023-03-01 prison'],
    { days: null, orMore: true, unknown: 1 },
  ],
  [
    'remand joins the arrest and the sentence',
    [
      'detained 2016-05-17',
      'charged 2016-05-21 remand',
      'sentence 2016-11-28 prison',
      'appeal_rejected 2017-01-20',
    ],
    { days: 195, orMore: true, until: '2016-11-28' },
  ],
  [
    'a second arrest follows one that nobody ended',
    ['detained 2021-03-01', 'detained 2025-01-17', 'release 2025-01-20'],
    { days: 3, orMore: true, unknown: 1 },
  ],
  [
    'two cases tell one arrest',
    ['detained 2020-06-08', 'detained 2020-06-08', 'release 2020-06-10', 'release 2020-06-10'],
    { days: 2 },
  ],
  [
    'a sentence of days is told on the day of the arrest and no more',
    ['detained 2020-06-08', 'sentence 2020-06-08 administrative_detention'],
    { days: null, orMore: true, unknown: 1 },
  ],
])('when %s', (_, stages, expected) => {
  const { days, orMore, until, unknown } = held(...stages)
  expect({ days, orMore, until, unknown }).toEqual({
    ...{ orMore: false, until: null, unknown: 0 },
    ...expected,
  })
})
