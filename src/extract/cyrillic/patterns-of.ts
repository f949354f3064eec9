/** A reading → the grammar patterns of its language. */
import type { Inflection, Reading } from '../../core/reading.ts'
import { KAZAKH } from './kazakh.ts'
import type { Patterns } from './patterns.ts'
import { RUSSIAN } from './russian.ts'

export const patternsOf = (reading: Reading): Patterns => (reading.language === 'kk' ? KAZAKH : RUSSIAN)

const NONE: Inflection = {
  depth: 0,
  endings: new Map(),
  surnames: [],
  given: [],
  women: new Set(),
  men: new Set(),
  towns: new Map(),
  letters: new Map(),
}

/** The tables of endings; none for a language that has none. */
export const inflectionOf = (reading: Reading): Inflection => reading.inflection ?? NONE
