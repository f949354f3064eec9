/** Which freedom a passage is about: its words of gathering, organising and speaking; a month and a law are neither. */
import { expect, test } from 'vitest'
import { recordsOf } from './fixture.ts'

const freedomsIn = (text: string): readonly string[] | undefined => recordsOf(text)[0]?.freedoms

test.each([
  ['On 3 May 2031 Asan Usenov was detained at a march in Almaty.', ['assembly']],
  ['On 3 May 2031 Asan Usenov was detained because he marched to the square.', ['assembly']],
  ['On 3 May 2031 Asan Usenov was fined for an article about the mayor.', ['expression']],
  ['On 3 May 2031 Asan Usenov, a blogger, was detained at a picket.', ['assembly', 'expression']],
  ['On 3 May 2031 Asan Usenov, a member of a trade union, was detained.', ['association']],
])('%s', (text, freedoms) => {
  expect(freedomsIn(text)).toEqual(freedoms)
})

test.each([
  'On 3 March 2031 Asan Usenov was detained in Almaty.',
  'In early March 2031 Asan Usenov was detained in Almaty.',
  'March 3, 2031. Asan Usenov was detained in Almaty.',
  'On 3 May 2031 Asan Usenov was fined under Article 488 of the Administrative Code.',
  'On 3 May 2031 Asan Usenov was fined under article 488 of the Administrative Code.',
])('no word of a freedom: %s', (text) => {
  expect(freedomsIn(text)).toEqual(['other'])
})

test('an item without a word of its own is about what its lead or heading is about', () => {
  const lead = 'On 3 May 2031 rallies were announced in many towns.\n• In Semey, ten people were detained.'
  expect(freedomsIn(lead)).toEqual(['assembly'])
  expect(freedomsIn('# Freedom of expression\nOn 3 May 2031 Asan Usenov was detained.')).toEqual([
    'expression',
  ])
})

test('an act that strikes one freedom needs no word for it', () => {
  expect(freedomsIn('On 3 May 2031 the internet was cut in Semey for 36 hours.')).toEqual(['expression'])
})

test('what people are by trade counts only beside an act', () => {
  const text = 'On 3 May 2031 Asan Usenov was detained. It caused dismay among journalists.'
  expect(freedomsIn(text)).toEqual(['other'])
})
