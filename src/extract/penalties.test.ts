/** An imposed penalty has a kind and, if told, one number; terms served, provided for or asked for are none. */
import { describe, expect, test } from 'vitest'
import { pack, reading, whole } from './fixture.ts'
import { penaltiesIn } from './penalties.ts'

const read = (text: string): Record<string, unknown>[] =>
  penaltiesIn(text, whole(text), pack, reading).map(({ value }) =>
    Object.fromEntries(Object.entries(value).filter(([key, one]) => one !== null && key !== 'who')),
  )

describe('a penalty imposed', () => {
  test.each([
    [
      "He was sentenced to five days' administrative detention.",
      [{ type: 'administrative_detention', days: 5 }],
    ],
    [
      'She was placed in administrative detention for ten days after a picket.',
      [{ type: 'administrative_detention', days: 10 }],
    ],
    [
      'They received 10-15 days of administrative arrest.',
      [{ type: 'administrative_detention', min: 10, max: 15, unit: 'days' }],
    ],
    ['Another activist got nine days.', [{ type: 'administrative_detention', days: 9 }]],
    ["She was sentenced to seven years' imprisonment.", [{ type: 'prison', years: 7 }]],
    ['He was sentenced to two and a half years in prison.', [{ type: 'prison', years: 2.5 }]],
    [
      "They were sentenced to three and two years' imprisonment respectively.",
      [
        { type: 'prison', years: 3 },
        { type: 'prison', years: 2 },
      ],
    ],
    ['In 2031 he received a two year-sentence.', [{ type: 'prison', years: 2 }]],
    [
      'The court gave them seven, five and three days of administrative arrest respectively.',
      [
        { type: 'administrative_detention', days: 7 },
        { type: 'administrative_detention', days: 5 },
        { type: 'administrative_detention', days: 3 },
      ],
    ],
    [
      'She was sentenced to ten years in prison for slander and to five more for treason.',
      [
        { type: 'prison', years: 10 },
        { type: 'prison', years: 5 },
      ],
    ],
    ['The court handed actor Asan Usenov seven years in absentia.', [{ type: 'prison', years: 7 }]],
    [
      'Dana Omarova got nine years; the leader, Asan Usenov, 21.',
      [
        { type: 'prison', years: 9 },
        { type: 'prison', years: 21 },
      ],
    ],
    ['She received a four-year suspended sentence.', [{ type: 'suspended', years: 4 }]],
    [
      "The court sentenced him to two years' restriction of freedom and a five-year ban on public activities.",
      [
        { type: 'restriction_of_freedom', years: 2 },
        { type: 'ban', years: 5 },
      ],
    ],
    ['He was fined 60,000 KZT (110 EUR or 120 USD).', [{ type: 'fine', amount: 60000, currency: 'KZT' }]],
    [
      'The owner was fined 20,000 tenge and his tenant fined 8,000 tenge.',
      [
        { type: 'fine', amount: 20000, currency: 'KZT' },
        { type: 'fine', amount: 8000, currency: 'KZT' },
      ],
    ],
    ['She was fined GEL 700 for the post.', [{ type: 'fine', amount: 700, currency: 'GEL' }]],
    ['Two were ordered to pay fines.', [{ type: 'fine' }]],
    ['He was put under house arrest.', [{ type: 'house_arrest' }]],
    ['The court issued an official warning to a pensioner.', [{ type: 'warning' }]],
  ])('%s', (text, penalties) => expect(read(text)).toEqual(penalties))
})

test.each([
  'The article carries up to five years in prison.',
  'The prosecutor had asked for 14 years in prison.',
  'He was held at the station for seven hours.',
  'She may face imprisonment.',
  'He had been in prison for four years.',
  'A benefit of 42,500 KZT was paid.',
  'He was not fined.',
])('%s imposes nothing', (text) => expect(read(text)).toEqual([]))

test('a sum that stands before its cue is marked with it, from the first letter to the last', () => {
  const text = 'She was ordered to pay 200,000 pesos in fines for cyber libel.'
  const found = penaltiesIn(text, whole(text), pack, reading)
  expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(['200,000 pesos in fines'])
})
