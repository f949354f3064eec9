/** Which records may tell what a row tells: by its day with a name, or with place and act; never by a month, and never two named people. */
import { expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { day, type PartialDate, parsePartialDate } from '../core/partial-date.ts'
import { byDay, type KnownEvent, likelyRecords, type ToldEvent } from './likely-records.ts'

const event = (id: string, more: Partial<ToldEvent>): KnownEvent => ({
  ...{ id, date: day(2024, 5, 7), places: ['Almaty'], people: [], acts: ['detention'] },
  ...more,
})
const KNOWN = byDay([
  event('named', { people: ['Asan Usenov'] }),
  event('unnamed', {}),
  event('march', { date: parsePartialDate('2024-05'), people: ['Asan Usenov'] }),
  event('days', {
    date: { from: '2024-06-01', to: '2024-06-03', precision: 'day' },
    people: ['Aigul Serikova'],
  }),
])
const told = (date: PartialDate | null, more: Partial<ToldEvent> = {}): ToldEvent => ({
  date,
  places: [],
  people: [],
  acts: [],
  ...more,
})

it.each<[string, ToldEvent, readonly string[]]>([
  [
    'a name in another script, on that day',
    told(day(2024, 5, 7), { people: ['Асан Усенов'] }),
    ['named: date person'],
  ],
  [
    'on the day after',
    told(day(2024, 5, 8), { people: ['Asan Usenov'], places: ['Almaty'] }),
    ['named: date person place'],
  ],
  ['two days later', told(day(2024, 5, 9), { people: ['Asan Usenov'] }), []],
  [
    'another name',
    told(day(2024, 5, 7), { people: ['Bolat Nurlanov'], places: ['Almaty'], acts: ['detention'] }),
    ['unnamed: date place act'],
  ],
  [
    'nobody named, place and act',
    told(day(2024, 5, 7), { places: ['Almaty'], acts: ['detention'] }),
    ['named: date place act', 'unnamed: date place act'],
  ],
  ['place alone', told(day(2024, 5, 7), { places: ['Almaty'] }), []],
  ['a month', told(parsePartialDate('2024-05'), { people: ['Asan Usenov'] }), []],
  ['no day', told(null, { people: ['Asan Usenov'] }), []],
  ['inside several days', told(day(2024, 6, 2), { people: ['Айгуль Серикова'] }), ['days: date person']],
])('%s', (_, one, said) => {
  expect(likelyRecords(one, KNOWN, knowledge.names).map(({ id, why }) => `${id}: ${why.join(' ')}`)).toEqual(
    said,
  )
})
