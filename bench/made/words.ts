/** A seed → invented names of two to four syllables, drawn as names are: few are common, most are rare. */
import { numbers } from '../../src/core/seeded.ts'

export type Made = {
  readonly columns: readonly string[]
  /** The id first; the answer is not among the cells. */
  readonly rows: readonly (readonly string[])[]
  readonly answers: ReadonlyMap<string, string>
}
export type Draw = {
  readonly chance: (share: number) => boolean
  readonly below: (n: number) => number
  readonly one: <T>(list: readonly T[]) => T
}

export function drawing(seed: number): Draw {
  const next = numbers(seed)
  const below = (n: number): number => Math.floor(next() * n)
  return {
    chance: (share) => next() < share,
    below,
    one: (list) => {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('nothing to draw from')
      return found
    },
  }
}

const BEGINNINGS = 'b br d f fr g gr h j k kl kr l m n p r s sch st t th v w z'.split(' ')
const VOWELS = 'a e i o u au ei ie'.split(' ')
const ENDS = ['', '', 'n', 'r', 's', 'l', 'ck', 'rt', 'm', 'lt', 'nd']

/** So many different words; some have a neighbour one letter away, as Meier and Meyer are neighbours. */
export function wordList(
  draw: Draw,
  n: number,
  endings: readonly string[],
  neighbours = 0,
): readonly string[] {
  const words = new Set<string>()
  while (words.size < n) {
    const syllable = (): string => `${draw.one(BEGINNINGS)}${draw.one(VOWELS)}${draw.one(ENDS)}`
    const word = `${syllable()}${draw.chance(0.45) ? syllable() : ''}${draw.one(endings)}`
    words.add(word)
    if (draw.chance(neighbours)) words.add(slip(word, draw))
  }
  return [...words].slice(0, n)
}

/** Draws by rank: the share of the k-th falls as 1 / (k + `flat`). */
export function byRank<T>(draw: Draw, list: readonly T[], flat: number): () => T {
  const sums: number[] = []
  let sum = 0
  for (let k = 0; k < list.length; k += 1) {
    sum += 1 / (k + flat)
    sums.push(sum)
  }
  return () => {
    const at = (draw.below(1_000_000) / 1_000_000) * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    const found = list[low]
    if (found === undefined) throw new Error('nothing to draw from')
    return found
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
/** A letter more, less, other, or two changed round. */
export function slip(word: string, draw: Draw): string {
  const at = draw.below(Math.max(1, word.length))
  const letter = LETTERS[draw.below(26)] ?? 'x'
  switch (draw.below(4)) {
    case 0:
      return `${word.slice(0, at + 1)}${letter}${word.slice(at + 1)}`
    case 1:
      return word.length > 2 ? word.slice(0, at) + word.slice(at + 1) : word
    case 2:
      return `${word.slice(0, at)}${letter}${word.slice(at + 1)}`
    default:
      return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`
  }
}

export const pad = (n: number, length = 2): string => String(n).padStart(length, '0')
