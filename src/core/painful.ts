/** Acts with texts in, what of them is painful to read out: by rules that monitors own. */
import type { Rule } from './codebook.ts'
import type { Labels } from './language.ts'
import { saysOneOf } from './withholding/cue-words.ts'

export type PainfulRule = Rule & {
  /** All that the notice says. */
  readonly label: Labels
  readonly acts: readonly string[]
  /** Words of every language; one that ends in `*` may go on. */
  readonly words: readonly string[]
}

export function painIn(
  { acts, text }: { readonly acts: Iterable<string>; readonly text: string },
  rules: readonly PainfulRule[],
): readonly PainfulRule[] {
  const done = new Set(acts)
  return rules.filter((rule) => rule.acts.some((act) => done.has(act)) || saysOneOf(text, rule.words))
}
