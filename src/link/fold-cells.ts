/** A cell in any script in, its words in the letters that names are compared in out; the two outside ASCII become letters that no fold leaves. */
import type { NameRules } from '../core/names/rules.ts'
import { tokensOf } from '../core/names/tokens.ts'

export const foldCells =
  (rules: NameRules) =>
  (words: string): string =>
    tokensOf(words, rules)
      .map((one) => one.folded.replaceAll('ş', 'x').replaceAll('ç', 'q'))
      .join(' ')
