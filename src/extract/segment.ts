/** Passages of read sentences → the strands of telling: which sentences tell one incident together. */
import type { Span } from '../core/span.ts'
import type { Line, Passage } from './lines.ts'

/** `lines` tell the incident; `clause` narrows the span where only a part of one sentence tells it. */
export type Strand = {
  readonly passage: number
  readonly kind: 'told' | 'background'
  readonly lines: readonly Line[]
  readonly rule: string
  readonly before: readonly Line[]
}

/** Acts that people do themselves: alone they are conduct, not harm. */
export const CONDUCT: ReadonlySet<string> = new Set(['protest_held', 'hunger_strike'])
const CUSTODY: ReadonlySet<string> = new Set([
  'conviction',
  'imprisonment',
  'administrative_detention',
  'detention',
  'arrest',
  'torture_ill_treatment',
  'fine',
  'restriction_of_freedom',
  'suspended_sentence',
])
const GOOD_END: ReadonlySet<string> = new Set([
  'release',
  'parole',
  'pardon',
  'sentence_reduced',
  'acquittal',
  'case_closed',
])

const EARLIER =
  /\b(?:previously|originally|had (?:earlier |previously |also )?been (?:\w+ly )?(?:sentenced|convicted|detained|arrested|jailed)|was sentenced to [^.]* in (?:19|20)\d\d|(?:covered|reported|mentioned) in (?:the|a) previous)\b/i
const LINKED =
  /\b(?:as well|same (?:grounds|charges|case|trial|court|reason)|similar|along with|together with|both (?:women|men|of)|in the same)\b/i
const BACKWARD =
  /^(?:(?:However|But|Later|Subsequently|After (?:the|that|this)|Most|All|Some|Many|None|Those|They|He|She|His|Her|Their|It|This|These|The (?:police|court|activists?|journalists?|men|women|two|three|judge|authorities)|Among|Both|Of (?:these|those|whom)|In at least|One (?:detainee|of))\b)/
const CLOCK =
  /^(?:At (?:around|about) \d|Later that (?:day|evening)|In a separate|In another|Separately|Elsewhere)/i
const BESIDES = /^(?:In addition,|Additionally,|Moreover,)/
const MORE = /\b(?:also|another|too|in addition)\b/i
const TIMELINE =
  /^(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s+\d{1,2},?)\s+(?:19|20)\d{2}:/u

export const harmsOf = (line: Line) => line.acts.filter((one) => !CONDUCT.has(one.act))
const dayOf = (line: Line): string | null =>
  line.dates.find((one) => one.use === 'act' && one.value.from !== null)?.value.from ?? null

/** Strands in order of the text; a background strand may lie inside another's span. */
export function strandsOf(passages: readonly Passage[]): Strand[] {
  return passages.flatMap((passage, index) => {
    if (passage.unit.kind === 'heading') return []
    const strands: Strand[] = []
    let open: Line[] = []
    let rule = passage.unit.kind === 'item' ? 'incident-item@1' : 'incident-paragraph@1'
    let consumed: Line[] = []
    const timeline = TIMELINE.test(passage.lines[0]?.words ?? '')
    const close = (): void => {
      if (open.some((line) => tells(line, timeline)))
        strands.push({ passage: index, kind: 'told', lines: trimmedEnd(open), rule, before: consumed })
      consumed = [...consumed, ...open]
      open = []
    }
    for (const [at, line] of passage.lines.entries()) {
      const started = open.some((one) => tells(one, timeline))
      const reported = reportedClause(line)
      if (reported) {
        strands.push({
          passage: index,
          kind: 'background',
          lines: [reported],
          rule: 'incident-clause@1',
          before: [...consumed, ...open, line],
        })
        open.push(withoutClause(line, reported))
        continue
      }
      if (isBackground(line, open, passage.lines, at)) {
        strands.push({
          passage: index,
          kind: 'background',
          lines: [line],
          rule: 'incident-background@1',
          before: [...consumed, ...open],
        })
        if (!started) {
          consumed = [...consumed, ...open, line]
          open = []
        }
        continue
      }
      if (started && line.acts.length > 0) {
        const why = newStrand(line, open)
        if (why) {
          close()
          rule = why
        }
      }
      if (!started && passage.unit.kind === 'paragraph' && !tells(line, timeline)) {
        consumed.push(...open)
        open = [line]
        if (!leadsIn(line)) {
          consumed.push(line)
          open = []
        }
        continue
      }
      open.push(line)
    }
    close()
    return strands
  })
}

/** «She wrote about how she was beaten»: what was told of in a post or a letter is an earlier event of its own. */
function reportedClause(line: Line): Line | null {
  const match = /\b(?:about how|referred to(?: a| the)?)\s+/.exec(line.words)
  if (!match) return null
  const start = line.span.start + match.index + match[0].length
  const inside = <T extends { readonly span: Span }>(all: readonly T[]): T[] =>
    all.filter((one) => one.span.start >= start)
  const clause: Line = {
    span: { start, end: line.span.end },
    words: line.words.slice(match.index + match[0].length),
    acts: inside(line.acts),
    penalties: inside(line.penalties),
    dates: inside(line.dates),
    names: inside(line.names),
    places: inside(line.places),
    groups: inside(line.groups),
    laws: inside(line.laws),
  }
  return clause.acts.length > 0 ? clause : null
}

