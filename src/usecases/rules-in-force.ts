/** Everything that reads, withholds or counts, as one list of rules with reason and example, for the method page. */
import type { Knowledge } from '../adapters/load-knowledge.ts'
import type { Rule } from '../core/codebook.ts'
import { rulesOf } from '../extract/rules.ts'
import { MEASURE_RULES } from '../measure/rules.ts'

export const rulesInForce = (knowledge: Knowledge): readonly Rule[] => {
  const reading = [...knowledge.readings.values()].flatMap(rulesOf)
  const all = [...knowledge.codebook.rules.values(), ...MEASURE_RULES, ...reading]
  return [...new Map(all.map((rule) => [rule.id, rule])).values()]
}
