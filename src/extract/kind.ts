/** What a strand tells → its kind (event, aggregate, policy, background) and the freedoms its words touch. */
import type { Reading } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { Freedom, IncidentKind } from '../core/values.ts'
import { countered } from './acts.ts'
import type { Line } from './lines.ts'
import { findAll } from './scan.ts'
import type { Strand } from './strand.ts'
import { says } from './turns.ts'

const POLICY: ReadonlySet<string> = new Set(['restrictive_law', 'emergency_measure', 'protest_ban'])
const SWEEP =
  /\b(?:across the country|in \d+ (?:cities|towns|regions)|recorded (?:around |over |at least |more than )?\d+|(?:\d+|several|dozens of) (?:cases|detentions|incidents) (?:of|were|in)|towns and cities|nationwide|all over)\b/i

/** A kind and the rule that says so. */
export function kindOf(
  strand: Strand,
  acts: readonly string[],
): { readonly value: IncidentKind; readonly rule: string } {
  if (strand.kind === 'background') return { value: 'background', rule: 'kind-earlier@1' }
  if (acts.some((act) => POLICY.has(act)) && acts.every((act) => POLICY.has(act)))
    return { value: 'policy', rule: 'kind-policy@1' }
  if (strand.lines.some((line) => SWEEP.test(line.words) || says(line, 'sweep')))
    return { value: 'aggregate', rule: 'kind-sweep@1' }
  return { value: 'event', rule: 'kind-event@1' }
}

/** Freedoms in the order of the vocabulary, each with the first words that touch it. */
export function freedomsOf(
  lines: readonly Line[],
  text: string,
  reading: Reading,
): { readonly value: Freedom; readonly span: Span | null; readonly rule: string }[] {
  const found: { value: Freedom; span: Span | null; rule: string }[] = []
  for (const cue of reading.freedoms)
    for (const line of lines) {
      if (found.some((one) => one.value === cue.freedom)) break
      const at = findAll(text, cue.pattern, line.span).find(
        (one) => !countered(cue, text, line.span, one.span),
      )
      if (at) found.push({ value: cue.freedom, span: at.span, rule: cue.id })
    }
  return found.length > 0 ? found : [{ value: 'other', span: null, rule: 'freedom-none@1' }]
}
