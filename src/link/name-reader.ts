/** Names, thousands of them, in → the same names read, each word of them once. */
import { type PersonName, readPerson, type Token } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'

/** A word has one number however it is written and in whatever name it stands, so that pairs of words are found again by it. */
export type Word = Token & { readonly id: number }
export type NameRead = PersonName & { readonly tokens: readonly Word[] }

/** So many pieces are remembered: a list of more is read again, and takes no more memory. */
const MOST_PIECES = 200_000

/** No rule of reading looks across a space, and the words of a million names are some thousands. */
export function nameReader(rules: NameRules): (name: string) => NameRead {
  let ids = new Map<string, number>()
  let pieces = new Map<string, readonly Word[]>()
  let next = 0
  const numbered = (token: Token): Word => {
    const key = token.isInitial ? `${token.begins.join(' ')}.` : token.folded
    const known = ids.get(key)
    if (known === undefined) {
      next += 1
      ids.set(key, next)
    }
    return { ...token, id: known ?? next }
  }
  const wordsOf = (piece: string): readonly Word[] => {
    const known = pieces.get(piece)
    if (known) return known
    if (pieces.size >= MOST_PIECES) [ids, pieces] = [new Map(), new Map()]
    const found = readPerson(piece, rules).tokens.map(numbered)
    pieces.set(piece, found)
    return found
  }
  return (name) => ({ written: name, tokens: name.split(/\s+/u).flatMap(wordsOf) })
}
