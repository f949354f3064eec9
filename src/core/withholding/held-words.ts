/** An incident with the fields that are held back in; where in its texts their words stand, and whether a text says one, out. */
import type { Pack } from '../pack.ts'
import { everySaid, type Held, type Incident } from '../record.ts'
import type { Span } from '../span.ts'
import type { Field } from '../values.ts'
import { dateWords, tellsDate } from './date-words.ts'
import { type Phrase, phraseOf, saysPhrase, spansSaying } from './phrases.ts'
import { phrasesOf } from './value-phrases.ts'

export type HeldWords = {
  /** Spans of the fragments of a document that say what is held back: all of a fragment where nobody knows which words do. */
  readonly spansIn: (
    document: { readonly id: string; readonly text: string },
    fragments: readonly Span[],
  ) => readonly Span[]
  readonly isSaidIn: (text: string) => boolean
  readonly holdsDate: boolean
}

/** Values that no words need say: names are covered as names, a freedom is what we call it, a date has a shape of its own. */
const UNSAID: ReadonlySet<Field> = new Set(['person', 'freedom', 'date', 'other_date'])
/** Longer runs of words are the passage itself. */
const LONGEST = 6

/** `isWhole`: true of a span that is a telling as a whole, so that it does not say where the words are. */
export function heldWords(
  incident: Incident,
  fields: ReadonlySet<Field>,
  pack: Pack,
  isWhole: (held: Held['claims'][number]) => boolean,
): HeldWords {
  const values: readonly Held[] = [...fields].flatMap((field) => everySaid(incident, field))
  const holdsDate = fields.has('date') || fields.has('other_date')
  const phrases = values.flatMap((held) => phrasesOf(held, pack))
  return {
    holdsDate,
    isSaidIn: (text) => saysPhrase(text, phrases) || (holdsDate && tellsDate(text)),
    spansIn: ({ id, text }, fragments) => {
      const found = values.flatMap((held) => spansOf(held, id, text, fragments, pack, isWhole))
      const dates = holdsDate ? inside(text, fragments, dateWords) : []
      return [...found, ...dates]
    },
  }
}

function spansOf(
  held: Held,
  document: string,
  text: string,
  fragments: readonly Span[],
  pack: Pack,
  isWhole: (claim: Held['claims'][number]) => boolean,
): readonly Span[] {
  const told = held.claims.flatMap((one) =>
    one.span !== null && one.document !== null && !isWhole(one)
      ? [{ document: one.document, span: one.span }]
      : [],
  )
  const here = told.filter((one) => one.document === document).map((one) => one.span)
  // What is said once is often said again in the same words.
  const again = here
    .map((span) => phraseOf(text.slice(span.start, span.end)))
    .filter((one) => one.length <= LONGEST)
  const phrases: readonly Phrase[] = [...phrasesOf(held, pack), ...again]
  const spans = [...here, ...inside(text, fragments, (part) => spansSaying(part, phrases))]
  const isFound = spans.length > 0 || told.length > 0 || UNSAID.has(held.field)
  return isFound ? spans : fragments
}

const inside = (
  text: string,
  fragments: readonly Span[],
  find: (part: string) => readonly Span[],
): readonly Span[] =>
  fragments.flatMap(({ start, end }) =>
    find(text.slice(start, end)).map((span) => ({ start: span.start + start, end: span.end + start })),
  )
