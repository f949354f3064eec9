/** A word as inflected → the base forms it may come from, by the table of endings of its language. */
import type { Inflection } from './reading.ts'

/** The word itself first; then every form that taking off an ending, as often as the language stacks them, may give. */
export function basesOf(word: string, { depth, endings }: Inflection): string[] {
  const found = [word]
  let layer = [word]
  for (let round = 0; round < depth; round += 1) {
    layer = layer.flatMap((one) => shorter(one, endings)).filter((one) => !found.includes(one))
    found.push(...layer)
  }
  return found
}

const LONGEST = 6

function shorter(word: string, endings: Inflection['endings']): string[] {
  const out: string[] = []
  for (let length = 0; length <= Math.min(LONGEST, word.length - 2); length += 1) {
    const stem = word.slice(0, word.length - length)
    for (const base of endings.get(word.slice(word.length - length)) ?? []) out.push(stem + base)
  }
  return out
}

const cache = new WeakMap<object, Map<string, string | null>>()

/** The base form of a word that a closed list knows; of a hyphenated word also by its last part. Null when it knows none. */
export function baseIn(
  word: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  inflection: Inflection,
): string | null {
  const key = word.toLowerCase()
  const made = cache.get(known) ?? new Map<string, string | null>()
  cache.set(known, made)
  const before = made.get(key)
  if (before !== undefined) return before
  const tail = key.split('-').at(-1) ?? key
  const found =
    basesOf(key, inflection).find((one) => known.has(one)) ??
    (tail === key ? undefined : basesOf(tail, inflection).find((one) => known.has(one))) ??
    null
  made.set(key, found)
  return found
}
