/** A rule that applied and the numbers it applied to → a sentence in one language. */
import { type Language, labelIn } from '../language.ts'
import type { Refused } from './result.ts'
import type { EstimateRules } from './rules.ts'

/** {braces} are filled with the numbers; in a language nobody has written it is told in English. */
export function refusalText(refused: Refused, rules: EstimateRules, language: Language): string {
  const rule = rules.refusals.get(refused.reason)
  if (!rule) return refused.reason
  return labelIn(rule.reason, language).text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refused.params[name] ?? '…'),
  )
}
