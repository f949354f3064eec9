/** Keys with their chance agreement → the blocking rules that find most pairs of one person for the pairs they cost. */
import type { BlockingRule, Comparison, Key, Part } from '../core/linkage/model.ts'
import { type Bits, drawAgreements, inAll, include, newIn, none } from './draw-agreements.ts'

export type KeyChance = { readonly key: Key; readonly chance: number; readonly filled: number }

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
 * Greedy cover (Chvátal 1979): some thousand invented pairs of one person agree or not on each key; the rule
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
      found: inAll(keys.map((one) => seen.get(one))),
    }))
    .filter((one) => one.pairs <= most)
  const isFound = none()
  const chosen: BlockingRule[] = []
  let spent = 0
  while (chosen.length < limit) {
    let best: { rule: BlockingRule; pairs: number; found: Bits; worth: number } | null = null
    for (const one of rules) {
      if (spent + one.pairs > most) continue
      const gain = newIn(one.found, isFound)
      if (gain < LEAST_GAIN) continue
      const worth = gain / (one.pairs + most / (2 * limit))
      if (!best || worth > best.worth) best = { ...one, worth }
    }
    if (!best) break
    chosen.push(best.rule)
    spent += best.pairs
    include(best.found, isFound)
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
