/** Words that are one name though they are spelt apart: families of the codebook, and those that people accepted. */
import { partOf } from './parts.ts'
import type { NameRules } from './rules.ts'

/** Two roots of surnames that somebody accepted as one, as names are folded: jakup (Джакупов) and jakip (Жақыпов). */
export type Equivalent = { readonly left: string; readonly right: string }

/** The family of a folded word: its own, or that of the root that a surname is made of. Below 0: people accepted it. */
export function familyOf(
  folded: string,
  rules: Pick<NameRules, 'doublets' | 'patronymic' | 'surnames'>,
): number | null {
  const own = rules.doublets.get(folded)
  if (own !== undefined) return own
  const part = partOf(folded, rules)
  return part.kind === 'surname' ? (rules.doublets.get(part.root) ?? null) : null
}

/** The rules with what was accepted beside what the codebook says; two families that share a root are one from then on. */
export function withEquivalents(rules: NameRules, accepted: readonly Equivalent[]): NameRules {
  if (accepted.length === 0) return rules
  const doublets = new Map(rules.doublets)
  for (const [index, { left, right }] of accepted.entries()) {
    const joined = new Set([left, right].flatMap((one) => doublets.get(one) ?? []))
    const family = -index - 1
    for (const [root, one] of doublets) if (joined.has(one)) doublets.set(root, family)
    for (const root of [left, right]) doublets.set(root, family)
  }
  return { ...rules, doublets }
}
