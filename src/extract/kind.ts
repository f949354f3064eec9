/** What a strand tells → its kind: event, aggregate, policy or background. */
import type { IncidentKind } from '../core/values.ts'
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
