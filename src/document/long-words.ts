/** The text of a document in; refused where it holds a word of thousands of letters, which no language has and every rule would try. */
import { refuse } from '../core/faults.ts'

/** Hyphens and all signs that are read as apostrophes join: rules of names and laws look through chains of them. */
const WORD = /[\p{L}\p{M}\p{Pd}'`´‘’‚‛ʹʻʼʽ′＇]+/gu
const LONGEST = 1_000

export function checkWords(text: string): void {
  for (const [word] of text.matchAll(WORD)) if (word.length > LONGEST) throw refuse('input.binary')
}
