/** A reading → every rule that can stand beside a value, by id: those of the language's files and those in code. */
import type { Rule } from '../core/codebook.ts'
import type { Reading } from '../core/reading.ts'
import { CODED_RULES } from './coded-rules.ts'
import { grammarOf } from './grammar-of.ts'

type Told = { readonly id: string; readonly reason: string; readonly example: string }

const asRule = ({ id, reason, example }: Told): Rule => ({
  id,
  reason: { en: reason, ru: null, kk: null },
  example,
})

/** All rules, in the order of the fields they read. A reason nobody has translated is null, never English again. */
export function rulesOf(reading: Reading): Rule[] {
  const told: readonly Told[] = [
    ...grammarOf(reading).dates(reading).forms,
    ...reading.acts,
    ...reading.penalties,
    ...reading.freedoms,
    ...reading.guards,
    ...reading.turns,
    ...reading.demands,
    ...reading.lexicon.laws,
  ]
  return [...CODED_RULES, ...told.map(asRule)]
}
