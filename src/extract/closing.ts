/** A strand → laws of a later sentence of its passage that says of all of them: «All were convicted under Article 64». */
import type { LawMention } from './laws.ts'
import type { Passage } from './lines.ts'
import { type Strand, spanOf } from './strand.ts'
import { says } from './turns.ts'

/** Articles are carried over only from a closing sentence that says all. */
export function closingLaws(strand: Strand, passages: readonly Passage[]): LawMention[] {
  const end = spanOf(strand.lines).end
  const lines = passages[strand.passage]?.lines ?? []
  return lines
    .filter(
      (line) =>
        line.span.start >= end &&
        (/^(?:They (?:were )?all|All(?: \w+)? (?:were|was|of them))\b/.test(line.words) || says(line, 'all')),
    )
    .flatMap((line) => line.laws)
}
