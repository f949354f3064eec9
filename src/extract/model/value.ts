/** One value as a model wrote it, with its quote, in; the value in the terms of the vocabulary out, or null. */
import type { Codebook } from '../../core/codebook.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import {
  barePenalty,
  type Field,
  FREEDOMS,
  INCIDENT_KINDS,
  LAW_CODES,
  PENALTY_TYPES,
  type Values,
} from '../../core/values.ts'

type Told = Readonly<Record<string, unknown>>
const partsOf = (value: unknown): Told => (typeof value === 'object' && value !== null ? { ...value } : {})
const term = <T extends string>(terms: readonly T[], value: unknown): T | null =>
  terms.find((one) => one === value) ?? null

/** Neither the article 4 is told by «Article 488», nor Usen by «Usenov». */
const stands = (words: string, quote: string): boolean => {
  const isPart = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{M}\p{N}]/u.test(sign)
  for (let at = quote.indexOf(words); at >= 0; at = quote.indexOf(words, at + 1))
    if (!isPart(quote[at - 1]) && !isPart(quote[at + words.length])) return true
  return false
}

/** Names, places, numbers and free words are those of the quote: nothing that the report does not write. */
export function valueFrom(
  field: Field,
  value: unknown,
  quote: string,
  codebook: Codebook,
): Values[Field] | null {
  const written = (words: unknown): string | null =>
    typeof words === 'string' && words.trim() !== '' && stands(words.trim(), quote) ? words.trim() : null
  switch (field) {
    case 'kind':
      return term(INCIDENT_KINDS, value)
    case 'freedom':
      return term(FREEDOMS, value)
    case 'act':
      return typeof value === 'string' && codebook.acts.has(value) ? value : null
    case 'date': {
      const date = typeof value === 'string' ? parsePartialDate(value) : null
      return date?.from && /\d|\p{L}/u.test(quote) ? date : null
    }
    case 'other_date':
      return null
    case 'place': {
      const name = written(value)
      return name === null ? null : { name, canonical: name, place: null }
    }
    case 'person': {
      const { name, harmed } = partsOf(value)
      const own = written(name)
      return own === null ? null : { name: own, aliases: [], role: null, harmed: harmed === true }
    }
    case 'group':
      return null
    case 'law': {
      const { code, article } = partsOf(value)
      const known = term(LAW_CODES, code)
      const number = article === undefined || article === null ? null : written(String(article))
      return known === null || (number === null && article != null)
        ? null
        : { code: known, article: number, part: null, name: null }
    }
    case 'penalty': {
      const told = partsOf(value)
      const type = term(PENALTY_TYPES, told.type)
      const count = (name: string): number | null =>
        Number.isSafeInteger(told[name]) && Number(told[name]) > 0 && written(String(told[name])) !== null
          ? Number(told[name])
          : null
      return type === null
        ? null
        : { ...barePenalty(type), days: count('days'), months: count('months'), years: count('years') }
    }
    default:
      return written(value)
  }
}
