/** A sentence among its neighbours → whether it, or a clause of it, tells an earlier incident in passing. */
import type { Span } from '../core/span.ts'
import type { Line } from './lines.ts'
import { dayOf, GOOD_END, harmsOf } from './strand.ts'
import { says } from './turns.ts'

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

const EARLIER =
  /^(?:Earlier,|In an(?:other)? earlier (?:incident|case|attack|episode))|\b(?:previously|originally|had (?:earlier |previously |also )?been (?:\w+ly )?(?:sentenced|convicted|detained|arrested|jailed)|was sentenced to [^.]* in (?:19|20)\d\d|(?:covered|reported|mentioned) in (?:the|a) previous)\b/i

/** An earlier case told in passing: earlier by its words or year, of custody or conviction, and not the news itself. */
export function isBackground(line: Line, open: readonly Line[], all: readonly Line[], at: number): boolean {
  const isEarlier = EARLIER.test(line.words) || says(line, 'earlier')
  if (!isEarlier || line.groups.length > 0) return false
  const acts = harmsOf(line)
  const another = /^In an(?:other)? earlier /.test(line.words) && acts.length > 0
  if (another && open.length > 0) return true
  if (!acts.some((one) => CUSTODY.has(one.act)) || acts.some((one) => GOOD_END.has(one.act))) return false
  const others = all.filter((one, index) => index !== at && harmsOf(one).length > 0)
  if (
    others.length === 0 ||
    others.some((one) =>
      one.acts.some(
        (act) => (GOOD_END.has(act.act) && act.act !== 'case_closed') || act.act === 'appeal_rejected',
      ),
    )
  )
    return false
  if (/\b(?:has|have) been\b/.test(line.words) && !/previously/.test(line.words)) return false
  const earliest = open.map(dayOf).find((one) => one !== null)
  const own = dayOf(line)
  const years = own !== null && earliest !== undefined && own.slice(0, 4) < earliest.slice(0, 4)
  if (/criminal (?:investigation|case)/.test(line.words) && !/sentenced|convicted/.test(line.words))
    return false
  const said =
    says(line, 'earlier') || /\bpreviously\b|\boriginally\b|\b(?:in the|a) previous\b/.test(line.words)
  return (
    said ||
    (own !== null &&
      (earliest === undefined
        ? open.length > 0 && /\bhad (?:earlier |also )?been\b/.test(line.words)
        : own < earliest || years))
  )
}

/** «She wrote about how she was beaten»: what was told of in a post or a letter is an earlier event of its own. */
export function reportedClause(line: Line): Line | null {
  const match = /\b(?:about how|(?<!\b(?:was|were|been|being) )referred to(?: a| the)?)\s+/.exec(line.words)
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
    turns: inside(line.turns),
  }
  return clause.acts.length > 0 ? clause : null
}

/** The sentence without what its reported clause tells. */
export function withoutClause(line: Line, clause: Line): Line {
  const outside = <T extends { readonly span: Span }>(all: readonly T[]): T[] =>
    all.filter((one) => one.span.start < clause.span.start)
  return {
    ...line,
    acts: outside(line.acts),
    penalties: outside(line.penalties),
    groups: outside(line.groups),
  }
}
