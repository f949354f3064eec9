/** A rule that applied and the numbers it applied to → a sentence in one language. */
import { type Labels, type Language, labelIn } from '../language.ts'
import type { Estimate, Refused } from './result.ts'
import type { EstimateRules } from './rules.ts'

/** {braces} are filled with the numbers; in a language nobody has written it is told in English. */
export function refusalText(refused: Refused, rules: EstimateRules, language: Language): string {
  const rule = rules.refusals.get(refused.reason)
  if (!rule) return refused.reason
  return labelIn(rule.reason, language).text.replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refused.params[name] ?? '…'),
  )
}

/** What a method is called and claims; of people who differ it is another claim. */
export function methodOf(
  { method, settings }: Estimate,
  rules: EstimateRules,
): { readonly name: Labels; readonly claim: Labels } | null {
  const own = rules.methods.get(`${method}-${settings.heterogeneity ?? ''}`)
  return own ?? rules.methods.get(method) ?? null
}

/** Which answer of a method that gives several: the pair, the form of the bound, the column of heterogeneity. */
export function variantOf({ settings: { lists, bound, heterogeneity } }: Estimate): string | null {
  const variant = [lists, bound, heterogeneity].find((one) => typeof one === 'string')
  return typeof variant === 'string' ? variant : null
}
