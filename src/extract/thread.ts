/** Strands of neighbouring paragraphs → one strand where the next paragraph goes on with the same person and no new day. */
import type { Passage } from './lines.ts'
import { CONDUCT, type Strand } from './strand.ts'

/** Only paragraphs are threaded, never items of a list, and never over a heading. */
export function threaded(strands: readonly Strand[], passages: readonly Passage[]): Strand[] {
  const out: Strand[] = []
  for (const strand of strands) {
    const last = out.at(-1)
    if (last && goesOn(last, strand, passages)) {
      const between = passages
        .slice(last.passage, strand.passage)
        .flatMap((one, index) => (index === 0 ? [] : one.lines))
      out[out.length - 1] = {
        ...last,
        passage: last.passage,
        lines: [...last.lines, ...between, ...strand.before, ...strand.lines],
      }
    } else out.push(strand)
  }
  return out
}

/** The passage in which a threaded strand ends. */
const lastPassage = (strand: Strand, passages: readonly Passage[]): number => {
  const end = strand.lines.at(-1)
  return end
    ? Math.max(
        strand.passage,
        passages.findIndex((one) => one.lines.includes(end)),
      )
    : strand.passage
}

function goesOn(last: Strand, next: Strand, passages: readonly Passage[]): boolean {
  const [a, b] = [passages[last.passage], passages[next.passage]]
  if (
    a?.unit.kind !== 'paragraph' ||
    b?.unit.kind !== 'paragraph' ||
    next.passage <= lastPassage(last, passages) ||
    next.passage - lastPassage(last, passages) > 2 ||
    next.kind !== 'told' ||
    last.kind !== 'told'
  )
    return false
  const days = next.lines
    .filter((line) => line.acts.length > 0)
    .flatMap((line) => line.dates.filter((one) => one.use === 'act' && !one.relative))
  const first = next.before[0] ?? next.lines[0]
  if (!first) return false
  const people = new Set(last.lines.flatMap((line) => line.names.map((name) => name.name)))
  const principal = last.lines.flatMap((line) => line.names)[0]?.name
  const sameName = first.names.some(
    (name) => name.name === principal && name.span.start - first.span.start < 12,
  )
  // «Once this ban was issued, …»: what follows answers to what was told.
  if (/^(?:Once|After|When|Following|Despite) (?:this|that|these|those) /.test(first.words)) return true
  if ((sameName || /^(?:This|That) (?:was|is|has)\b/.test(first.words)) && days.length === 0) return true
  // Somebody tells the same harm again in the first person.
  const acts = new Set(
    last.lines.flatMap((line) => line.acts.map((one) => one.act)).filter((act) => !CONDUCT.has(act)),
  )
  const own = next.lines.some((line) => /\b(?:I|my|me)\b/.test(line.words))
  const noNames = next.lines.every((line) => line.acts.length === 0 || line.names.length === 0)
  return (
    own && noNames && people.size > 0 && next.lines.some((line) => line.acts.some((one) => acts.has(one.act)))
  )
}
