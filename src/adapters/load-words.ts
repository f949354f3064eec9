/** locales/<language>.yaml → the interface's words of that language, with parameters and plural forms filled in. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault, Params } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import type { Words } from '../core/words.ts'
import { text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

export const PLURAL_FORMS = ['one', 'few', 'many', 'other'] as const
type Forms = { readonly other: string } & { readonly [form in 'one' | 'few' | 'many']?: string | undefined }
export type LocaleText = string | Forms
export type Locale = {
  readonly language: Language
  /** Who has read every text; null: nobody, unless `reviewed` names somebody for each. */
  readonly reviewedBy: string | null
  readonly reviewed: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, LocaleText>>
}

const forms = z.strictObject({
  one: text.optional(),
  few: text.optional(),
  many: text.optional(),
  other: text,
})
const key = z
  .string()
  .regex(/^[a-z0-9-]+(\.[a-z0-9_-]+)+$/, 'a key is small letters with dots between its parts')

/** Reads one language as written; null with the reasons in `faults` when it cannot be used. */
export function loadLocale(root: string, language: Language, faults: Fault[]): Locale | null {
  const schema = z.strictObject({
    language: z.literal(language),
    reviewedBy: text.nullable(),
    reviewed: z.record(key, text),
    texts: z.record(key, z.union([text, forms])),
  })
  return readYaml(join(root, 'locales', `${language}.yaml`), `locales/${language}.yaml`, schema, faults)
}

/** The words of a locale. Numbers are written as the language writes them; a year goes in as text. */
export function makeWords(locale: Locale): Words {
  const plural = new Intl.PluralRules(locale.language)
  const number = new Intl.NumberFormat(locale.language)
  const texts = new Map(Object.entries(locale.texts))

  function t(name: string, params: Params = {}): string {
    const entry = texts.get(name)
    if (entry === undefined) throw new Error(`locales/${locale.language}.yaml has no text "${name}"`)
    return formOf(name, entry, params).replace(/\{(\w+)\}/g, (_, param: string) => {
      const value = params[param]
      if (value === undefined) throw new Error(`the text "${name}" needs the parameter "${param}"`)
      return typeof value === 'number' ? number.format(value) : value
    })
  }

  function formOf(name: string, entry: LocaleText, params: Params): string {
    if (typeof entry === 'string') return entry
    const count = params.n
    if (typeof count !== 'number') throw new Error(`the text "${name}" needs the number "n"`)
    const category = plural.select(count)
    return (
      (category === 'one' || category === 'few' || category === 'many' ? entry[category] : undefined) ??
      entry.other
    )
  }

  const read = (name: string): boolean => Object.hasOwn(locale.reviewed, name)
  return {
    language: locale.language,
    t,
    unreviewed: locale.reviewedBy === null && !Object.keys(locale.texts).every(read),
  }
}

/** Reads one language's words under `root`. Null when they cannot be used; `faults` then says all that is wrong. */
export function loadWords(root: string, language: Language, faults: Fault[]): Words | null {
  const locale = loadLocale(root, language, faults)
  return locale === null ? null : makeWords(locale)
}
