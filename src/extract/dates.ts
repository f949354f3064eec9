/** Plain text → every date it names, with the words; relative ones resolved against the day named before. */
import type { PartialDate } from '../core/partial-date.ts'
import type { Lexicon } from '../core/reading.ts'
import { overlap, type Span } from '../core/span.ts'
import type { DateForm } from './date-form.ts'
import { dateForms } from './date-forms.ts'
import { findAll, fits } from './scan.ts'

/** `use` says what the words around it make of the date: the time of an act, a plan, an upper bound, the end of a term, a statement. */
export type DateUse = 'act' | 'plan' | 'bound' | 'end' | 'topic'
export type DateMention = {
  readonly span: Span
  readonly value: PartialDate
  readonly use: DateUse
  readonly rule: string
  readonly relative: boolean
}

const PLAN =
  /(?:by|(?:scheduled|planned|set|due|announced|called|organi[sz]ed|slated|intended)\b[^.,;]{0,60}?(?:for|on|place on|force on)?|into force on|to (?:hold|take place|gather|attend|report|protest|be held|stage)\b[^.,;]{0,80}?|planned protest on|upcoming \w+ on)\s*(?:the\s+)?$/i
const BOUND =
  /(?:(?:ahead of|prior to|(?<!\b(?:appear(?:ed|ing)|brought|taken|produced|arraigned|hauled|tried|came|stood|went|put) )before|in the (?:run|lead)[- ]?up to|on the eve of)\b[^.;]{0,70}?|\b(?:stated|said|claimed|told \w+|became (?:\w+ )?known|came to light|emerged|transpired) on)\s*$/i
/** «Remanded until 20 June» dates neither the act nor a plan. */
const END = /\b(?:until|till|expir\w+ on|valid (?:to|until))\s*(?:the\s+)?$/i
const TOPIC =
  /(?:posts? (?:from|of|dated|(?:made|published|written|shared)(?: (?:on|in))?)|in memory of[^.,;]*|anniversary of[^.,;]*|events of|took on|dated|interviewed[^.;]{0,30}on|accessed)\s*$/i

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
    ['end', END],
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
  const line = datelineOf(text, forms)
  const published = asOf ?? line?.day ?? null
  let lastYear: number | null = yearIn(text, firstYear) ?? (published ? Number(published.slice(0, 4)) : null)
  let near = lastYear
  let anchor: string | null = null
  for (const unit of spans) {
    for (const { form, match, span } of mentionsOf(text, unit, forms)) {
      const value = form.read(match, { year: lastYear, near, anchor, asOf: published })
      if (!value) continue
      const inYear = value.from && !form.relative ? Number((value.to ?? value.from).slice(0, 4)) : null
      // An earlier month or year told in passing does not date the days that follow without a year.
      if (inYear !== null) near = inYear
      if (inYear !== null && (value.precision === 'day' || lastYear === null || inYear > lastYear))
        lastYear = inYear
      if (line && overlap(span, line.span) > 0) continue
      const use = useOf(text.slice(Math.max(unit.start, span.start - 100), span.start), uses)
      if (value.precision === 'day' && value.to && use !== 'plan' && use !== 'end' && use !== 'topic')
        anchor = value.from
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

/** «(Kampala, June 19, 2033) –»: the day of publication, where a dispatch opens with it. */
const DATELINE =
  /^[\s(]*(?:\p{Lu}[\p{L}.'-]*[\s,/]+){1,5}(?=\p{Lu}\p{Ll}+\.? \d{1,2}, \d{4}|\d{1,2} \p{Lu})/gmu

function datelineOf(
  text: string,
  forms: readonly DateForm[],
): { readonly day: string; readonly span: Span } | null {
  for (const { span } of findAll(text, DATELINE, { start: 0, end: Math.min(text.length, 600) })) {
    const unit = { start: span.end, end: Math.min(text.length, span.end + 24) }
    const [first] = mentionsOf(text, unit, forms)
    if (
      first?.span.start !== unit.start ||
      !/^\)?\s*[–-]\s/.test(text.slice(first.span.end, first.span.end + 4))
    )
      continue
    const value = first.form.read(first.match, { year: null, near: null, anchor: null, asOf: null })
    if (value?.precision === 'day' && value.from) return { day: value.from, span: first.span }
  }
  return null
}

/** The first full date of a text dates those that stand before it without a year. */
function yearIn(text: string, pattern: RegExp): number | null {
  const match = pattern.exec(text)
  return match ? Number(match[1]) : null
}
