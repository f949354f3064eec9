/** What a column may hold, and for each kind the levels on which two values of it agree, from the most to the least. */

/** `start`: share of true pairs on this level before anything was learnt; a beginning for EM, not a result. */
export type Level = { readonly name: string; readonly start: number }

const level = (name: string, start: number): Level => ({ name, start })

/** Level 0 is "a value is missing" and says nothing; level n is the n-th of these. The first is agreement, the last none. */
export const LEVELS = {
  given: [
    level('same', 0.8),
    level('swapped', 0.02),
    level('very close', 0.07),
    level('close', 0.03),
    level('initial or short form', 0.03),
    level('half swapped', 0.01),
    level('different', 0.04),
  ],
  surname: [
    level('same', 0.8),
    level('swapped', 0.02),
    level('very close', 0.07),
    level('close', 0.03),
    level('initial or short form', 0.03),
    level('half swapped', 0.01),
    level('different', 0.04),
  ],
  name: [
    level('same', 0.75),
    level('very close', 0.12),
    level('close', 0.06),
    level('some parts', 0.04),
    level('different', 0.03),
  ],
  date: [
    level('same', 0.82),
    level('one slip', 0.06),
    level('same year and one more', 0.03),
    level('same month and day', 0.02),
    level('two slips', 0.02),
    level('same year', 0.02),
    level('different', 0.03),
  ],
  year: [level('same', 0.85), level('one off', 0.1), level('different', 0.05)],
  code: [
    level('same', 0.8),
    level('one slip', 0.09),
    level('two slips', 0.03),
    level('same beginning', 0.03),
    level('different', 0.05),
  ],
  place: [
    level('same', 0.8),
    level('very close', 0.08),
    level('a word shared', 0.06),
    level('different', 0.06),
  ],
  text: [
    level('same', 0.75),
    level('very close', 0.08),
    level('a word shared', 0.09),
    level('different', 0.08),
  ],
  sex: [level('same', 0.97), level('different', 0.03)],
  phone: [level('same', 0.8), level('one slip', 0.08), level('different', 0.12)],
  mail: [
    level('same', 0.7),
    level('same before the at', 0.06),
    level('two slips', 0.12),
    level('different', 0.12),
  ],
} as const satisfies Readonly<Record<string, readonly Level[]>>

/** The level of names on which rarity counts besides "same": a rare word close to a common one is a slip of it sooner than another name. */
export const CLOSE_LEVEL = 3
export const weighsClose = (kind: string): boolean => kind === 'given' || kind === 'surname'

export type Kind = keyof typeof LEVELS
export const KINDS = Object.keys(LEVELS) as readonly Kind[]
export const isKind = (word: string): word is Kind => word in LEVELS

/** Bits a level takes in the code of a pattern: seven levels at most, and "missing". */
export const LEVEL_BITS = 3
/** More would not fit a whole number that JavaScript and the database hold exactly. */
export const MOST_COMPARISONS = 16
