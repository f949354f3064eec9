/** Which counted groups are people who were harmed. */
import { expect, test } from 'vitest'
import { harmOf } from './harmed-group.ts'

test.each([
  ['people detained', 'detention'],
  ['protesters arrested', 'detention'],
  ['activists fined', 'fine'],
  ['sentenced to administrative detention', 'administrative_detention'],
  ['people killed', 'killing'],
  ['people called as witnesses', 'summons'],
  ['задержанные активисты', 'detention'],
  ['погибшие', 'killing'],
  ['ұсталған адамдар', 'detention'],
])('%s suffered %s', (what, act) => {
  expect(harmOf(what)).toContain(act)
})

test.each(['activists', 'local resident', 'his wife', 'активисты', 'белсенділер', 'other journalists'])(
  '%s: harmed, nobody says how',
  (what) => {
    expect(harmOf(what)).toEqual([])
  },
)

test.each([
  ...[
    'party supporters gathered',
    'people taking part',
    'march participants',
    'complainants',
    'uniformed police officers',
  ],
  ...[
    'police officers injured',
    'windows smashed',
    'houses set on fire',
    'cities',
    'criminal cases opened',
    'detentions',
  ],
  ...[
    'excessive force cases',
    'people living in the district',
    'участники митинга',
    'города',
    'уголовные дела',
    'signatures',
  ],
])('%s: not known to be harmed people', (what) => {
  expect(harmOf(what)).toBeNull()
})
