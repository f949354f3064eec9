/** Two versions of a document → what changed from one to the other, block by block and within a block word by word. */
import type { Document } from '../core/document.ts'
import { commonOf } from './lcs.ts'

type Version = Pick<Document, 'text' | 'blocks'>
export type Part = { readonly kind: 'kept' | 'gone' | 'added'; readonly words: string }
export type Change =
  | { readonly kind: 'added' | 'gone'; readonly words: string }
  | { readonly kind: 'changed'; readonly parts: readonly Part[] }

/** The share of words that two blocks have in common from which one is a version of the other. */
const SAME = 0.5
/** Above this many pairs in one place nothing is compared by words: it is another text. */
const MOST_PAIRS = 10_000
const MOST_WORDS = 4_000

/** Line ends are how the file was made and no change of what it says. */
export const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()
const wordsOf = (block: string): readonly string[] => block.split(' ')

const blocksOf = ({ text, blocks }: Version): readonly string[] =>
  blocks.filter(({ kind }) => kind !== 'furniture').map(({ span }) => flat(text.slice(span.start, span.end)))

/** Of the words of the longer one, how many stand in both. */
function likeness(left: readonly string[], right: readonly string[]): number {
  const own = new Map<string, number>()
  for (const word of left) own.set(word, (own.get(word) ?? 0) + 1)
  let common = 0
  for (const word of right) {
    const n = own.get(word) ?? 0
    if (n > 0) common += 1
    own.set(word, n - 1)
  }
  return common / Math.max(left.length, right.length)
}

function partsOf(left: readonly string[], right: readonly string[]): readonly Part[] {
  const parts: { kind: Part['kind']; words: string }[] = []
  const put = (kind: Part['kind'], word: string | undefined): void => {
    const last = parts.at(-1)
    if (word === undefined) return
    if (last?.kind === kind) last.words += ` ${word}`
    else parts.push({ kind, words: word })
  }
  let [from, to] = [0, 0]
  for (const [a, b] of [...commonOf(left, right), [left.length, right.length] as const]) {
    for (; from < a; from += 1) put('gone', left[from])
    for (; to < b; to += 1) put('added', right[to])
    put('kept', left[a])
    from = a + 1
    to = b + 1
  }
  return parts
}

/** Blocks that went and blocks that came in the same place: those alike are one that changed. */
function between(gone: readonly string[], came: readonly string[]): readonly Change[] {
  const rest = [...came]
  const isRead = gone.length * came.length <= MOST_PAIRS
  const changes: Change[] = []
  for (const block of gone) {
    const left = wordsOf(block)
    const at = isRead
      ? rest.findIndex((one) => {
          const right = wordsOf(one)
          return left.length + right.length <= MOST_WORDS && likeness(left, right) >= SAME
        })
      : -1
    if (at === -1) {
      changes.push({ kind: 'gone', words: block })
      continue
    }
    // What came before its match stands before it.
    for (const words of rest.splice(0, at)) changes.push({ kind: 'added', words })
    changes.push({ kind: 'changed', parts: partsOf(left, wordsOf(rest.shift() ?? '')) })
  }
  return [...changes, ...rest.map((words): Change => ({ kind: 'added', words }))]
}

export function changesBetween(before: Version, after: Version): readonly Change[] {
  const [left, right] = [blocksOf(before), blocksOf(after)]
  const changes: Change[] = []
  let [from, to] = [0, 0]
  for (const [a, b] of [...commonOf(left, right), [left.length, right.length] as const]) {
    for (const change of between(left.slice(from, a), right.slice(to, b))) changes.push(change)
    from = a + 1
    to = b + 1
  }
  return changes
}

/** True when the words still stand in the other version, whatever its line ends. */
export function standsIn(after: Version): (words: string) => boolean {
  const text = flat(after.text)
  return (words) => text.includes(flat(words))
}
