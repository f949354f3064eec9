/** Names that must not be read in, a test out: which words of a text that somebody wrote may be one of them, in any script or case. */
import { foldName, maybeSameToken } from '../names/fold.ts'
import { maybeSameSound, soundOf } from './sound.ts'

/** A token of a name of somebody; `isTelling`: a surname, or all there is of the name, which gives them away by itself. */
type Token = { readonly token: string; readonly of: number; readonly isTelling: boolean }

export type NamesInWords = {
  /** The words that may name somebody. `shown`: names that may be read here. */
  readonly heldIn: (text: string, shown: readonly string[]) => readonly string[]
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ`-][\p{L}\p{M}]+)*/gu
/** Characters that part a word for a program and not for a reader. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const SHORTEST = 3

/**
 * `names`: every spelling, of one person in one list. `isCommon`: words of places, bodies and roles, which name nobody.
 * A given name beside the surname of another is another person; a surname, or both names of one, is not. What begins with
 * another sound is not compared, so that a house of many thousand people answers at once.
 */
export function namesInWords(
  names: readonly (readonly string[])[],
  isCommon: (token: string) => boolean,
): NamesInWords {
  const bySound = new Map<string, Token[]>()
  for (const [of, spellings] of names.entries())
    for (const one of spellings.flatMap(tokensIn)) {
      if (isCommon(one.token)) continue
      const key = soundOf(one.token)[0] ?? ''
      bySound.set(key, [...(bySound.get(key) ?? []), { ...one, of }])
    }
  const known = new Map<string, readonly Token[]>()
  const matching = (token: string): readonly Token[] => {
    const found =
      known.get(token) ??
      (bySound.get(soundOf(token)[0] ?? '') ?? []).filter(
        (one) => maybeSameToken(one.token, token) || maybeSameSound(one.token, token),
      )
    known.set(token, found)
    return found
  }
  const heldIn: NamesInWords['heldIn'] = (given, shown) => {
    const text = given.replace(UNSEEN, '')
    const free = shown.flatMap(foldName)
    const isFree = (token: string): boolean =>
      free.some((one) => maybeSameToken(one, token) || maybeSameSound(one, token))
    const found = runsOf(text).flatMap((run) => {
      const words = run.map((word) => {
        const own = foldName(word).filter((token) => token.length >= SHORTEST)
        const met = own.flatMap(matching)
        return { word, met, tokens: own.filter((token) => !isFree(token)).flatMap(matching) }
      })
      return words.flatMap(({ word, tokens }, at) => {
        const isOf = (one: Token): boolean =>
          // A brother has the surname that may be read: beside it his given name is his.
          words.some((other, place) => place !== at && other.met.some((each) => each.of === one.of))
        return tokens.some((one) => one.isTelling || run.length === 1 || isOf(one)) ? [word] : []
      })
    })
    return [...new Set(found)]
  }
  return { heldIn }
}

function tokensIn(name: string): readonly Omit<Token, 'of'>[] {
  const tokens = foldName(name).filter((one) => one.length >= SHORTEST)
  return tokens.map((token, at) => ({ token, isTelling: at === tokens.length - 1 }))
}

/** Words that stand side by side with capitals, and every other word by itself. */
function runsOf(text: string): readonly (readonly string[])[] {
  const runs: { words: string[]; end: number; isName: boolean }[] = []
  for (const match of text.matchAll(WORD)) {
    const [word] = match
    const isName = /^\p{Lu}/u.test(word)
    const last = runs.at(-1)
    const isBeside = last && /^[.\s]{0,3}$/.test(text.slice(last.end, match.index))
    if (last?.isName && isName && isBeside) {
      last.words.push(word)
      last.end = match.index + word.length
    } else runs.push({ words: [word], end: match.index + word.length, isName })
  }
  return runs.map((one) => one.words)
}
