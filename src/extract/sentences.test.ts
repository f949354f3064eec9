/** Where a sentence ends, and where a stop ends none. */
import { expect, test } from 'vitest'
import { reading, whole } from './fixture.ts'
import { sentencesIn } from './sentences.ts'

test.each([
  ['He left. She stayed.', 2],
  ['Judge A. Omarova spoke. She left.', 2],
  ['Order No. 5 was read.', 1],
  ['He said: "I left." They agreed.', 2],
  ['It ended at 7.30 that day.', 1],
  ['Ar.Rukh.Khak published it.', 1],
  ['3 May 2031: She is charged.', 1],
  ['', 0],
])('%s has %i', (text, count) => {
  expect(sentencesIn(text, whole(text), reading.lexicon.abbreviations)).toHaveLength(count)
})
