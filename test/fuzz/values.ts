/** What a hostile program writes where something is asked for: prototypes, paths, SQL, markup, signs that turn a line round, numbers and days that are none. */
import type { Chance } from './chance.ts'

/** Names, paths, encodings and numbers that programs trip over. */
export const STRANGE = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[a]',
  'constructor.prototype',
  '..',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e%2f',
  '..\\..\\windows',
  '%00',
  '%c0%af',
  '%',
  '%zz',
  '%F0%9F%92%A9',
  '\u0000',
  'null',
  'undefined',
  'NaN',
  '[]',
  '{}',
  '-1',
  '1e999',
  '0x10',
  "' or 1=1 --",
  '"><b>',
  '$' + '{7*7}',
  '{{7*7}}',
  '$(id)',
  '\ud800',
  'a'.repeat(5_000),
  '%61'.repeat(500),
  '١٢',
  'kz',
  '2024-q9',
  '0000',
  '9999-q4',
  '.json',
  '.atom',
  '',
]

/** Each would stand in a page as an element or an attribute if it were not escaped. */
const MARKUP = [
  '<x-fuzz onfocus=alert(1)>',
  '"><x-fuzz>',
  "'><x-fuzz>",
  '" x-fuzz="',
  "' x-fuzz='",
  '</title><x-fuzz>',
  '</textarea><x-fuzz>',
  '--><x-fuzz>',
  ']]><x-fuzz>',
  '&lt;x-fuzz&gt;<x-fuzz/>',
  'javascript:alert("x-fuzz")',
  '<svg><style><x-fuzz></style></svg>',
]
/** What stands in a page only if a text got in unescaped. */
export const ESCAPED_BADLY = /<x-fuzz|" x-fuzz="|' x-fuzz='|(?:href|src|action)="\s*javascript:/i

const SQL = [
  "'; drop table events; --",
  "x' union select null, handle from accounts --",
  '$1',
  "E'\\000'",
  '\\',
  '%_%',
  'a & | ! (',
  ':*',
  '((((',
  '(a+)+$',
  '[',
  '{"$gt":""}',
  "kz-2024-05-07-a' --",
]
const SIGNS = [
  '\u202etxt.exe',
  '\u2066a\u2069',
  '\u200f\u200e',
  '\u200b',
  '\ufeffa',
  '\ufffe',
  '\u{10ffff}',
  '\udc00\ud800',
  `e${'\u0301'.repeat(400)}`,
  'İ',
  'Әлия Үсенова',
  'a\r\nX-Fuzz: 1',
  'a\u0085b\u2028c',
  '\u001b[2J',
  '😀'.repeat(900),
]
const NUMBERS = [
  '9007199254740993',
  '2147483648',
  '-2147483649',
  '9223372036854775808',
  '99999999999999999999999999',
  '1e-400',
  'Infinity',
  '-0',
  '1.5',
  '1,000',
  ' 7 ',
  '007',
]
const DAYS = [
  '0000-00-00',
  '2024-02-30',
  '9999-99-99',
  '-000001-01-01',
  '275760-09-14',
  '2024-13',
  '2024-05-07T25:61',
  '07.05.2024',
  '1-1-1',
  '2024-05-07/2023-01-01',
]
const LISTS = [STRANGE, MARKUP, SQL, SIGNS, NUMBERS, DAYS]
const LENGTHS = [0, 1, 1_999, 2_001, 20_001, 200_000]

/** `others`: values that stand in good requests, so that an id of one thing comes where another is asked for. */
export function hostileValue(chance: Chance, others: readonly string[]): string {
  const kind = chance.below(10)
  if (kind < 6) return chance.of(chance.of(LISTS))
  if (kind < 8 && others.length > 0) return chance.of(others)
  if (kind === 8) return chance.of(['a', 'ә', '<', "'", '9']).repeat(chance.of(LENGTHS))
  return Array.from({ length: chance.below(30) }, () =>
    String.fromCharCode(chance.below(chance.below(2) === 0 ? 128 : 65_536)),
  ).join('')
}

/** As it would stand in an address, left as it is where an address can hold it. */
export const encoded = (text: string): string =>
  text.replace(/[\p{Cc} "<>\\^`{|}#?]|\p{Cs}/gu, (sign) => {
    try {
      return encodeURIComponent(sign)
    } catch {
      return '%EF%BF%BD'
    }
  })
