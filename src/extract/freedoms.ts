/** A strand with what governs it → the freedoms it is about: by its acts, by its words, else by what stands above it. */
import type { ClaimBasis } from '../core/claim.ts'
import type { Codebook } from '../core/codebook.ts'
import type { FreedomCue, Reading } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { Freedom } from '../core/values.ts'
import { type ActMention, countered } from './acts.ts'
import type { Line, Passage } from './lines.ts'
import { findAll } from './scan.ts'
import type { Strand } from './strand.ts'

export type FreedomClaim = {
  readonly value: Freedom
  readonly span: Span | null
  readonly rule: string
  readonly basis: ClaimBasis
}

/** The freedom an act strikes whatever else is told; the codebook's motif says it, where it has one. */
const OF_MOTIF: Readonly<Record<string, Freedom>> = {
  assembly: 'assembly',
  association: 'association',
  expression: 'expression',
  digital: 'expression',
}
const OF_ACT: Readonly<Record<string, Freedom>> = {
  defamation_suit: 'expression',
  hunger_strike: 'other',
  killing: 'other',
  displacement: 'other',
}

/** Each freedom once, in the order found. A passage without any of its own words takes what governs it. */
export function freedomsOf(
  strand: Strand,
  acts: readonly ActMention[],
  passages: readonly Passage[],
  text: string,
  codebook: Codebook,
  reading: Reading,
): FreedomClaim[] {
  const own = unique([...byActs(acts, codebook), ...byWords(strand.lines, text, reading.freedoms)])
  if (own.length > 0) return own
  for (const lines of governing(strand, passages)) {
    const above = unique([
      ...byActs(
        lines.flatMap((line) => line.acts),
        codebook,
      ),
      ...byWords(lines, text, reading.freedoms),
    ])
    if (above.length > 0) return above.map((one) => ({ ...one, rule: 'freedom-above@1', basis: 'carried' }))
  }
  return [{ value: 'other', span: null, rule: 'freedom-none@1', basis: 'inferred' }]
}

const byActs = (acts: readonly ActMention[], codebook: Codebook): FreedomClaim[] =>
  acts.flatMap(({ act, span }) => {
    const value = OF_ACT[act] ?? OF_MOTIF[codebook.acts.get(act)?.motif ?? '']
    return value ? [{ value, span, rule: 'freedom-act@1', basis: 'inferred' as const }] : []
  })

/** Words of a passing remark, and what somebody is by trade, count only in a sentence that tells an act. */
const byWords = (lines: readonly Line[], text: string, cues: readonly FreedomCue[]): FreedomClaim[] =>
  cues.flatMap((cue) => {
    for (const line of lines) {
      if (cue.besideAct && line.acts.length === 0) continue
      const at = findAll(text, cue.pattern, line.span).find(
        (one) => !countered(cue, text, line.span, one.span),
      )
      if (at) return [{ value: cue.freedom, span: at.span, rule: cue.id, basis: 'inferred' as const }]
    }
    return []
  })

/** What stands above a passage, nearest first: its own earlier sentences, the lead of its list, its heading. */
function governing(strand: Strand, passages: readonly Passage[]): (readonly Line[])[] {
  const found: (readonly Line[])[] = [strand.before]
  let lead = passages[strand.passage]?.unit.kind === 'item'
  for (let at = strand.passage - 1; at >= 0; at -= 1) {
    const one = passages[at]
    if (!one) break
    if (one.unit.kind === 'heading') return [...found, one.lines]
    if (lead && one.unit.kind === 'paragraph') {
      found.push(one.lines)
      lead = false
    }
  }
  return found
}

const unique = (all: readonly FreedomClaim[]): FreedomClaim[] =>
  all.filter((one, index) => all.findIndex((other) => other.value === one.value) === index)
