/** A pattern of a language in, its text with parameters filled out. */
import type { Plural, Tell } from '../../core/tell.ts'
import { localeOf } from './when.ts'

const rules = new Map<string, Intl.PluralRules>()

/** The form of a plural that agrees with `n`. */
export function agree(tell: Tell, forms: Plural, n: number): string {
  const rule = rules.get(tell.language) ?? new Intl.PluralRules(localeOf(tell.language))
  rules.set(tell.language, rule)
  const category = rule.select(n)
  return (
    (category === 'one' || category === 'few' || category === 'many' ? forms[category] : undefined) ??
    forms.other
  )
}

/** The pattern under a key; `n` chooses a plural form. A missing one is a fault of the data, not of the reader. */
export function pattern(tell: Tell, key: string, n?: number): string {
  const found = tell.patterns[key]
  if (found === undefined) throw new Error(`packs/lang/${tell.language}/tell.yaml has no pattern ${key}`)
  return typeof found === 'string' ? found : n === undefined ? found.other : agree(tell, found, n)
}

/** True when the language has the pattern: some are ornaments of one language. */
export const has = (tell: Tell, key: string): boolean => tell.patterns[key] !== undefined

export const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole)

const numbers = new Map<string, Intl.NumberFormat>()

/** A number as the language groups its digits. */
export function numberIn(tell: Tell, n: number): string {
  const format = numbers.get(tell.language) ?? new Intl.NumberFormat(localeOf(tell.language))
  numbers.set(tell.language, format)
  return format.format(n).replace(/\u202f/g, '\u00a0')
}

/** `a, b and c` in the manner of the language. */
export const listIn = (tell: Tell, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(tell.language)).format(items)

/** First letter large: a headline may begin with a number word. */
export const capital = (text: string, tell: Tell): string =>
  text.charAt(0).toLocaleUpperCase(localeOf(tell.language)) + text.slice(1)
