/** A text in, the spans of it that tell a date out: days, months in three languages, years and numbers of days. */
import type { Span } from '../span.ts'
import { mergeSpans } from './allowed.ts'

/** In any case; «may» and «march» are words too, so these count with a capital or beside a number. */
const ENGLISH = 'January|February|April|June|July|August|September|October|November|December'
const SHORT = 'March|May|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const RUSSIAN = 'январ|феврал|март|апрел|ма[йяею]|июн|июл|август|сентябр|октябр|ноябр|декабр'
const KAZAKH = 'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан'
const WEEKDAYS =
  'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|понедельник|вторник|сред[аую]|четверг|пятниц|суббот|воскресен|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі'

const TAIL = '[\\p{L}\\p{M}]*'
const KINDS: readonly RegExp[] = [
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${ENGLISH})(?![\\p{L}\\p{M}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${SHORT})(?![\\p{L}\\p{M}])\\.?`, 'gu'),
  new RegExp(`(?<=\\d(?:st|nd|rd|th)?[\\s.-]+(?:of\\s)?)(?:${SHORT})(?![\\p{L}\\p{M}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${SHORT})(?=\\.?\\s+\\d)`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${RUSSIAN}|${KAZAKH}|${WEEKDAYS})${TAIL}`, 'giu'),
  // A number beside a month or a year, and dates in digits.
  new RegExp(
    `\\d{1,2}(?:st|nd|rd|th)?(?=(?:(?:\\s?[,–-]\\s?|\\s(?:and|to|or|и|по|до|мен)\\s)\\d{1,2})*[\\s\\u00a0.–-]+(?:of\\s)?(?:${ENGLISH}|${SHORT}|${RUSSIAN}|${KAZAKH}))`,
    'giu',
  ),
  new RegExp(`(?<=(?:${ENGLISH}|${SHORT})\\.?\\s)\\d{1,2}(?:st|nd|rd|th)?(?!\\d)`, 'giu'),
  new RegExp(`(?<=(?:${KAZAKH})${TAIL}\\s)\\d{1,2}(?!\\d)`, 'giu'),
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?!\d)/gu,
  /(?<!\d)(?:19|20)\d{2}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?(?!\d)/gu,
]

export function dateWords(text: string): readonly Span[] {
  const found = KINDS.flatMap((kind) =>
    [...text.matchAll(kind)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
  const joined: Span[] = []
  for (const span of mergeSpans(found)) {
    const last = joined.at(-1)
    // One slip for one date: three in a row would say that a day, a month and a year are known.
    if (last && BETWEEN.test(text.slice(last.end, span.start)))
      joined[joined.length - 1] = { start: last.start, end: span.end }
    else joined.push(span)
  }
  return joined
}

const BETWEEN = /^[\s,.–-]{0,3}$/

export const tellsDate = (text: string): boolean => dateWords(text).length > 0
