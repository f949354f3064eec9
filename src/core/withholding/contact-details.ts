/** A text in, the spans of it that reach or trace one person out: mail, telephone, account, address, personal number, plate. */
import type { Rule } from '../codebook.ts'
import type { Span } from '../span.ts'

export const CONTACT_RULE: Rule = {
  id: 'withhold.contact@1',
  reason: {
    en: 'What reaches or traces one person (mail, telephone, account, web address, personal number, plate) is never shown in a passage or a free text, whoever it belongs to.',
    ru: null,
    kk: null,
  },
  example:
    'Write to asan.usenov@example.org or call +7 700 000 00 01: both are covered, although no name is written.',
}

/** What may part the digits of a number that is dictated, printed or typed. */
const GAP = '[\\s().\\u00b7/\\u2010-\\u2015-]{0,3}'
const digits = (...groups: readonly number[]): string => groups.map((n) => `\\d{${n}}`).join(GAP)
/** Units and currencies that stand between two numbers as the letters of a plate do. */
const NO_PLATE = '(?!(?:MCI|AFI|BMI|KZT|USD|EUR|RUB|МРП|АЕК|МЗП|РНБ)\\b)'

const KINDS: readonly RegExp[] = [
  // Mail, also as people write it for other people.
  /[\p{L}\p{N}._%+-]+\s?(?:@|\[at\]|\(at\)|\[собака\])\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\[dot\]|\(dot\))\s?[\p{L}\p{N}-]+)+/giu,
  // Web addresses: a path may spell a name or open a profile.
  /(?:https?:\/\/|www\.)[^\s<>"»]+/giu,
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/[^\s<>"»]+/giu,
  // Accounts and tags; names of accounts are joined by underscores as no word is.
  /[@#][\p{L}_][\p{L}\p{N}_.]*[\p{L}\p{N}_]/giu,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]+_[\p{L}\p{N}_]*[\p{L}\p{N}]/gu,
  /(?<=\b(?:telegram|instagram|facebook|tiktok|whatsapp|youtube|twitter|skype|vk)\s?[:=–]\s?)[^\s,;]+/giu,
  // Telephones: with a plus, of eleven digits beginning with 7 or 8, or behind the word.
  new RegExp(`\\+\\s?\\d${GAP}(?:\\d${GAP}){6,12}\\d`, 'gu'),
  new RegExp(`(?<![\\d.,])[78]${GAP}${digits(3, 3, 2, 2)}(?!\\d)`, 'gu'),
  /(?<=(?:\btel|\bphone|\bmobile|\bwhatsapp|(?<!\p{L})тел|телефон)[^\d\n]{0,12})\d[\d\s().-]{3,}\d/giu,
  // Personal numbers of twelve digits, and numbers of documents.
  /(?<!\d)(?:\d{12}|\d{6}[\s-]\d{6}|\d{4}[\s-]\d{4}[\s-]\d{4})(?!\d)/gu,
  /(?<![\p{L}\p{N}])\p{Lu}{1,2}\s?(?:№\s?)?\d{7,9}(?!\d)/gu,
  // Plates, old and new.
  new RegExp(`(?<![\\p{L}\\p{N}])\\d{3}[\\s-]?${NO_PLATE}\\p{Lu}{2,3}[\\s-]?\\d{2}(?![\\p{L}\\p{N}])`, 'gu'),
  new RegExp(
    `(?<![\\p{L}\\p{N}])\\p{Lu}[\\s-]?\\d{3}[\\s-]?${NO_PLATE}\\p{Lu}{2,3}(?:[\\s-]?\\d{2,3})?(?![\\p{L}\\p{N}])`,
    'gu',
  ),
]

export const contactDetails = (text: string): readonly Span[] =>
  KINDS.flatMap((kind) =>
    [...text.matchAll(kind)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )

const found = new WeakMap<{ readonly text: string }, readonly Span[]>()

/** The same of a whole document, which many incidents are told in. */
export function contactsIn(document: { readonly text: string }): readonly Span[] {
  const known = found.get(document) ?? contactDetails(document.text)
  found.set(document, known)
  return known
}

export const holdsContact = (text: string): boolean => contactDetails(text).length > 0
