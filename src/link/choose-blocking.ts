/** Keys with their chance agreement → the blocking rules that find most pairs of one person for the pairs they cost. */
import type { BlockingRule, Comparison, Key, Part } from '../core/linkage/model.ts'

export type KeyChance = { readonly key: Key; readonly chance: number; readonly filled: number }

/**
 * Of pairs of one person with both values there, the share that agrees on the whole value: some pairs are written well in all
 * they have, some badly, and blocking is for those. Where the whole differs, a part agrees in PART of them.
 */
const WHOLE = [0.85, 0.6, 0.35] as const
const PART = 0.45
const DRAWS = 4000
const LEAST_GAIN = 3
const MOST_KEYS = 3
/** A key that hardly any record has finds nobody. */
const LEAST_FILLED = 0.02

const PARTS_OF: Readonly<Record<Comparison['kind'], readonly Part[]>> = {
  given: ['all', 'start', 'initial'],
  surname: ['all', 'start', 'end'],
  name: ['all', 'start', 'end'],
  date: ['all', 'start', 'year', 'month-day'],
  year: ['all'],
  code: ['all', 'start', 'end'],
  place: ['all', 'start'],
  text: ['all', 'start', 'end'],
  sex: ['all'],
  phone: ['all', 'end'],
  mail: ['all', 'start'],
}

export const keysOf = (comparisons: readonly Comparison[]): readonly Key[] =>
  comparisons.flatMap(({ name, kind }) => PARTS_OF[kind].map((part) => ({ comparison: name, part })))

/**
 * Greedy cover (Chvátal 1979): DRAWS invented pairs of one person agree or not on each comparison by the shares above; the rule
 * that finds most of those not yet found, for each pair of records it costs, is taken until `most` pairs are spent.
 */
export function chooseBlocking(
  chances: readonly KeyChance[],
  all: number,
  most: number,
  limit: number,
): readonly BlockingRule[] {
  const usable = chances.filter((one) => one.filled >= LEAST_FILLED)
  const seen = drawAgreements(usable)
  const rules = candidatesOf(usable)
    .map((keys) => ({
      rule: keys.map((one) => one.key),
      pairs: all * keys.reduce((share, one) => share * one.chance, 1),
      found: keys.map((one) => seen.get(one) ?? new Uint8Array(DRAWS)),
    }))
    .filter((one) => one.pairs <= most)
  const isFound = new Uint8Array(DRAWS)
  const chosen: BlockingRule[] = []
  let spent = 0
  while (chosen.length < limit) {
    let best: { rule: BlockingRule; pairs: number; found: readonly Uint8Array[]; worth: number } | null = null
    for (const one of rules) {
      if (spent + one.pairs > most) continue
      let gain = 0
      for (let draw = 0; draw < DRAWS; draw += 1)
        if (isFound[draw] === 0 && one.found.every((agrees) => agrees[draw] === 1)) gain += 1
      if (gain < LEAST_GAIN) continue
      const worth = gain / (one.pairs + most / (2 * limit))
      if (!best || worth > best.worth) best = { ...one, worth }
    }
    if (!best) break
    chosen.push(best.rule)
    spent += best.pairs
    for (let draw = 0; draw < DRAWS; draw += 1)
      if (best.found.every((agrees) => agrees[draw] === 1)) isFound[draw] = 1
  }
  return chosen
}

/** One key of a comparison at most in a rule. */
function candidatesOf(chances: readonly KeyChance[]): readonly (readonly KeyChance[])[] {
  const found: (readonly KeyChance[])[] = []
  const extend = (rule: readonly KeyChance[], from: number): void => {
    if (rule.length > 0) found.push(rule)
    if (rule.length === MOST_KEYS) return
    for (let at = from; at < chances.length; at += 1) {
      const next = chances[at]
      if (!next || rule.some((one) => one.key.comparison === next.key.comparison)) continue
      if (rule.length === MOST_KEYS - 1 && chances.length > 24 && next.key.part !== 'all') continue
      extend([...rule, next], at + 1)
    }
  }
  extend([], 0)
  return found
}

/** The parts of one value agree together where the value agrees, each by itself where it does not. */
function drawAgreements(chances: readonly KeyChance[]): ReadonlyMap<KeyChance, Uint8Array> {
  const draw = numbers(7)
  const names = [...new Set(chances.map((one) => one.key.comparison))]
  const seen = new Map(chances.map((one) => [one, new Uint8Array(DRAWS)]))
  for (let at = 0; at < DRAWS; at += 1) {
    const whole = WHOLE[at % WHOLE.length] ?? 0
    for (const name of names) {
      const own = chances.filter((one) => one.key.comparison === name)
      const filled = Math.max(...own.map((one) => one.filled))
      const isThere = draw() < filled && draw() < filled
      const isSame = draw() < whole
      for (const one of own) {
        const agrees = isSame || (one.key.part !== 'all' && draw() < PART)
        const agreement = seen.get(one)
        if (agreement && isThere && agrees) agreement[at] = 1
      }
    }
  }
  return seen
}

/** Mulberry32: the same numbers every time. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
