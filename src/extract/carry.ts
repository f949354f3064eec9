/** What governs a strand from outside: the date and place of its lead paragraph, its bullet head or the sentence before. */
import type { DateMention } from './dates.ts'
import type { Line, Passage } from './lines.ts'
import type { NameMention } from './names.ts'
import type { PlaceMention } from './place-use.ts'
import type { Strand } from './strand.ts'

export type Carried = {
  readonly date: DateMention | null
  readonly places: readonly PlaceMention[]
  readonly person: NameMention | null
  /** Who says «I». */
  readonly narrator: NameMention | null
}

const usableDate = (line: Line): DateMention[] =>
  line.dates.filter((one) => (one.use === 'act' || one.use === 'plan') && one.value.from !== null)
const SEQUEL =
  /\b(?:also|these events|the (?:\w+ )?(?:events|protests|unrest)|the demonstrations?|(?:second|first|third) (?:demonstration|protest|rally))\b/i

/** «A student was expelled» opens with somebody new: the day of the paragraph before is not theirs. */
const FRESH = /^(?:An?|Another) /

/** Nearest governing words first; nothing is carried over a heading. */
export function carriedInto(strand: Strand, passages: readonly Passage[]): Carried {
  const own = passages[strand.passage]
  const inUnit = strand.before
  const lead = leadOf(strand.passage, passages)
  const opening = strand.lines.map((line) => line.words).join(' ')
  const named = strand.lines.some((line) => line.names.length > 0)
  const date =
    (strand.rule === 'split-new-person@1' && own?.unit.kind === 'paragraph' && !SEQUEL.test(opening)
      ? null
      : inUnit.flatMap(usableDate).at(-1)) ??
    (own?.unit.kind === 'item' ? leadDate(lead) : null) ??
    headingDate(strand.passage, passages) ??
    (own?.unit.kind === 'paragraph' && ((!named && !FRESH.test(opening)) || SEQUEL.test(opening))
      ? previousDate(strand.passage, passages)
      : null) ??
    null
  const teller = narrator(strand, passages)
  // A pronoun means the subject of the sentence before: the first name in it.
  const person = inUnit.findLast((line) => line.names.length > 0)?.names[0] ?? teller
  return { date, places: townBefore(strand), person: person ?? null, narrator: teller }
}

/** A sentence that is nothing but a place. */
const isBareHead = (line: Line, { span }: PlaceMention): boolean =>
  line.span.end - line.span.start - (span.end - span.start) < 3

/** The one town told last before; a sentence that names several says of none that it goes on there. The home of somebody else is nobody's scene. */
function townBefore({ before, rule }: Strand): readonly PlaceMention[] {
  const told = before.map((line) =>
    line.places.filter(
      (one) =>
        (one.kind === 'town' || isBareHead(line, one)) &&
        (one.use === 'scene' || (one.use === 'base' && rule !== 'split-new-person@1')),
    ),
  )
  const last = told.findLast((places) => places.length > 0) ?? []
  return new Set(last.map((one) => one.canonical)).size === 1 ? last.slice(-1) : []
}

const DIGEST = /\b(?:digest|chronicle|diary|timeline|(?:week|month)(?:ly)? in review|weekly|bulletin)\b/i

/** A chronicle's heading that is nothing but a day, or a digest's with its days, dates all below it. */
function headingDate(index: number, passages: readonly Passage[]): DateMention | null {
  const heading = passages.slice(0, index).findLast((one) => one.unit.kind === 'heading')
  const lines = heading?.lines ?? []
  const date = lines.flatMap((line) => line.dates)[0]
  if (!heading || !date) return null
  const { start, end } = heading.unit.span
  const rest = end - start - (date.span.end - date.span.start)
  return rest < 14 || lines.some((line) => DIGEST.test(line.words)) ? date : null
}

/** The paragraph that leads a list: the one before its first item, if it stands under the same heading. */
function leadOf(index: number, passages: readonly Passage[]): Passage | null {
  for (let at = index - 1; at >= 0; at -= 1) {
    const one = passages[at]
    if (!one || one.unit.kind === 'heading') return null
    if (one.unit.kind === 'paragraph') return one
  }
  return null
}

/** A lead governs its items by the one day, or the one stretch of days, it names; by its one month where it names no day. */
function leadDate(lead: Passage | null): DateMention | null {
  const told = lead?.lines.flatMap(usableDate) ?? []
  const days = told.filter((one) => one.value.precision === 'day')
  const dates = days.length > 0 ? days : told.filter((one) => one.value.precision === 'month')
  return new Set(dates.map((one) => `${one.value.from} ${one.value.to}`)).size === 1
    ? (dates[0] ?? null)
    : null
}

function previousDate(index: number, passages: readonly Passage[]): DateMention | null {
  const before = passages[index - 1]
  return before && before.unit.kind === 'paragraph'
    ? (before.lines
        .flatMap(usableDate)
        .filter((one) => one.value.precision !== 'year')
        .at(-1) ?? null)
    : null
}

const ASKED =
  /\b(?:(?:interview|conversation) with|interviewed|spoke (?:to|with)|talked to|testimony of|statement of)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,3}$/iu

/** One look through a text, however often «I» is said in it. */
const asked = new WeakMap<readonly Passage[], NameMention | null>()

/** In an interview «I» is the person whose bare name stands above the questions, or who is said to have been asked. */
function narrator(strand: Strand, passages: readonly Passage[]): NameMention | null {
  if (!strand.lines.some((line) => /\b(?:I|my|me)\b/.test(line.words))) return null
  for (let at = strand.passage - 1; at >= 0; at -= 1) {
    const lines = passages[at]?.lines ?? []
    const name = lines[0]?.names[0]
    if (lines.length === 1 && name && name.written.length === lines[0]?.words.length) return name
  }
  if (!asked.has(passages)) asked.set(passages, interviewed(passages))
  return asked.get(passages) ?? null
}

/** «The interview with Dana Omarova was recorded in May»: who is said to have been asked. */
function interviewed(passages: readonly Passage[]): NameMention | null {
  for (const { lines } of passages)
    for (const line of lines)
      for (const name of line.names)
        if (ASKED.test(line.words.slice(0, name.span.start - line.span.start))) return name
  return null
}