function withoutClause(line: Line, clause: Line): Line {
  const outside = <T extends { readonly span: Span }>(all: readonly T[]): T[] =>
    all.filter((one) => one.span.start < clause.span.start)
  return {
    ...line,
    acts: outside(line.acts),
    penalties: outside(line.penalties),
    groups: outside(line.groups),
  }
}

/** A sentence tells an incident when it tells a harm or, dated and counted or placed, a protest. */
function tells(line: Line, timeline: boolean): boolean {
  if (harmsOf(line).length > 0) return true
  const protest = line.acts.some((one) => one.act === 'protest_held')
  return protest && (timeline || (dayOf(line) !== null && (line.places.length > 0 || line.groups.length > 0)))
}

/** A dated sentence with a named person or a gathering leads into the harm that the next one tells. */
const leadsIn = (line: Line): boolean =>
  line.acts.length > 0 ||
  (line.dates.length > 0 && line.groups.length > 0) ||
  (dayOf(line) !== null && line.names.length > 0 && /\b(?:was|were|had)\b/.test(line.words))

/** Why the sentence starts another incident, as a rule id; null when it goes on with the open one. */
function newStrand(line: Line, open: readonly Line[]): string | null {
  if (LINKED.test(line.words)) return null
  if (CLOCK.test(line.words) && (line.groups.length > 0 || line.names.length > 0 || line.places.length > 0))
    return 'split-clock@1'
  if (harmsOf(line).length === 0) return null
  const told = new Set(open.flatMap((one) => one.names.map((name) => name.name)))
  const victim = open.flatMap((one) => one.names)[0]?.name
  if (BESIDES.test(line.words) && !line.names.some((one) => told.has(one.name))) return 'split-besides@1'
  if (BACKWARD.test(line.words)) return null
  const day = dayOf(line)
  const days = open.map(dayOf).filter((one) => one !== null)
  const otherDay =
    day !== null &&
    days.length > 0 &&
    !days.includes(day) &&
    line.dates.some((one) => one.use === 'act' && (!one.relative || one.value.precision === 'year'))
  const lead = line.names.filter(
    (one) =>
      one.span.start - line.span.start < 110 &&
      !/(?:by|against|of|with) (?:\w+ ){0,2}$/.test(line.words.slice(0, one.span.start - line.span.start)),
  )
  const newVictim = lead.length > 0 && lead.every((one) => !told.has(one.name))
  const gathering = open.some((one) =>
    one.acts.some((act) => act.act === 'protest_held' || act.act === 'protest_dispersal'),
  )
  const also = MORE.test(line.words) && !(gathering && /^another/i.test(line.words))
  if (
    also &&
    line.groups.length > 0 &&
    line.names.length === 0 &&
    !/\bof (?:those|them|whom)\b/.test(
      line.words.slice(0, (line.groups[0]?.span.start ?? 0) - line.span.start),
    )
  )
    return 'split-also-count@1'
  if (
    newVictim &&
    !gathering &&
    (told.size > 0 || otherDay || also || open.some((one) => one.groups.length > 0))
  )
    return 'split-new-person@1'
  const strangers = line.names.length > 0 && line.names.every((one) => !told.has(one.name))
  if (otherDay && strangers && !gathering) return 'split-other-day@1'
  const ended = open.some((one) => one.acts.some((act) => GOOD_END.has(act.act)))
  if (otherDay && also && !ended) return 'split-also-day@1'
  if (otherDay && lead.length > 0 && !lead.some((one) => one.name === victim) && day < (days[0] ?? ''))
    return 'split-other-day@1'
  return null
}

/** An earlier case told in passing: earlier by its words or year, of custody or conviction, and not the news itself. */
function isBackground(line: Line, open: readonly Line[], all: readonly Line[], at: number): boolean {
  const acts = harmsOf(line)
  if (!acts.some((one) => CUSTODY.has(one.act)) || acts.some((one) => GOOD_END.has(one.act))) return false
  const others = all.filter((one, index) => index !== at && harmsOf(one).length > 0)
  if (
    others.length === 0 ||
    others.some((one) => one.acts.some((act) => GOOD_END.has(act.act) && act.act !== 'case_closed'))
  )
    return false
  if (/\b(?:has|have) been\b/.test(line.words) && !/previously/.test(line.words)) return false
  const earliest = open.map(dayOf).find((one) => one !== null)
  const own = dayOf(line)
  const years = own !== null && earliest !== undefined && own.slice(0, 4) < earliest.slice(0, 4)
  if (/criminal (?:investigation|case)/.test(line.words) && !/sentenced|convicted/.test(line.words))
    return false
  const said = /\bpreviously\b|\boriginally\b|\b(?:in the|a) previous\b/.test(line.words)
  return (
    EARLIER.test(line.words) &&
    ((own === null && said) || (own !== null && (earliest === undefined || own < earliest || years)))
  )
}

/** Sentences after the last one that tells or adds anything are left out, but at most keep one that rounds off. */
function trimmedEnd(lines: readonly Line[]): readonly Line[] {
  return lines
}

export const spanOf = (lines: readonly Line[]): Span => ({
  start: lines[0]?.span.start ?? 0,
  end: lines.at(-1)?.span.end ?? 0,
})
