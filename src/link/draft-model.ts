/** Comparisons, how often their values agree by chance and what each key costs → a whole model, without a line of training data. */
import { type BlockingRule, type Comparison, DEFAULTS, type LinkModel } from '../core/linkage/model.ts'
import { chooseBlocking, type KeyChance } from './choose-blocking.ts'

export type ChanceAgreement = { readonly exact: number; readonly filled: number }

/** Pairs of records that may be looked at: so many whatever the table, and so many more a record. */
const [PAIRS_ANYWAY, PAIRS_A_RECORD] = [2_000_000, 4]
/** On a long table each rule costs time of its own. */
const [MOST_RULES, MOST_RULES_OF_MANY, MANY] = [14, 9, 60_000]
/** A deterministic rule may give this many pairs a record by chance. */
const BY_CHANCE = 0.01
/** In a table of a few records a fifth of a pair is seldom enough. */
const FEW_BY_CHANCE = 0.2
const MOST_SURE = 24

export const pairBudget = (rows: number): number => PAIRS_ANYWAY + PAIRS_A_RECORD * rows

export function draftModel(
  comparisons: readonly Comparison[],
  agreement: readonly ChanceAgreement[],
  chances: readonly KeyChance[],
  rows: number,
): LinkModel {
  const allPairs = (rows * (rows - 1)) / 2
  const blocking = chooseBlocking(
    chances,
    allPairs,
    Math.min(pairBudget(rows), allPairs),
    rows > MANY ? MOST_RULES_OF_MANY : MOST_RULES,
  )
  return {
    comparisons,
    blocking,
    deterministic: sureLists(comparisons, agreement, blocking, allPairs, rows),
    prior: null,
    ...DEFAULTS,
  }
}

/** Two comparisons, or three where two are not enough, that agree together too seldom by chance; and that blocking cannot miss. */
function sureLists(
  comparisons: readonly Comparison[],
  agreement: readonly ChanceAgreement[],
  blocking: readonly BlockingRule[],
  allPairs: number,
  rows: number,
): readonly (readonly string[])[] {
  const open = comparisons.flatMap(({ unless, kind }, i) => (unless === null && kind !== 'sex' ? [i] : []))
  const byChance = (list: readonly number[]): number =>
    list.reduce((n, i) => n * (agreement[i]?.exact ?? 1) * (agreement[i]?.filled ?? 0) ** 2, allPairs)
  const isRare = (list: readonly number[]): boolean =>
    byChance(list) <= Math.max(rows * BY_CHANCE, FEW_BY_CHANCE)
  const name = (i: number): string => comparisons[i]?.name ?? ''
  const isBlocked = (list: readonly number[]): boolean =>
    blocking.some((rule) => rule.every((key) => list.some((i) => name(i) === key.comparison)))
  const found: (readonly number[])[] = []
  for (const size of [2, 3])
    for (const list of listsOf(open, size)) {
      if (found.some((shorter) => shorter.every((i) => list.includes(i)))) continue
      if (isRare(list) && isBlocked(list)) found.push(list)
    }
  return found
    .sort((a, b) => filledOf(b, agreement) - filledOf(a, agreement))
    .slice(0, MOST_SURE)
    .map((list) => list.map(name))
}

const filledOf = (list: readonly number[], agreement: readonly ChanceAgreement[]): number =>
  list.reduce((share, i) => share * (agreement[i]?.filled ?? 0), 1)

function listsOf(of: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]]
  return of.flatMap((first, index) => listsOf(of.slice(index + 1), size - 1).map((rest) => [first, ...rest]))
}
