/** Whatever tells a day, a month or a year is found, in three languages; other numbers are let alone. */
import { describe, expect, it } from 'vitest'
import { dateWords } from './date-words.ts'

const covered = (text: string): string => {
  let out = text
  for (const span of [...dateWords(text)].reverse())
    out = `${out.slice(0, span.start)}▒${out.slice(span.end)}`
  return out
}

describe('a date in words', () => {
  it.each([
    ['On 7 May 2024 police came.', 'On ▒ police came.'],
    ['On the 7th of May police came.', 'On the ▒ of ▒ police came.'],
    ['On May 7, 2024 police came.', 'On ▒ police came.'],
    ['in mid-February 2020', 'in mid-▒'],
    ['on 07.05.2024 and 2024-05-08', 'on ▒ and ▒'],
    ['on Monday night', 'on ▒ night'],
    ['let go in september', 'let go in ▒'],
    ['seen on 7 may', 'seen on ▒'],
    ['7 мая 2024 года', '▒ года'],
    ['в начале февраля', 'в начале ▒'],
    ['2024 жылғы 7 мамырда', '▒ жылғы ▒'],
    ['мамырдың 7 күні', '▒ күні'],
    ['between 7 and 9 June', 'between ▒ and ▒'],
  ])('%s', (text, expected) => expect(covered(text)).toBe(expected))

  it.each([
    'they may march again',
    'fined 132,550 tenge (50 MCI)',
    'Article 488, part 1',
    'held for 10 days, 57 people',
    'их маленький дом',
  ])('is not in: %s', (text) => expect(covered(text)).toBe(text))
})
