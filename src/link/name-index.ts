/** Names, many of them in → for one more name those that may be like it, found without comparing it with all. */
import { likeness } from '../core/names/edit.ts'
import { familyOf } from '../core/names/families.ts'
import { type PersonName, scoreRead, type Token } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import type { NameScore } from '../core/names/score.ts'
import { nameReader } from './name-reader.ts'

export type NearName<Held> = {
  readonly name: string
  readonly held: ReadonlySet<Held>
  readonly found: NameScore
}
export type NameIndex<Held> = {
  readonly add: (name: string, held: Held) => void
  readonly remove: (name: string, held: Held) => void
  /** The most alike first, from `least` on. */
  readonly near: (name: string, least: number) => readonly NearName<Held>[]
  /** Different spellings. */
  readonly size: () => number
}

type Entry<Held> = {
  readonly read: PersonName
  readonly held: Set<Held>
  /** By which question it was met last, how many of that question's words met it, and the last of them. */
  question: number
  words: number
  last: number
}

/** Words less alike than this are never one name, whatever else agrees. */
const ONE_WORD = 0.5
/** A surname alone is borne by thousands: so many of them are scored. */
const MOST_OF_ONE_PART = 2000

/**
 * Blocking by words, not by whole names: words whose consonants differ in one place at most meet, in whatever script and order
 * the name is written; so do words that are known to be one (Жақыпов, Джакупов), and two words written as one. A name is scored
 * where two of its words met, or the only one it has.
 */
export function nameIndex<Held>(rules: NameRules): NameIndex<Held> {
  const read = nameReader(rules)
  const entries = new Map<string, Entry<Held>>()
  const byWord = new Map<string, Set<Entry<Held>>>()
  const wordsByKey = new Map<string, Set<string>>()
  const add = (name: string, held: Held): void => {
    const known = entries.get(name)
    if (known) {
      known.held.add(held)
      return
    }
    const one = read(name)
    if (one.tokens.length === 0) return
    const entry: Entry<Held> = { read: one, held: new Set([held]), question: 0, words: 0, last: 0 }
    entries.set(name, entry)
    for (const word of wordsOf(one)) {
      const isNew = !byWord.has(word)
      put(byWord, word, entry)
      if (isNew) for (const key of keysOf(word, rules)) put(wordsByKey, key, word)
    }
  }
  const remove = (name: string, held: Held): void => {
    const entry = entries.get(name)
    entry?.held.delete(held)
    if (!entry || entry.held.size > 0) return
    entries.delete(name)
    for (const word of wordsOf(entry.read)) {
      const bearers = byWord.get(word)
      bearers?.delete(entry)
      if (bearers?.size !== 0) continue
      byWord.delete(word)
      for (const key of keysOf(word, rules)) wordsByKey.get(key)?.delete(word)
    }
  }
  const like = (word: string): readonly string[] =>
    [...new Set(keysOf(word, rules).flatMap((key) => [...(wordsByKey.get(key) ?? [])]))].filter(
      (other) => areOne(word, other, rules) || likeness(word, other, rules.costs) > ONE_WORD,
    )
  let questions = 0
  /** Counted on the entries themselves: a common word is borne by thousands, and sets of them are slow to make. */
  const meetings = (asked: PersonName): readonly Entry<Held>[] => {
    questions += 1
    const met: Entry<Held>[] = []
    for (const [at, word] of [...wordsOf(asked)].entries())
      for (const one of like(word))
        for (const entry of byWord.get(one) ?? []) {
          if (entry.question !== questions) {
            ;[entry.question, entry.words, entry.last] = [questions, 1, at]
            met.push(entry)
          } else if (entry.last !== at) {
            entry.words += 1
            entry.last = at
          }
        }
    return met
  }
  const near = (name: string, least: number): readonly NearName<Held>[] => {
    const asked = read(name)
    const met = meetings(asked)
    const isShort = wholeOf(asked).length < 2
    let ofOnePart = 0
    const found: NearName<Held>[] = []
    for (const entry of met) {
      if (entry.words < 2) {
        if (!isShort && wholeOf(entry.read).length > 1) continue
        ofOnePart += 1
        if (ofOnePart > MOST_OF_ONE_PART) continue
      }
      const score = scoreRead(asked, entry.read, rules)
      if (score && score.score >= least)
        found.push({ name: entry.read.written, held: entry.held, found: score })
    }
    return found.sort((a, b) => b.found.score - a.found.score || (a.name < b.name ? -1 : 1))
  }
  return { add, remove, near, size: () => entries.size }
}

function put<Key, Value>(into: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const known = into.get(key)
  if (known) known.add(value)
  else into.set(key, new Set([value]))
}

const wholeOf = ({ tokens }: PersonName): readonly Token[] =>
  tokens.filter((one) => !one.isInitial && !one.isLight)

/** Its whole words, by the stem of a surname or of a father's name; and each two neighbours as one word, for names cut differently. */
function wordsOf(name: PersonName): ReadonlySet<string> {
  const whole = wholeOf(name)
  const stems = whole.map((one) => one.part.stem)
  const glued = whole.flatMap((one, at) => {
    const next = whole[at + 1]
    return next ? [one.folded + next.folded] : []
  })
  return new Set([...stems, ...(whole.length > 2 ? glued : [])].filter((one) => one !== ''))
}

const areOne = (a: string, b: string, rules: NameRules): boolean => {
  const family = familyOf(a, rules)
  return family !== null && family === familyOf(b, rules)
}

/** Consonants that hands and ears confuse are one; vowels are none. */
const CLASS: ReadonlyMap<string, string> = new Map(
  [
    ['pvfw', 'b'],
    ['d', 't'],
    ['ghqx', 'k'],
    ['zc', 's'],
    ['şç', 'j'],
    ['aeiouy', ''],
  ].flatMap(([letters = '', one = '']) => [...letters].map((letter) => [letter, one] as const)),
)
const LONGEST = 5

/** The first consonants of a word, and the same with each one of them left out: a slip in one leaves a key that both words have. */
function keysOf(word: string, rules: NameRules): readonly string[] {
  const bare = [...word]
    .map((letter) => CLASS.get(letter) ?? letter)
    .join('')
    .slice(0, LONGEST)
  const cut = bare.length < 2 ? [] : [...bare].map((_, at) => bare.slice(0, at) + bare.slice(at + 1))
  const family = familyOf(word, rules)
  return [...new Set([bare === '' ? word : bare, ...cut, ...(family === null ? [] : [`#${family}`])])]
}
