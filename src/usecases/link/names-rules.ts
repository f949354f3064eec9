/** Whoever asks in, the rules of names with the roots of surnames that their organisation accepted as one out. */
import { withEquivalents } from '../../core/names/families.ts'
import type { NameRules } from '../../core/names/rules.ts'
import { acceptedEquivalents } from '../../store/queries/equivalents.ts'
import type { Context } from '../context.ts'

/** The same rules as long as the same was accepted, so that what was worked out by them need not be worked out again. */
const grown = new WeakMap<NameRules, Map<string, NameRules>>()
/** Organisations of one workspace, and a few steps back. */
const MOST_KEPT = 20

export async function nameRulesOf({
  store,
  knowledge,
}: Pick<Context, 'store' | 'knowledge'>): Promise<NameRules> {
  const accepted = await acceptedEquivalents(store)
  if (accepted.length === 0) return knowledge.names
  const key = accepted.map(({ left, right }) => `${left} ${right}`).join('\n')
  const known = grown.get(knowledge.names) ?? new Map<string, NameRules>()
  const rules = known.get(key) ?? withEquivalents(knowledge.names, accepted)
  if (known.size >= MOST_KEPT) known.clear()
  grown.set(knowledge.names, known.set(key, rules))
  return rules
}
