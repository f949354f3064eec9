/** Everything that reads, withholds or counts, as one list of rules with reason and example, for the method page. */
import type { Knowledge } from '../adapters/load-knowledge.ts'
import { BODY_RULE } from '../core/bodies.ts'
import { HELD_RULE } from '../core/cases/days-held.ts'
import type { Rule } from '../core/codebook.ts'
import { CONTACT_RULE } from '../core/withholding/contact-details.ts'
import { rulesOf } from '../extract/rules.ts'
import { COUNT_RULES } from '../measure/counts/rules.ts'
import { MEASURE_RULES } from '../measure/rules.ts'
import { FINDING_RULES } from '../publish/findings.ts'

const ruleOf = ({ id, reason, example }: Rule): Rule => ({ id, reason, example })

export const rulesInForce = (knowledge: Knowledge): readonly Rule[] => {
  const reading = [...knowledge.readings.values()].flatMap(rulesOf)
  const headlines = FINDING_RULES.map(({ id, reason, example }) => ({
    id,
    reason: { en: reason, ru: null, kk: null },
    example,
  }))
  const { rules, naming, policy, standing, measurements, estimates } = knowledge.codebook
  const all = [
    ...rules.values(),
    ...naming.rules,
    ...naming.sensitive,
    ...policy.moves.values(),
    ...policy.grants,
    ...naming.fields,
    ...standing.reply,
    ...standing.retention,
    CONTACT_RULE,
    BODY_RULE,
    HELD_RULE,
    ...Object.values(measurements.verdicts).map(({ id, reason, example }) => ({ id, reason, example })),
    ...MEASURE_RULES,
    ...[...estimates.refusals.values()].map(({ id, reason, example }) => ({ id, reason, example })),
    ...estimates.assumptions.map(({ id, text, example }) => ({ id, reason: text, example })),
    ...headlines,
    ...reading,
  ]
  return [...new Map(all.map((rule) => [rule.id, rule])).values()]
}

/** Made once for what was loaded. */
const named = new WeakMap<Knowledge, ReadonlyMap<string, Rule>>()

/** By id, with those that the workspace alone uses, for pages that say beside a value why it was read so. */
export function rulesById(knowledge: Knowledge): ReadonlyMap<string, Rule> {
  const known = named.get(knowledge)
  if (known) return known
  const { mappings, counting } = knowledge.codebook
  const inside = [...Object.values(mappings).flat(), ...counting.institutions].map(ruleOf)
  const all = [...rulesInForce(knowledge), ...COUNT_RULES, ...inside]
  const made = new Map(all.map((rule) => [rule.id, rule]))
  named.set(knowledge, made)
  return made
}
