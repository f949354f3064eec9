/** Words that came back without a mark in, which sent pieces they are out: some programs drop every mark, and people paste into new files. */
import type { SentPiece } from './sent.ts'

export type Found = {
  /** Index of the piece that was sent; null: nobody sent these words. */
  readonly sent: number | null
  readonly words: string
  readonly isByWords: boolean
}

/** The share of words in common from which one sentence is a version of the other. */
const ALIKE = 0.5
/** A file without marks whose sentences are all new is compared no further than this. */
const MOST_COMPARED = 200_000

/** From so many words on, a piece is known when it stands inside a longer text. */
const FEWEST = 4

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function likeness(left: readonly string[], right: readonly string[]): number {
  const rest = new Map<string, number>()
  for (const word of left) rest.set(word, (rest.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const n = rest.get(word) ?? 0
    if (n > 0) common += 1
    rest.set(word, n - 1)
  }
  return common / Math.max(left.length, right.length, 1)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
const sentencesOf = (text: string): readonly string[] =>
  [...segmenter.segment(text)].map((one) => one.segment.trim()).filter((one) => one !== '')

/**
 * One of these for one file, asked for each stretch in turn: a piece is found once. First whole pieces, word for word and in
 * their order; then, sentence by sentence, the one most like it.
 */
export function foundByWords(
  pieces: readonly SentPiece[],
  missing: readonly number[],
): (words: string) => readonly Found[] {
  const left = new Set(missing)
  const own = new Map(missing.map((at) => [at, wordsOf(pieces[at]?.words ?? '')]))
  let compared = 0
  /** The piece found last: of several that say the same, the next one is meant. */
  let reached = -1

  /** What would come next, if these words begin with it; in a file that nobody changed that is all there is to do. */
  const next = (words: string): number | null => {
    for (const at of left)
      if (at > reached) return standsWhole(words, pieces[at]?.words ?? '', 1) === 0 ? at : null
    return null
  }
  /** A missing piece that stands in these words whole: the longest, and of equal ones the next. */
  const whole = (words: string): { readonly at: number; readonly start: number } | null => {
    let best: { readonly at: number; readonly start: number } | null = null
    for (const at of left) {
      const sought = pieces[at]?.words ?? ''
      const start = standsWhole(words, sought)
      if (start === -1) continue
      const longest = best === null ? -1 : (pieces[best.at]?.words.length ?? 0)
      const isNext = best !== null && best.at <= reached && at > reached
      if (sought.length > longest || (sought.length === longest && isNext)) best = { at, start }
    }
    return best
  }
  const most = (words: string): number | null => {
    const asked = wordsOf(words)
    let best: { readonly at: number; readonly like: number } | null = null
    for (const at of left) {
      compared += 1
      if (compared > MOST_COMPARED) return null
      const like = likeness(own.get(at) ?? [], asked)
      if (like >= ALIKE && (best === null || like > best.like)) best = { at, like }
    }
    return best?.at ?? null
  }
  const rest = (text: string): readonly Found[] =>
    sentencesOf(text).map((words) => {
      const at = most(words)
      if (at === null) return { sent: null, words, isByWords: false }
      left.delete(at)
      return { sent: at, words, isByWords: true }
    })
  const find = (words: string): readonly Found[] => {
    const text = words.trim()
    if (text === '') return []
    const at = next(text)
    const one = at === null ? whole(text) : { at, start: 0 }
    if (one === null) return left.size === 0 ? [{ sent: null, words: text, isByWords: false }] : rest(text)
    left.delete(one.at)
    const end = one.start + (pieces[one.at]?.words.length ?? 0)
    const before = find(text.slice(0, one.start))
    reached = one.at
    return [
      ...before,
      { sent: one.at, words: pieces[one.at]?.words ?? '', isByWords: true },
      ...find(text.slice(end)),
    ]
  }
  return (words) => joined(find(words))
}

/** As words of their own: not "held" in "withheld". */
function standsWhole(words: string, sought: string, fewest = FEWEST): number {
  if (words === sought) return 0
  // "14" of a cell stands in many sentences that are not it.
  if (wordsOf(sought).length < fewest) return -1
  for (let at = words.indexOf(sought); at !== -1; at = words.indexOf(sought, at + 1)) {
    const edges = `${words[at - 1] ?? ' '}${words[at + sought.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(edges)) return at
  }
  return -1
}

/** New sentences beside each other are one stretch. */
function joined(found: readonly Found[]): readonly Found[] {
  const all: Found[] = []
  for (const one of found) {
    const last = all.at(-1)
    if (last && last.sent === null && one.sent === null)
      all[all.length - 1] = { ...last, words: `${last.words} ${one.words}` }
    else all.push(one)
  }
  return all
}
