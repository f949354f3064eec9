/** How a language tells an incident (packs/lang/<language>/tell.yaml): forms that templates join without grammar errors. */
import type { Language } from './language.ts'

/** A form that agrees with a count: CLDR plural category → text; `other` is always there. */
export type Plural = Readonly<Partial<Record<'one' | 'few' | 'many', string>>> & { readonly other: string }

/** What was done, told of people (`done`: agrees with the number of people) and as a name (`noun`, nominative). */
export type ActTelling = { readonly done: Plural | null; readonly noun: string }

/** In the order in which the forms of a noun stand in its file. */
export const NOUN_CASES = ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'] as const
type NounCase = (typeof NOUN_CASES)[number] | 'abl'
/** A noun by number and case. English has one case; Kazakh makes its cases by rule of the first form. */
export type Noun = Readonly<Record<'one' | 'many', Readonly<Partial<Record<NounCase, string>>>>>

export type Tell = {
  readonly language: Language
  readonly reviewedBy: string | null
  readonly acts: Readonly<Record<string, ActTelling>>
  readonly penalties: Readonly<Record<string, string>>
  readonly patterns: Readonly<Record<string, string | Plural>>
  /** Of what is counted in publications. */
  readonly nouns: Readonly<Record<string, Noun>>
  /** Sentences and titles of publications (packs/lang/<language>/write.yaml): the same keys in every language. */
  readonly prose: Readonly<Record<string, string | Plural>>
}
