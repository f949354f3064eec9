/** The three languages of every face, and what it means for a text to be reviewed. */
export const LANGUAGES = ['en', 'ru', 'kk'] as const
export type Language = (typeof LANGUAGES)[number]

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((one) => one === value)

/** One term in three languages. Null means nobody has written it: shown as missing, never filled from another language. */
export type Labels = { readonly en: string; readonly ru: string | null; readonly kk: string | null }

/** The label in the asked language, or the English one with its own `lang`, so that a page can say which it is. */
export function labelIn(
  labels: Labels,
  language: Language,
): { readonly text: string; readonly lang: Language } {
  const own = labels[language]
  return own === null ? { text: labels.en, lang: 'en' } : { text: own, lang: language }
}
