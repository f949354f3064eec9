/** A language's reading in, every rule that may read a value in it out, with reason and example. */
import type { Rule } from '../core/codebook.ts'
import type { CueRule, Reading } from '../core/reading.ts'

const asRule = ({ id, reason, example }: CueRule): Rule => ({
  id,
  reason: { en: reason, ru: null, kk: null },
  example,
})

export const rulesOf = (reading: Reading): readonly Rule[] =>
  [
    ...reading.acts,
    ...reading.penalties,
    ...reading.freedoms,
    ...reading.guards,
    ...reading.lexicon.laws,
  ].map(asRule)
