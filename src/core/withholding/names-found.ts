/** The languages in whose texts the rules find every possible name; of a text in another nothing is shown. */
import type { Language } from '../language.ts'

/**
 * English alone. Russian and Kazakh are read for values, but a name there takes many endings and may open a sentence like
 * any word: until it is shown that none is overlooked, their passages stay covered whole.
 */
export const NAMES_FOUND_IN: ReadonlySet<Language> = new Set<Language>(['en'])
