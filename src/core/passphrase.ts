/** A passphrase in, what makes it easy to guess out. Length does most; the rest is what people do to reach a length. */
import type { Fault } from './faults.ts'

export const SHORTEST = 15
/** Argon2 takes any length; a page need not. */
const LONGEST = 500

/**
 * Common beginnings of real passwords, in the two keyboards used here. A list of the hundred thousand most used ones is not
 * carried along: at fifteen characters nearly all of it is too short already, and what is left is caught by these shapes.
 */
const COMMON = [
  ...['password', 'passphrase', 'qwerty', 'letmein', 'iloveyou', 'welcome', 'administrator', 'correcthorse'],
  ...[
    'пароль',
    'йцукен',
    'любовь',
    'привет',
    'админ',
    'құпиясөз',
    'kazakhstan',
    'казахстан',
    'қазақстан',
    'aigaq',
    'айғақ',
  ],
]
/** Rows of keyboards and the orders of digits and letters; a run of five in either direction is one choice, not five. */
const ROWS = [
  ...[
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    'йцукенгшщзхъ',
    'фывапролджэ',
    'ячсмитьбю',
    '01234567890123456789',
  ],
  ...['abcdefghijklmnopqrstuvwxyz', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
].flatMap((row) => [row, [...row].reverse().join('')])
const RUN = 5
/** Fewer choices than this are few, however often they are repeated. */
const LEAST_CHOICES = 10

export function passphraseFaults(passphrase: string, handle: string): readonly Fault[] {
  const text = passphrase.normalize('NFKC').toLowerCase()
  const faults: Fault[] = []
  if ([...text].length < SHORTEST) faults.push({ code: 'passphrase.short', params: { n: SHORTEST } })
  if ([...text].length > LONGEST) faults.push({ code: 'passphrase.long', params: { n: LONGEST } })
  if (handle !== '' && squeezed(text).includes(squeezed(handle)))
    faults.push({ code: 'passphrase.handle', params: {} })
  if (choicesIn(text) < LEAST_CHOICES) faults.push({ code: 'passphrase.easy', params: {} })
  return faults
}

const squeezed = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, '')

/** How many things somebody had to choose: a common word, a run of keys or a repetition counts once. */
function choicesIn(text: string): number {
  let rest = squeezed(text)
  let choices = 0
  for (const word of COMMON)
    if (rest.includes(word)) {
      rest = rest.replaceAll(word, '')
      choices += 1
    }
  for (let at = 0; at < rest.length; choices += 1)
    at += lengthOfRun(rest, at) || lengthOfRepetition(rest, at) || 1
  return choices
}

function lengthOfRun(text: string, at: number): number {
  for (let end = text.length; end >= at + RUN; end -= 1)
    if (ROWS.some((row) => row.includes(text.slice(at, end)))) return end - at
  return 0
}

/** What stands here stood just before: `abcabc`, `zzzz`. */
function lengthOfRepetition(text: string, at: number): number {
  for (let size = Math.min(at, text.length - at); size >= 1; size -= 1)
    if (text.slice(at, at + size) === text.slice(at - size, at))
      return size + lengthOfRepetition(text, at + size)
  return 0
}
