/** How a language tells an incident (packs/lang/<language>/tell.yaml): forms that templates join without grammar errors. */
import type { Language } from './language.ts'

/** A form that agrees with a count: CLDR plural category → text; `other` is always there. */
export type Plural = Readonly<Partial<Record<'one' | 'few' | 'many', string>>> & { readonly other: string }

/** What was done, told of people (`done`: agrees with the number of people) and as a name (`noun`, nominative). */
export type ActTelling = { readonly done: Plural | null; readonly noun: string }

export type Tell = {
  readonly language: Language
  readonly reviewedBy: string | null
  readonly acts: Readonly<Record<string, ActTelling>>
  readonly penalties: Readonly<Record<string, string>>
  readonly patterns: Readonly<Record<string, string | Plural>>
}
