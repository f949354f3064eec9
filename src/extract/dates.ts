/** Plain text → every date it names, with the words; relative ones resolved against the day named before. */
import type { PartialDate } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { DateForm } from './date-form.ts'
import { dateForms } from './date-forms.ts'
import { fits } from './scan.ts'

/** `use` says what the words around it make of the date: the time of an act, a plan or end, an upper bound, a statement. */
export type DateUse = 'act' | 'plan' | 'bound' | 'topic'
export type DateMention = {
  readonly span: Span
  readonly value: PartialDate
  readonly use: DateUse
  readonly rule: string
  readonly relative: boolean
}

const PLAN =
  /(?:until|till|by|(?:scheduled|planned|set|due|announced|called|organi[sz]ed|slated|intended)\b[^.,;]{0,60}?(?:for|on|place on|force on)?|into force on|to (?:hold|take place|gather|attend|report|protest|be held|stage)\b[^.,;]{0,80}?|planned protest on|upcoming \w+ on)\s*(?:the\s+)?$/i
const BOUND =
  /(?:(?:ahead of|prior to|before|in the (?:run|lead)[- ]?up to|on the eve of)\b[^.;]{0,70}?|\b(?:stated|said|claimed|told \w+) on)\s*$/i
const TOPIC =
  /(?:posts? (?:from|of|dated|made (?:on|in))|in memory of[^.,;]*|anniversary of[^.,;]*|events of|took on|dated|interviewed[^.;]{0,30}on|accessed)\s*$/i

/** What a language brings to the reading of dates. */
export type DateGrammar = {
  readonly forms: readonly DateForm[]
  /** Words before a date and what they make of it, tried in this order. */
  readonly uses: readonly (readonly [DateUse, RegExp])[]
  /** Finds the year of a full date. */
  readonly firstYear: RegExp
}

export const englishDates = (lexicon: Lexicon): DateGrammar => ({
  forms: dateForms(lexicon),
  uses: [
    ['topic', TOPIC],
    ['bound', BOUND],
    ['plan', PLAN],
  ],
  firstYear:
    /\b(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+((?:19|20)\d\d)\b/,
})

/** Dates of the text in order. `asOf` (ISO day of publication) settles weekdays and years when nothing before does. */
export function datesIn(
  text: string,
  spans: readonly Span[],
  { forms, uses, firstYear }: DateGrammar,
  asOf: string | null,
): DateMention[] {
  const found: DateMention[] = []
  let lastYear: number | null = yearIn(text, firstYear) ?? (asOf ? Number(asOf.slice(0, 4)) : null)
  let near = lastYear
  let anchor: string | null = null
  for (const unit of spans) {
    for (const { form, match, span } of mentionsOf(text, unit, forms)) {
      const value = form.read(match, { year: lastYear, near, anchor, asOf })
      if (!value) continue
      const inYear = value.from && !form.relative ? Number((value.to ?? value.from).slice(0, 4)) : null
      // An earlier month or year told in passing does not date the days that follow without a year.
      if (inYear !== null) near = inYear
      if (inYear !== null && (value.precision === 'day' || lastYear === null || inYear > lastYear))
        lastYear = inYear
      const use = useOf(text.slice(Math.max(unit.start, span.start - 100), span.start), uses)
      if (value.precision === 'day' && value.to && use !== 'plan' && use !== 'topic') anchor = value.from
      found.push({ span, value, use, rule: form.id, relative: form.relative })
    }
  }
  return found
}

/** Leftmost and longest matches of all forms, none inside another. */
function mentionsOf(text: string, unit: Span, forms: readonly DateForm[]) {
  const words = text.slice(unit.start, unit.end)
  const all = forms.flatMap((form, rank) =>
    [...words.matchAll(form.pattern)].map((match) => {
      const start = unit.start + match.index
      return { form, match, rank, span: { start, end: start + match[0].length } }
    }),
  )
  all.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || a.rank - b.rank)
  let end = unit.start
  return all.filter((one) => {
    if (one.span.start < end) return false
    // «Three days later, on 6 June»: the day itself says more than the count.
    if (
      one.form.relative &&
      all.some(
        (other) =>
          !other.form.relative &&
          /^,?\s*(?:on\s+)?(?:the\s+)?$/.test(text.slice(one.span.end, other.span.start)) &&
          other.span.start >= one.span.end,
      )
    )
      return false
    end = one.span.end
    return true
  })
}

function useOf(before: string, uses: DateGrammar['uses']): DateUse {
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1)
  return uses.find(([, pattern]) => fits(pattern, clause))?.[0] ?? 'act'
}

/** The first full date of a text dates those that stand before it without a year. */
function yearIn(text: string, pattern: RegExp): number | null {
  const match = pattern.exec(text)
  return match ? Number(match[1]) : null
}
