/** What a model answers → what of it comes through: terms of the vocabulary, and words and figures that stand in the quote. */
import { expect, test } from 'vitest'
import { codebook } from '../fixture.ts'
import { readAnswer } from './answer.ts'

const REPORT =
  'On 3 May 2031 Asan Usenov was fined under Article 488.\nA court gave Dana Omarova 15 days; her friend got five.'

const read = (field: string, value: unknown, quote: string) =>
  readAnswer(
    JSON.stringify({ incidents: [{ passage: REPORT, values: [{ field, value, quote }] }] }),
    REPORT,
    codebook,
    'model:test@1',
  ).drafts.flatMap((one) => one.proposals.map((each) => each.value))

test.each([
  ['person', { name: 'Asan Usenov', harmed: true }, 'Asan Usenov was fined', { name: 'Asan Usenov' }],
  ['law', { code: 'administrative', article: 488 }, 'Article 488', { article: '488' }],
  ['penalty', { type: 'administrative_detention', days: 15 }, 'Dana Omarova 15 days', { days: 15 }],
  ['penalty', { type: 'administrative_detention', days: 5 }, 'her friend got five', { days: null }],
  ['penalty', { type: 'administrative_detention', days: 150 }, 'Dana Omarova 15 days', { days: null }],
  ['penalty', { type: 'administrative_detention', days: 5 }, 'Dana Omarova 15 days', { days: null }],
])('%s %j of «%s»', (field, value, quote, told) => {
  expect(read(field, value, quote)).toMatchObject([told])
})

test.each([
  ['a piece of a name', 'person', { name: 'Asan Usen', harmed: true }, 'Asan Usenov was fined'],
  ['a piece of a number', 'law', { code: 'administrative', article: '4' }, 'Article 488'],
  ['words of another quote', 'person', { name: 'Dana Omarova', harmed: true }, 'Asan Usenov was fined'],
  ['no quote', 'act', 'fine', ''],
  ['a quote that is not there', 'act', 'fine', 'was fined twice'],
])('%s does not come through', (_, field, value, quote) => {
  expect(read(field, value, quote)).toEqual([])
})
