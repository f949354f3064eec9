/** A reading → the grammar that reads its language: one for what inflects, in Cyrillic letters, and English. */
import type { Reading } from '../core/reading.ts'
import { CYRILLIC } from './cyrillic/grammar.ts'
import { ENGLISH } from './english.ts'
import type { Grammar } from './grammar.ts'

export const grammarOf = (reading: Reading): Grammar => (reading.inflection === null ? ENGLISH : CYRILLIC)
