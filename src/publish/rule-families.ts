/** Rules in, the same by family out: those whose ids begin with the same word of the same language. */
import type { Rule } from '../core/codebook.ts'

/** `date-month-name@1` belongs to `date`, `ru-date-days@1` to `ru-date`. */
export const familyOf = (id: string): string => /^(?:(?:ru|kk)-)?[a-z]+/.exec(id)?.[0] ?? id

export function families(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const found = new Map<string, Rule[]>()
  for (const rule of rules) {
    const family = familyOf(rule.id)
    const own = found.get(family)
    if (own) own.push(rule)
    else found.set(family, [rule])
  }
  return found
}
