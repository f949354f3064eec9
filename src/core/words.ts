/** The interface's words in one language, as renderers receive them; made from locales/ and checked at start. */
import type { Params } from './faults.ts'
import type { Language } from './language.ts'

export type Words = {
  readonly language: Language
  /** The text of a key with its parameters filled; plural forms chosen by the parameter `n`. Throws on an unknown key. */
  readonly t: (key: string, params?: Params) => string
  /** True when no native speaker has read every text: the page then says so. */
  readonly unreviewed: boolean
}
