/** A number with a noun in, both as they agree in one language and case out: 21 случай, из 98 случаев, 98 оқиғаның. */
import type { Noun, Tell } from '../../core/tell.ts'
import { numberIn } from '../telling/pattern.ts'
import { localeOf } from '../telling/when.ts'
import type { Case } from './cases.ts'
import { inKazakh } from './kazakh.ts'

const rules = new Map<string, Intl.PluralRules>()
function categoryOf(tell: Tell, n: number): Intl.LDMLPluralRule {
  const rule = rules.get(tell.language) ?? new Intl.PluralRules(localeOf(tell.language))
  rules.set(tell.language, rule)
  return rule.select(n)
}

/** The noun alone, as it stands behind `n`. */
export function nounFor(tell: Tell, noun: Noun, n: number, to: Case): string {
  if (tell.language === 'kk') return inKazakh(noun.one.nom ?? '', to)
  const category = categoryOf(tell, n)
  if (tell.language === 'en') return (category === 'one' ? noun.one.nom : noun.many.nom) ?? ''
  // In the nominative and accusative a Russian numeral governs its noun; in other cases the two agree.
  const governs = to === 'nom' || to === 'acc'
  if (category === 'one') return noun.one[to] ?? ''
  if (!governs) return noun.many[to] ?? ''
  return (category === 'few' ? noun.one.gen : noun.many.gen) ?? ''
}

export function nounNamed(tell: Tell, id: string): Noun {
  const noun = tell.nouns[id]
  if (!noun) throw new Error(`packs/lang/${tell.language}/write.yaml has no noun ${id}`)
  return noun
}

/** `45 случаев`, `из 45 случаев`; the space does not break. */
export const countedIn = (tell: Tell, n: number, noun: string, to: Case = 'nom'): string =>
  `${numberIn(tell, n)}\u00a0${nounFor(tell, nounNamed(tell, noun), n, to)}`
