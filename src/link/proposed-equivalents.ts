/** Names that people judged to be one person in; pairs of roots of surnames that may be one, the most often met first, out. */
import { aligned } from '../core/names/align.ts'
import { likeness } from '../core/names/edit.ts'
import { type Equivalent, familyOf } from '../core/names/families.ts'
import { readPerson, scoreRead, type Token } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'

export type ProposedEquivalent = Equivalent & {
  /** The surnames as they were written. */
  readonly written: readonly [string, string]
  readonly times: number
}

/** Words at least so alike are one; surnames less alike than the second, and not even beginning alike, are two. */
const [ALIKE, UNLIKE] = [0.9, 0.3]
const SHORTEST = 3

/**
 * A surname of each that nothing of the other answers, where another whole word of the two names agrees. A wife's surname and her
 * own are such a pair as well: that is why a person decides, and why only roots of surnames are kept, and never a whole name.
 */
export function proposedEquivalents(
  same: readonly (readonly [string, string])[],
  rules: NameRules,
): readonly ProposedEquivalent[] {
  const found = new Map<string, ProposedEquivalent>()
  for (const [a, b] of same) {
    const pair = surnamesApart(a, b, rules)
    if (!pair) continue
    const [one, other] = pair[0].root < pair[1].root ? pair : [pair[1], pair[0]]
    const key = `${one.root} ${other.root}`
    const times = (found.get(key)?.times ?? 0) + 1
    found.set(key, { left: one.root, right: other.root, written: [one.written, other.written], times })
  }
  return [...found.values()].sort((a, b) => b.times - a.times || (a.left < b.left ? -1 : 1))
}

type Surname = { readonly root: string; readonly written: string }

function surnamesApart(a: string, b: string, rules: NameRules): readonly [Surname, Surname] | null {
  const read = [readPerson(a, rules), readPerson(b, rules)] as const
  // What is found to be one without anybody's help needs none.
  if (scoreRead(...read, rules)?.same) return null
  const [left, right] = read.map(({ tokens }) =>
    tokens.filter((one) => !one.isInitial && !one.isLight && one.part.kind !== 'patronymic'),
  )
  if (!left || !right) return null
  const agree = aligned(left.length, right.length, (i, j) => {
    const like = likeness(left[i]?.folded ?? '', right[j]?.folded ?? '', rules.costs)
    return like >= ALIKE ? like : 0
  })
  if (agree.length === 0) return null
  const rest = [
    left.filter((_, i) => !agree.some((one) => one.left === i)),
    right.filter((_, j) => !agree.some((one) => one.right === j)),
  ].map((side) => side.flatMap(surnameOf))
  const [one, other] = rest.map((side) => (side.length === 1 ? side[0] : undefined))
  if (!one || !other || one.root === other.root) return null
  const family = familyOf(one.root, rules)
  if (family !== null && family === familyOf(other.root, rules)) return null
  return likeness(one.root, other.root, rules.costs) < UNLIKE && one.root[0] !== other.root[0]
    ? null
    : [one, other]
}

const surnameOf = ({ part, written }: Token): readonly Surname[] =>
  part.kind === 'surname' && part.root.length >= SHORTEST ? [{ root: part.root, written }] : []
