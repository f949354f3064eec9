/** How many persons were harmed, and by which act. */
import { describe, expect, test } from 'vitest'
import { group, incident, named, OFFICIAL, penalty, type Sketch, WITHHELD } from './fixture.ts'
import { personsHarmed } from './persons.ts'
import type { Range } from './range.ts'
import { personsStruck } from './struck.ts'

const range = (certain: number, claimed: number | null): Range => ({ certain, claimed })

const HARMED: readonly (readonly [string, Sketch, Range | null])[] = [
  ['nobody says who or how many', {}, null],
  ['only an official is named', { people: [OFFICIAL] }, null],
  ['one named and two withheld', { people: [named('p1'), WITHHELD, WITHHELD] }, range(3, 3)],
  ['one person told twice', { people: [named('p1'), named('p1')] }, range(1, 1)],
  [
    'two named in a group of 34',
    { people: [named('p1'), named('p2')], groups: [group('people arrested', 34, 34)] },
    range(34, 34),
  ],
  [
    'three named, a group of two',
    { people: [WITHHELD, WITHHELD, WITHHELD], groups: [group('activists', 2, 2)] },
    range(3, 3),
  ],
  ['at least 50', { groups: [group('people detained', 50, null, 'at_least')] }, range(50, null)],
  [
    'at least, with an upper end that is none',
    { groups: [group('people detained', 50, 50, 'at_least')] },
    range(50, null),
  ],
  ['30 to 40', { groups: [group('people detained', 30, 40, 'estimate')] }, range(30, 40)],
  ['at most 10', { groups: [group('people detained', null, 10, 'at_most')] }, range(1, 10)],
  [
    'groups that may overlap',
    { groups: [group('activists', 7, 7), group('journalists', 2, 2)] },
    range(7, 9),
  ],
  [
    'a whole and its parts',
    { groups: [group('people killed', 11, 11), group('women killed', 9, 9), group('men killed', 2, 2)] },
    range(11, 11),
  ],
  [
    'sources disagree',
    { disputed: ['group'], groups: [group('people killed', 14, 14), group('people killed', 17, 17)] },
    range(14, 17),
  ],
  [
    'sources disagree, one has no end',
    { disputed: ['group'], groups: [group('killed', 14, 14), group('killed', 10, null)] },
    range(10, null),
  ],
  ['sources disagree on who', { disputed: ['person'], people: [named('p1'), named('p2')] }, range(1, 2)],
  ['people who only came', { groups: [group('people gathered', 50, 50)] }, null],
  ['windows', { people: [WITHHELD], groups: [group('windows smashed', 3, 3)] }, range(1, 1)],
]

describe('persons harmed in an incident', () => {
  test.each(HARMED)('%s', (_, sketch, expected) => {
    expect(personsHarmed(incident(sketch))).toEqual(expected)
  })
})

const LAND = {
  acts: ['arrest', 'detention', 'fine', 'counsel_denied'],
  groups: [group('people arrested', 34, null, 'at_least')],
}
const STRUCK: readonly (readonly [string, string, Sketch, Range | null])[] = [
  ['the act the group is named for', 'arrest', LAND, range(34, null)],
  ['the same taking by another word', 'detention', LAND, range(34, null)],
  ['a fine without a count is one at least', 'fine', LAND, range(1, null)],
  ['a fine to one of them is one', 'fine', { ...LAND, penalties: [penalty('fine')] }, range(1, 1)],
  ['another act struck one at least', 'counsel_denied', LAND, range(1, null)],
  [
    'the only act takes all',
    'interrogation',
    { acts: ['interrogation', 'protest_held'], people: [WITHHELD, WITHHELD] },
    range(2, 2),
  ],
  ['one person takes every act', 'search', { acts: ['search', 'seizure'], people: [WITHHELD] }, range(1, 1)],
  ['three fined', 'fine', { acts: ['fine'], penalties: [penalty('fine', { persons: 3 })] }, range(3, 3)],
  ['a release harms nobody', 'release', { acts: ['release'], people: [WITHHELD] }, null],
  ['a closed outlet is no person', 'media_closure', { acts: ['media_closure'], people: [WITHHELD] }, null],
  ['nobody says who', 'detention', { acts: ['detention'] }, null],
]

describe('persons struck by an act', () => {
  test.each(STRUCK)('%s (%s)', (_, act, sketch, expected) => {
    expect(personsStruck(incident(sketch), act)).toEqual(expected)
  })
})
