/** Withholding hears every run that may be a name, in any script, and no place, law or month. */
import { describe, expect, test } from 'vitest'
import { documentOf, pack, reading } from './fixture.ts'
import { mentionsIn } from './mentions.ts'

const heard = (text: string): string[] =>
  mentionsIn(documentOf(text), pack, reading.lexicon).map((one) => one.name)

describe('may be a name', () => {
  test.each([
    ['Yesterday Asan Usenov came.', ['Asan Usenov']],
    ['The police held Usenov.', ['Usenov']],
    ['A. S. Omarova and D.K. Serik spoke.', ['A. S. Omarova', 'D.K. Serik']],
    ['Асан Үсенов қалада.', ['Асан Үсенов']],
    ['^ Interview with Dana Omarova.', ['Dana Omarova']],
    ['# Case of Dana Omarova-Bek', ['Dana Omarova-Bek']],
    ['He met Omarova’s aunt.', ['Omarova']],
    ['In Almaty Usenov spoke.', ['Almaty Usenov']],
    ['The police held Usenov. Usenov was fined.', ['Usenov', 'Usenov']],
    ['There was hope. They met Hope there.', ['Hope']],
  ])('%s', (text, names) => expect(heard(text)).toEqual(expect.arrayContaining(names)))
})

test.each([
  'In Almaty and Nur-Sultan it rained.',
  'The Criminal Code was read on Monday in March.',
  'The Ministry of Justice refused.',
  'KIBHR said so.',
  'They lent support to all. Support came late.',
])('%s holds none', (text) => expect(heard(text)).toEqual([]))
