/** Two letters of a country (ISO 3166) in, its name in one language out; those that name no country are left out. */
import type { Language } from '../../core/language.ts'
import { localeOf } from './when.ts'

const names = new Map<Language, Intl.DisplayNames>()
const namesIn = (language: Language): Intl.DisplayNames => {
  const made =
    names.get(language) ?? new Intl.DisplayNames([localeOf(language)], { type: 'region', fallback: 'none' })
  names.set(language, made)
  return made
}

export const regionIn = (code: string, language: Language): string => namesIn(language).of(code) ?? code

/** Unions, the unknown, and places that only programs know. */
const NO_COUNTRY = new Set([
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
  'QO',
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'IC',
  'TA',
])
/** DD became DE: a code that is out of use leads to another. */
const isInUse = (code: string): boolean => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const lists = new Map<Language, readonly (readonly [string, string])[]>()

/** Code and name of each, in the order of the alphabet of the language. */
export function regionsIn(language: Language): readonly (readonly [string, string])[] {
  const made =
    lists.get(language) ??
    LETTERS.flatMap((a) => LETTERS.map((b) => a + b))
      .flatMap((code) => {
        const name = NO_COUNTRY.has(code) || !isInUse(code) ? undefined : namesIn(language).of(code)
        return name === undefined ? [] : [[code, name] as const]
      })
      .sort((a, b) => a[1].localeCompare(b[1], localeOf(language)))
  lists.set(language, made)
  return made
}
