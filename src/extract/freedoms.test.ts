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
