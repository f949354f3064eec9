/** Two cells with names of persons in, the level on which they agree out, by the rules of `names score`; each pair of words is compared once. */
import type { Kind } from '../core/linkage/kinds.ts'
import { LEVELS } from '../core/linkage/kinds.ts'
import {
  type Alike,
  alikeBy,
  type PersonName,
  readPerson,
  scoreRead,
  type Token,
} from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import { SAME } from '../core/names/score.ts'

/** From here on two spellings differ in nothing but letters that romanisations differ in, or in a word left out. */
const VERY_CLOSE = 0.9
/** Below SAME and from here on: two words that are almost one, or a surname alone. */
const SOME_PARTS = 0.6
const NAME: Kind = 'name'
const levelNamed = (name: string): number => LEVELS[NAME].findIndex((one) => one.name === name) + 1
const [VERY, CLOSE, SOME, NONE] = ['very close', 'close', 'some parts', 'different'].map(levelNamed)

/** So many different names are kept read: a table of more is read again, and takes no more memory. */
const MOST_READ = 200_000

export function nameLevels(rules: NameRules): (a: string, b: string) => number {
  const like = remembering(alikeBy(rules))
  const words = new Map<string, Token>()
  let read = new Map<string, PersonName>()
  /** One word is one object in whatever name it stands, so that pairs of words are found again by themselves. */
  const oneWord = (token: Token): Token => {
    const key = token.isInitial ? `${token.begins.join(' ')}.` : token.folded
    const known = words.get(key)
    if (known) return known
    words.set(key, token)
    return token
  }
  const readOf = (name: string): PersonName => {
    const known = read.get(name)
    if (known) return known
    if (read.size >= MOST_READ) {
      read = new Map()
      words.clear()
    }
    const { written, tokens } = readPerson(name, rules)
    const found = { written, tokens: tokens.map(oneWord) }
    read.set(name, found)
    return found
  }
  return (a, b) => {
    const score = scoreRead(readOf(a), readOf(b), rules, like)?.score ?? 0
    return (score >= VERY_CLOSE ? VERY : score >= SAME ? CLOSE : score >= SOME_PARTS ? SOME : NONE) ?? 0
  }
}

/** Pairs of words that are remembered; beyond, the memory begins anew. */
const MOST_PAIRS = 500_000

/** The words of a million names are some thousands, and their pairs are asked for again and again. */
function remembering(like: Alike): Alike {
  let known = new Map<Token, Map<Token, number>>()
  let size = 0
  return (a, b) => {
    const before = known.get(a)?.get(b)
    if (before !== undefined) return before
    if (size >= MOST_PAIRS) {
      known = new Map()
      size = 0
    }
    const found = like(a, b)
    const row = known.get(a) ?? new Map<Token, number>()
    known.set(a, row.set(b, found))
    size += 1
    return found
  }
}
