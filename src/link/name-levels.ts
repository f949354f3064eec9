/** Two cells with names of persons in, the level on which they agree out, by the rules of `names score`; each pair of words is compared once. */
import type { Kind } from '../core/linkage/kinds.ts'
import { LEVELS } from '../core/linkage/kinds.ts'
import { type Alike, alikeBy, scoreRead } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import { SAME } from '../core/names/score.ts'
import { type NameRead, nameReader, type Word } from './name-reader.ts'

/** From here on two spellings differ in nothing but letters that romanisations differ in, or in a word left out. */
const VERY_CLOSE = 0.9
/** Below SAME and from here on: two words that are almost one, or a surname alone. */
const SOME_PARTS = 0.6
const NAME: Kind = 'name'
const levelNamed = (name: string): number => LEVELS[NAME].findIndex((one) => one.name === name) + 1
const [VERY, CLOSE, SOME, NONE] = ['very close', 'close', 'some parts', 'different'].map(levelNamed)

/** So many different names are kept read: a table of more is read again, and takes no more memory. */
const MOST_READ = 200_000
type Read = NameRead & { readonly isPlain: boolean }

export function nameLevels(rules: NameRules): (a: string, b: string) => number {
  const like = remembering(alikeBy(rules))
  const reader = nameReader(rules)
  let read = new Map<string, Read>()
  const readOf = (name: string): Read => {
    const known = read.get(name)
    if (known) return known
    if (read.size >= MOST_READ) read = new Map()
    const one = reader(name)
    const found = { ...one, isPlain: isPlain(one.tokens) }
    read.set(name, found)
    return found
  }
  return (a, b) => {
    const [left, right] = [readOf(a), readOf(b)]
    if (isHopeless(left, right, like)) return NONE ?? 0
    const score = scoreRead(left, right, rules, (one, other) => like(one as Word, other as Word))?.score ?? 0
    return (score >= VERY_CLOSE ? VERY : score >= SAME ? CLOSE : score >= SOME_PARTS ? SOME : NONE) ?? 0
  }
}

/** A given name and a surname, and nothing that may be left out. */
const isPlain = (words: readonly Word[]): boolean =>
  words.length === 2 && words.every((one) => !one.isInitial && !one.isLight && one.part.kind !== 'patronymic')

/**
 * Most pairs of a block are strangers, and need no reasons: where no two words are alike nothing is, and of two plain names each
 * word must have its own. Words written as one on both sides are the same name all the same.
 */
function isHopeless(a: Read, b: Read, like: Remembered): boolean {
  const [a0, a1] = a.tokens
  const [b0, b1] = b.tokens
  if (!a.isPlain || !b.isPlain || !a0 || !a1 || !b0 || !b1) return false
  const inOrder = like(a0, b0) > 0 && like(a1, b1) > 0
  const turned = !inOrder && like(a0, b1) > 0 && like(a1, b0) > 0
  return !inOrder && !turned && a0.folded + a1.folded !== b0.folded + b1.folded
}

type Remembered = (a: Word, b: Word) => number
/** Pairs of words that are remembered; beyond, the memory begins anew. */
const MOST_PAIRS = 500_000

/** The words of a million names are some thousands, and their pairs are asked for again and again. */
function remembering(like: Alike): Remembered {
  let known: Map<number, number>[] = []
  let size = 0
  return (a, b) => {
    const before = known[a.id]?.get(b.id)
    if (before !== undefined) return before
    if (size >= MOST_PAIRS) {
      known = []
      size = 0
    }
    const found = like(a, b)
    const row = known[a.id] ?? new Map<number, number>()
    known[a.id] = row.set(b.id, found)
    size += 1
    return found
  }
}
