/** A number counts when it counts people or things of the incident; its bounds are those that are said. */
import { describe, expect, test } from 'vitest'
import { reading, whole } from './fixture.ts'
import { groupsIn } from './groups.ts'

const read = (text: string): string[] =>
  groupsIn(text, whole(text), reading.lexicon).map(
    ({ value }) => `${value.min}..${value.max} ${value.qualifier}`,
  )

describe('a stated number', () => {
  test.each([
    ['Twelve people were killed.', ['12..12 exact']],
    ['At least 40 protesters were held.', ['40..null at_least']],
    ['More than 1,200 houses burned.', ['1200..null at_least']],
    ['Up to 200 activists came.', ['null..200 at_most']],
    ['Around 30 journalists came.', ['30..30 about']],
    ['Between 30 and 50 people were detained.', ['30..50 estimate']],
    ['Around 5,000 to 6,000 residents fled.', ['5000..6000 about']],
    ['Of 26 people, two were fined and four others sentenced.', ['26..26 exact', '2..2 exact', '4..4 exact']],
    ['Troops killed 12 and injured more than a thousand people.', ['12..12 exact', '1000..null at_least']],
    ['some of the 20 arrested people', ['20..20 exact']],
    ['in 12 cities', ['12..12 exact']],
  ])('%s', (text, groups) => expect(read(text)).toEqual(groups))
})

test.each([
  'He was fined 50,000 tenge.',
  'She was held for 15 days.',
  'Asan Usenov, 31, came.',
  'The town lies 200 km away.',
  'On 7 May 2031 they met.',
  'under Article 174 of the Criminal Code',
  'The five activists had earlier met.',
  'Dozens of people came.',
  'the 31-year-old blogger',
])('%s states no number of people', (text) => expect(read(text)).toEqual([]))
