/** Who is a person in a sentence, and which capitalised words are nobody. */
import { describe, expect, test } from 'vitest'
import { linesOf, recordsOf } from './fixture.ts'

const names = (text: string): string[] => [
  ...new Set(linesOf(text).flatMap((line) => line.names.map((one) => one.name))),
]

describe('a person named', () => {
  test.each([
    ['Activist Asan Usenov was held.', ['Asan Usenov']],
    ['Asan Usenov was held. Usenov denied it.', ['Asan Usenov']],
    ['Judge A. Omarova heard the case.', ['A. Omarova']],
    ['Editor-in-Chief Aigul Serikova resigned.', ['Aigul Serikova']],
    ['Aidan and Aidar Asanov were fined.', ['Aidan Asanov', 'Aidar Asanov']],
    ['President Omarov spoke.', ['Omarov']],
    ['Zhambyl Serikov was fined.', ['Zhambyl Serikov']],
    ["Asan Usenov's car burned.", ['Asan Usenov']],
    ['Blogger Asan "Kran" Usenov was held. Usenov denied it.', ['Asan Usenov']],
    ['Asan Usenov was held. Aigul Serikova wept. Serikov was fined.', ['Asan Usenov', 'Aigul Serikova']],
    ['Librarian Dana Omarova was fined.', ['Dana Omarova']],
    ['Elena Semirova spoke. Semirowa was sued.', ['Elena Semirova']],
    ['The founder of the new Green Party, Dana Omarova, was held.', ['Dana Omarova']],
  ])('%s', (text, people) => expect(names(text)).toEqual(people))
})

test.each([
  'In Almaty police held people.',
  'The Ministry of Justice refused.',
  'He read the newspaper Golden Steppe.',
  'They met on Freedom Square.',
  'A video on YouTube and Facebook was deleted.',
  'Hong Kong and Saudi Arabia were mentioned.',
  'She lives near the village of Santa Rosa.',
  '3 March 2031, Port Lipova. Two shops were burned.',
  'Port Lipova, 5 March 2031: two shops were burned.',
  'They read the weekly Golden Steppe.',
  'On Women\u2019s Day in March they marched.',
])('%s names no person', (text) => expect(names(text)).toEqual([]))

test('a judge is named and not harmed, who sues is the actor', () => {
  const [record] = recordsOf(
    'On 3 May 2031 Judge Dana Omarova sentenced blogger Asan Usenov to five days of detention.',
  )
  expect(record?.people.map((one) => [one.name, one.harmed])).toEqual([
    ['Dana Omarova', false],
    ['Asan Usenov', true],
  ])
  const [suit] = recordsOf(
    'On 3 May 2031 journalist Asan Usenov was sued by the head of the department, Dana Omarova, for moral damages.',
  )
  expect(suit?.people.map((one) => [one.name, one.harmed])).toEqual([
    ['Asan Usenov', true],
    ['Dana Omarova', 'actor'],
  ])
})
