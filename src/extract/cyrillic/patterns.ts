/** What one language written in Cyrillic brings as grammar: the patterns that cannot be lists of words. */
import type { Lexicon } from '../../core/reading.ts'
import type { LawCode, Qualifier } from '../../core/values.ts'
import type { DateForm } from '../date-form.ts'
import type { Unit } from '../terms.ts'

export type Patterns = {
  readonly dateForms: (lexicon: Lexicon) => readonly DateForm[]
  readonly firstYear: RegExp
  /** Groups: code before, part before, articles, part after, code after. */
  readonly articles: RegExp
  /** An article whose number stands before the word; null where that is the only order. Group: the number. */
  readonly ordinal: RegExp | null
  readonly codes: readonly (readonly [LawCode, RegExp])[]
  /** After a number: the unit of a term. */
  readonly unit: string
  readonly unitOf: (word: string) => Unit
  /** Before or after the number of a count. */
  readonly qualifiers: readonly (readonly [Qualifier, 'before' | 'after', RegExp])[]
  /** Between the two ends of a range. */
  readonly to: string
  /** Numbers that count people without a noun. */
  readonly collective: RegExp
  /** Before or after a bare number that stands for people. */
  readonly struck: RegExp
  readonly struckAfter: RegExp
  /** A word that may stand between a number and what it counts. */
  readonly quality: RegExp
  /** Words between a name and its town: «город», «село». Group: the name. */
  readonly town: RegExp
  /** A name in a case that says where. Group: the base form. */
  readonly where: RegExp
  /** Adjective of a town before a court or an office; null where the language puts the plain name. Groups: the stem. */
  readonly seat: { readonly pattern: RegExp; readonly bases: (stem: string) => readonly string[] } | null
  readonly plural: RegExp
  readonly actor: RegExp
  readonly source: RegExp
  readonly offence: RegExp
  /** Spoken by whom the words before or after name. */
  readonly says: RegExp
}
