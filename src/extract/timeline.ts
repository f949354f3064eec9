/** Strands of a timeline («14 May 2031: …») → the entries that tell one case, joined: what is asked for with its answer, a charge with its trial. */
import type { Line, Passage } from './lines.ts'
import { GOOD_END, harmsOf, type Strand } from './strand.ts'

const HEAD = /^(?:\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s+\d{1,2},?)\s+(?:19|20)\d{2}:/u

/** True for a sentence that opens with a day and a colon. */
export const isEntry = (line: Line | undefined): boolean => HEAD.test(line?.words ?? '')

/** What puts somebody before a court. */
const ACCUSED: ReadonlySet<string> = new Set(['charge', 'pretrial_detention', 'criminal_case_opened'])
/** What a trial leads to, and what befalls somebody held for it. */
const SEQUEL: ReadonlySet<string> = new Set([
  ...GOOD_END,
  'pretrial_detention',
  'conviction',
  'imprisonment',
  'suspended_sentence',
  'restriction_of_freedom',
  'fine',
  'appeal_rejected',
  'closed_hearing',
  'counsel_denied',
  'medical_care_denied',
  'charge_dropped',
])

/** Of a telling without end the first sentence and the last ones are looked at again. */
const REMEMBERED = 60
const recent = (lines: readonly Line[]): readonly Line[] =>
  lines.length > REMEMBERED ? [...lines.slice(0, 1), ...lines.slice(-REMEMBERED)] : lines

const actsOf = (strand: Strand): string[] =>
  recent(strand.lines).flatMap((line) => line.acts.map((one) => one.act))
const namesOf = (lines: readonly Line[]): Set<string> =>
  new Set(recent(lines).flatMap((line) => line.names.map((one) => one.name)))

/** Strands in order, entries of one case joined; strands outside a timeline as they were. */
export function joinedEntries(strands: readonly Strand[], passages: readonly Passage[]): Strand[] {
  const out: Strand[] = []
  let end = -1
  for (const strand of strands) {
    if (!isEntry(passages[strand.passage]?.lines[0]) || strand.kind !== 'told') {
      out.push(strand)
      end = -1
      continue
    }
    const last = out.at(-1)
    if (last && end >= 0 && entriesBetween(passages, end, strand.passage) && sameCase(last, strand)) {
      const between = passages.slice(end + 1, strand.passage).flatMap((one) => one.lines)
      out[out.length - 1] = {
        ...last,
        rule: 'incident-timeline@1',
        lines: [...last.lines, ...between, ...strand.before, ...strand.lines],
      }
    } else out.push(withRequest(strand, end, passages))
    end = strand.passage
  }
  return out
}

/** Nothing but entries stands between two passages. */
const entriesBetween = (passages: readonly Passage[], from: number, to: number): boolean =>
  passages.slice(from + 1, to).every((one) => isEntry(one.lines[0]))

function sameCase(last: Strand, next: Strand): boolean {
  const [before, after] = [actsOf(last), actsOf(next)]
  // Permission was refused, and the gathering took place all the same.
  if (before.includes('permission_refused') && after.every((act) => act === 'protest_held')) return true
  const [people, others] = [namesOf(last.lines), namesOf(next.lines)]
  return (
    before.some((act) => ACCUSED.has(act)) &&
    after.every((act) => SEQUEL.has(act)) &&
    others.size > 0 &&
    [...others].some((name) => people.has(name))
  )
}

/** An answer that names nobody takes in the entry before it, which says who asked. */
function withRequest(strand: Strand, end: number, passages: readonly Passage[]): Strand {
  const at = strand.passage - 1
  const before = passages[at]
  if (at <= end || !before || !isEntry(before.lines[0])) return strand
  const asked = before.lines.some(
    (line) =>
      harmsOf(line).length === 0 &&
      /\b(?:appl(?:y|ies|ied)|ask(?:s|ed)?|approach(?:es|ed)?|request(?:s|ed)?|petition(?:s|ed)?)\b/.test(
        line.words,
      ),
  )
  const [askers, own] = [namesOf(before.lines), namesOf(strand.lines)]
  const refused = actsOf(strand).includes('permission_refused')
  if (!asked || !refused || [...own].some((name) => !askers.has(name))) return strand
  return {
    ...strand,
    rule: 'incident-timeline@1',
    passage: at,
    before: [],
    lines: [...before.lines, ...strand.before, ...strand.lines],
  }
}
