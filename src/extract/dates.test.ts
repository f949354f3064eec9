/** Every way a monitor writes a date, and what must not be read as one. */
import { describe, expect, test } from 'vitest'
import { datesIn, englishDates } from './dates.ts'
import { reading, whole } from './fixture.ts'

const read = (text: string, asOf: string | null = null): string[] =>
  datesIn(text, [whole(text)], englishDates(reading.lexicon), asOf).map(
    ({ value, use }) => `${value.from}..${value.to} ${use}`,
  )

describe('a date in words', () => {
  test.each([
    ['on 7th May 2031', ['2031-05-07..2031-05-07 act']],
    ['on May 7, 2031', ['2031-05-07..2031-05-07 act']],
    ['On 26thJanuary 2031', ['2031-01-26..2031-01-26 act']],
    ['07.05.2031', ['2031-05-07..2031-05-07 act']],
    ['2031-05-07', ['2031-05-07..2031-05-07 act']],
    ['on 7th-8th February 2031', ['2031-02-07..2031-02-08 act']],
    ['between the 4 and 9 May 2031', ['2031-05-04..2031-05-09 act']],
    ['on the night of 2nd to 3rd January 2031', ['2031-01-02..2031-01-03 act']],
    ['28 April to 3 May 2031', ['2031-04-28..2031-05-03 act']],
    ['in late May 2031', ['2031-05-01..2031-05-31 act']],
    ['in late 2031', ['2031-10-01..2031-12-31 act']],
    ['in February and March 2031', ['2031-02-01..2031-03-31 act']],
    [
      'On 7 May 2031 he left. A fortnight earlier she came.',
      ['2031-05-07..2031-05-07 act', '2031-04-23..2031-04-23 act'],
    ],
    [
      'On 7 May 2031 it was told of the January events.',
      ['2031-05-07..2031-05-07 act', '2031-01-01..2031-01-31 act'],
    ],
    ['She appeared before a judge in Lipova on 7 May 2031', ['2031-05-07..2031-05-07 act']],
    ['before the election in Lipova on 7 May 2031', ['2031-05-07..2031-05-07 bound']],
    ['since 2031', ['2031-01-01..2031-12-31 act']],
    [
      'On 7 May 2031 he left. The next day she came.',
      ['2031-05-07..2031-05-07 act', '2031-05-08..2031-05-08 act'],
    ],
    [
      'On 7 May 2031 he left. Three days later she came.',
      ['2031-05-07..2031-05-07 act', '2031-05-10..2031-05-10 act'],
    ],
    [
      'On 7 May 2031 he left. Three days later, on 9 May, she came.',
      ['2031-05-07..2031-05-07 act', '2031-05-09..2031-05-09 act'],
    ],
    [
      'On 20 February 2031 it was told that in December he fled.',
      ['2031-02-20..2031-02-20 act', '2030-12-01..2030-12-31 act'],
    ],
    [
      'On 3 March he came. On 5 April 2031 he left.',
      ['2031-03-03..2031-03-03 act', '2031-04-05..2031-04-05 act'],
    ],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates))
  test('a weekday is the last one before publication, and unknown without it', () => {
    expect(read('He was held on Tuesday.', '2031-05-09')).toEqual(['2031-05-06..2031-05-06 act'])
    expect(read('He was held on Tuesday.')).toEqual([])
  })
})

test('a count of days, months or years that nobody means is no date', () => {
  const day = '2031-05-03..2031-05-03 act'
  for (const unit of ['days', 'weeks', 'months', 'years'])
    expect(read(`He was held on 3 May 2031 and freed 999999999999 ${unit} later.`)).toEqual([day])
  expect(read('He was held 999999999999 days ago.', '2031-05-03')).toEqual([])
})

describe('a date that is no time of an act', () => {
  test.each([
    ['a state of emergency until 1 May 2031', ['2031-05-01..2031-05-01 end']],
    ['a rally scheduled to take place on 22 May 2031', ['2031-05-22..2031-05-22 plan']],
    ['pressure ahead of the congress on 22 May 2031', ['2031-05-22..2031-05-22 bound']],
    ['because of a post from 23 May 2031', ['2031-05-23..2031-05-23 topic']],
  ])('%s', (text, dates) => expect(read(text)).toEqual(dates))
})

test.each([
  'Article 31 May not apply',
  '31 February 2031',
  'a march of 40 people',
  'room 2031',
  'they may come',
])('%s holds no day', (text) => expect(read(text).filter((one) => !one.startsWith('null'))).toEqual([]))
