/** The word lists of a language → the forms that count from a date named before, or from the day of publication. */
import { addDays, year } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'
import { type DateForm, daysFrom, MOST_YEARS, monthsFrom, relative } from './date-form.ts'
import { numberOf } from './numbers.ts'

/** «A week later» counts one. */
const countOf = (written: string | undefined, lexicon: Lexicon): number | null =>
  /^an?$/i.test(written ?? '') ? 1 : numberOf(written ?? '', lexicon)

/** Forms that need a date before them; null where there is none. */
export const relativeForms = (lexicon: Lexicon): readonly DateForm[] => [
  relative(
    'date-same@1',
    'The same day is the day named before.',
    'the same day',
    '\\b(?:(?:the|that|on the) same (?:day|evening|night|morning|afternoon)|(?:on|later) that (?:same )?(?:day|evening|night))\\b',
    (_, c) => daysFrom(c.anchor, 0),
  ),
  relative(
    'date-next@1',
    'The next day is one after the day named before.',
    'the next day',
    '\\b(?:the (?:next|following) (?:day|morning|afternoon|evening|night)|(?:a|one) day (?:later|after)|the day after(?=\\s*(?:[.,;]|$)))',
    (_, c) => daysFrom(c.anchor, 1),
  ),
  relative(
    'date-before@1',
    'The day before is one earlier.',
    'the day before',
    '\\b(?:the day before|the previous day|a day (?:earlier|before)|the (?:night|evening) before|one day earlier)\\b',
    (_, c) => daysFrom(c.anchor, -1),
  ),
  relative(
    'date-offset@2',
    'Days counted from the day named before.',
    'three days later',
    '\\b([a-z]+|\\d+) (days?|weeks?|fortnight) (later|afterwards?|on(?=,)|after(?=[,.;])|earlier|before(?=[,.;]| (?:that|he|she|they)\\b)|previously)\\b',
    (m, c) => {
      const n = countOf(m[1], lexicon)
      return n === null
        ? null
        : daysFrom(
            c.anchor,
            n *
              (/week/i.test(m[2] ?? '') ? 7 : /fortnight/i.test(m[2] ?? '') ? 14 : 1) *
              (/later|after|on/i.test(m[3] ?? '') ? 1 : -1),
          )
    },
  ),
  relative(
    'date-hours-later@1',
    'Hours later is the same day, as far as anybody can tell.',
    'hours later',
    '\\b(?:(?:a few |some |several |[a-z]+ )?hours|minutes|shortly) (?:later|afterwards?)\\b',
    (_, c) => daysFrom(c.anchor, 0),
  ),
  relative(
    'date-same-month@1',
    'The same month is that of the day named before.',
    'later that month',
    '\\b(?:the same month|(?:later|earlier) (?:that|in the) month)\\b',
    (_, c) => monthsFrom(c.anchor, 0),
  ),
  relative(
    'date-years-later@1',
    'Years counted from the year named before.',
    'two years later',
    '\\b([a-z]+|\\d+) years? (later|earlier)\\b',
    (m, c) => {
      const n = countOf(m[1], lexicon)
      return n === null || n > MOST_YEARS || !c.near
        ? null
        : year(c.near + (/later/i.test(m[2] ?? '') ? n : -n))
    },
  ),
  relative(
    'date-weekday@1',
    'A weekday is the last one before the day of publication.',
    'on Tuesday',
    `\\b(?:on|last|this|late on|early on) (${[...lexicon.weekdays.keys()].join('|')})\\b(?!,?\\s+(?:\\d|(?:the )?\\d|[A-Z][a-z]+ \\d))`,
    (m, c) => {
      const wanted = lexicon.weekdays.get((m[1] ?? '').toLowerCase())
      if (!c.asOf || wanted === undefined) return null
      const today = new Date(`${c.asOf}T00:00:00Z`).getUTCDay()
      // Said on a Tuesday, «last Tuesday» is a week ago.
      const back = (today - wanted + 7) % 7 || (/^last/i.test(m[0]) ? 7 : 0)
      return daysFrom(c.asOf, -back)
    },
  ),
  relative(
    'date-ago@1',
    'Days counted back from the day of publication.',
    'three days ago',
    '\\b(?:(yesterday)|([a-z]+|\\d+) (day|week)s? ago)\\b',
    (m, c) => {
      const n = m[1] ? 1 : countOf(m[2], lexicon)
      return n === null ? null : daysFrom(c.asOf, -n * (m[3] === 'week' ? 7 : 1))
    },
  ),
  relative(
    'date-months-later@1',
    'Months counted from the day named before give a month.',
    'two months later',
    '\\b([a-z]+|\\d+) months? (later|earlier)\\b',
    (m, c) => {
      const n = countOf(m[1], lexicon)
      return n === null ? null : monthsFrom(c.anchor, /later/i.test(m[2] ?? '') ? n : -n)
    },
  ),
  relative(
    'date-last-year@1',
    'Last year is the one before the year of publication.',
    'last year',
    '\\b(?:(last|the previous) year|(?:earlier )?this year)\\b',
    (m, c) => (c.asOf ? year(Number(c.asOf.slice(0, 4)) - (m[1] ? 1 : 0)) : null),
  ),
  relative(
    'date-last-week@1',
    'Last week is Monday to Sunday of the week before the day of publication.',
    'last week',
    '\\b(?:(last|the past|the previous) week|(?:earlier )?this week)\\b',
    (m, c) => {
      if (!c.asOf) return null
      const since = (new Date(`${c.asOf}T00:00:00Z`).getUTCDay() + 6) % 7
      const monday = addDays(c.asOf, -since)
      return m[1]
        ? { from: addDays(monday, -7), to: addDays(monday, -1), precision: 'day' }
        : { from: monday, to: c.asOf, precision: 'day' }
    },
  ),
  relative(
    'date-last-month@1',
    'Last month is the one before the month of publication.',
    'last month',
    '\\b(?:(last) month|earlier this month)\\b',
    (m, c) => monthsFrom(c.asOf, m[1] ? -1 : 0),
  ),
]
