/** A person's spellings in; texts and JSON without their name out. Erasing is blunt: a namesake's surname alone may go with it. */
import type { Json } from './json.ts'
import { foldName, maybeSameToken } from './names/fold.ts'
import type { Span } from './span.ts'

/** Stands for an erased letter where offsets into a text must stay what they were. */
export const ERASED_LETTER = '░'
/** Stands for an erased name elsewhere. */
export const ERASED = '…'

const NAME_WORD = /\p{Lu}[\p{L}\p{M}]*(?:['’ʼ`-][\p{L}\p{M}]+)*/gu
const SHORTEST = 3

export type Forgetting = {
  /** True when the person's spellings explain every word of the name. */
  readonly isTheirs: (name: string) => boolean
  /** The text with every run of capitalised words that is theirs erased, letter by letter, so that offsets hold. */
  readonly inText: (text: string) => string
  /** A value with their name erased from every string in it. */
  readonly inJson: (value: Json) => Json
}

export function forgetting(spellings: readonly string[]): Forgetting {
  const own = [...new Set(spellings.flatMap(foldName))].filter((token) => token.length >= SHORTEST)
  const isOwn = (token: string): boolean => own.some((one) => maybeSameToken(one, token))
  const isTheirs = (name: string): boolean => {
    const tokens = foldName(name)
    const long = tokens.filter((token) => token.length >= SHORTEST)
    return long.length > 0 && long.every(isOwn)
  }
  const erase = (text: string, write: (run: string) => string): string => {
    let [out, at] = ['', 0]
    for (const run of runsOf(text).flatMap((one) => ownParts(text, one, isTheirs))) {
      out += text.slice(at, run.start) + write(text.slice(run.start, run.end))
      at = run.end
    }
    return out + text.slice(at)
  }
  const inText = (text: string): string => erase(text, (run) => run.replace(/\S/g, ERASED_LETTER))
  const inJson = (value: Json): Json => {
    if (typeof value === 'string') return erase(value, () => ERASED)
    if (Array.isArray(value)) return value.map(inJson)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inJson(one)]))
  }
  return { isTheirs, inText, inJson }
}

type Run = { readonly start: number; readonly end: number; readonly words: readonly Span[] }

/** Capitalised words with only blanks or the dots of initials between them. */
function runsOf(text: string): readonly Run[] {
  const runs: { start: number; end: number; words: Span[] }[] = []
  for (const match of text.matchAll(NAME_WORD)) {
    const word = { start: match.index, end: match.index + match[0].length }
    const last = runs.at(-1)
    if (
      last &&
      /^[.\s]{0,3}$/.test(text.slice(last.end, word.start)) &&
      !/[.]\s/.test(text.slice(last.end - 4, word.start).replace(/\b\p{Lu}\./gu, ''))
    ) {
      last.words.push(word)
      last.end = word.end
    } else runs.push({ ...word, words: [word] })
  }
  return runs
}

/** «Activist Asan Usenov»: the words that are theirs. One of them beside another name is somebody else’s, unless that word opens a sentence. */
function ownParts(text: string, run: Run, isTheirs: (name: string) => boolean): readonly Span[] {
  const parts: { start: number; end: number; words: number; before: number }[] = []
  let before = 0
  for (const [index, word] of run.words.entries()) {
    const isTheirWord = isTheirs(text.slice(word.start, word.end))
    const isInitial = word.end - word.start === 1 && text[word.end] === '.'
    if (!isTheirWord && !isInitial) {
      before = index + 1
      continue
    }
    const last = parts.at(-1)
    if (last && last.end === run.words[index - 1]?.end) {
      last.end = word.end
      last.words += isTheirWord ? 1 : 0
    } else parts.push({ ...word, words: isTheirWord ? 1 : 0, before })
  }
  const opens = /(?:^|[.!?:\n]\s*)$/.test(text.slice(0, run.start))
  const isAlone = (part: { before: number; end: number }): boolean =>
    part.before === 0 && part.end === run.end
  return parts.filter(
    (part) => part.words > 1 || (part.words === 1 && (isAlone(part) || (part.before === 1 && opens))),
  )
}
