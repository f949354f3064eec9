/** The word lists of a language → the forms that count from a date named before, or from the day of publication. */
import { addDays, type PartialDate, year } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'
import { type DateContext, type DateForm, relative } from './date-form.ts'
import { numberOf } from './numbers.ts'

function shifted(context: DateContext, days: number): PartialDate | null {
  if (!context.anchor) return null
  const iso = addDays(context.anchor, days)
  return { from: iso, to: iso, precision: 'day' }
}

/** Forms that need a date before them; null where there is none. */
export const relativeForms = (lexicon: Lexicon): readonly DateForm[] => [
  relative(
    'date-same@1',
    'The same day is the day named before.',
    'the same day',
    '\\b(?:(?:the|that|on the) same (?:day|evening|night|morning|afternoon)|(?:on|later) that (?:same )?(?:day|evening|night))\\b',
    (_, c) => shifted(c, 0),
  ),
  relative(
    'date-next@1',
    'The next day is one after the day named before.',
    'the next day',
    '\\b(?:the (?:next|following) (?:day|morning)|a day later|one day later)\\b',
    (_, c) => shifted(c, 1),
  ),
  relative(
    'date-before@1',
    'The day before is one earlier.',
    'the day before',
    '\\b(?:the day before|the previous day|a day earlier|the night before|one day earlier)\\b',
    (_, c) => shifted(c, -1),
  ),
  relative(
    'date-offset@1',
    'Days counted from the day named before.',
    'three days later',
    '\\b([a-z]+|\\d+) (days?|weeks?) (later|earlier)\\b',
    (m, c) => {
      const n = numberOf(m[1] ?? '', lexicon)
      return n === null
        ? null
        : shifted(c, n * (/week/i.test(m[2] ?? '') ? 7 : 1) * (/later/i.test(m[3] ?? '') ? 1 : -1))
    },
  ),
  relative(
    'date-years-later@1',
    'Years counted from the year named before.',
    'two years later',
    '\\b([a-z]+|\\d+) years? (later|earlier)\\b',
    (m, c) => {
      const n = numberOf(m[1] ?? '', lexicon)
      return n === null || !c.near ? null : year(c.near + (/later/i.test(m[2] ?? '') ? n : -n))
    },
  ),
  relative(
    'date-weekday@1',
    'A weekday is the last one before the day of publication.',
    'on Tuesday',
    `\\bon (${[...lexicon.weekdays.keys()].join('|')})\\b(?!,?\\s+(?:\\d|(?:the )?\\d|[A-Z][a-z]+ \\d))`,
    (m, c) => {
      const wanted = lexicon.weekdays.get((m[1] ?? '').toLowerCase())
      if (!c.asOf || wanted === undefined) return null
      const back = (new Date(`${c.asOf}T00:00:00Z`).getUTCDay() - wanted + 7) % 7
      const iso = addDays(c.asOf, -back)
      return { from: iso, to: iso, precision: 'day' }
    },
  ),
]
