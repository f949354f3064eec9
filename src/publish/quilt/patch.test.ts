/** How an incident is sewn. */
import { expect, test } from 'vitest'
import { CODEBOOK, group, incident, named, source, type Told, withheld } from '../fixture.ts'
import { type Patch, patchesOf, patchOf } from './patch.ts'

const two = [source('Observers'), source('A second monitor')]

test.each<[string, Told, Partial<Patch>]>([
  ['a detention is sewn as one', { acts: ['detention'] }, { motif: 'liberty', gravity: 2 }],
  [
    'the gravest outcome gives the lightness',
    { acts: ['detention', 'criminal_case_opened'] },
    { motif: 'trial', gravity: 3 },
  ],
  [
    'an act without a shape takes that of the freedom struck',
    { acts: ['interrogation'], freedoms: ['expression'] },
    { motif: 'expression', gravity: 0 },
  ],
  ['a release alone is good news', { acts: ['release'] }, { motif: 'good', gravity: 'star' }],
  [
    'a release after detention is a detention',
    { acts: ['detention', 'release'] },
    { motif: 'liberty', gravity: 2 },
  ],
  ['a protest says nothing of an outcome', { acts: ['protest_held'] }, { motif: 'assembly', gravity: null }],
  [
    'an unknown act is not guessed at',
    { acts: ['no_such_act'], freedoms: ['other'] },
    { motif: 'integrity', gravity: null },
  ],
  ['nobody counted is not zero people', { acts: ['detention'] }, { persons: null }],
  ['a withheld person counts', { acts: ['detention'], people: [withheld] }, { persons: 1 }],
  [
    'an open figure gives its lower end',
    { acts: ['detention'], groups: [group('people detained', 50, null, 'at_least')] },
    { persons: 50 },
  ],
  [
    'the killed are not the hurt beside them',
    {
      acts: ['killing'],
      groups: [group('people injured', 200, 200, 'about'), group('people killed', 11, 11)],
    },
    { persons: 11 },
  ],
  [
    'two collectors need no stitch',
    { acts: ['detention'], people: [named(0)], sources: two },
    { basting: null },
  ],
  [
    'one collector does',
    { acts: ['detention'], sources: [source('Observers'), source('Observers')] },
    { basting: 'single' },
  ],
  [
    'so do sources that disagree',
    { acts: ['detention'], sources: two, disputed: ['group'] },
    { basting: 'disputed' },
  ],
])('%s', (_, told, expected) => {
  expect(patchOf(incident(told), CODEBOOK)).toMatchObject(expected)
})

test('aggregates are never patches, and dates then ids give the order', () => {
  const told = [
    incident({ id: 'b', date: '2020-02-01' }),
    incident({ id: 'total', date: '2020-01-01', kind: 'aggregate' }),
    incident({ id: 'unknown', date: null }),
    incident({ id: 'a', date: '2020-02-01' }),
    incident({ id: 'first', date: '2020-01' }),
  ]
  const order = ['first', 'a', 'b', 'unknown']
  expect(patchesOf(told, CODEBOOK).map((one) => one.incident)).toEqual(order)
  expect(patchesOf([...told].reverse(), CODEBOOK).map((one) => one.incident)).toEqual(order)
})
