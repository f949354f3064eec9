/** Pairs with their weights → groups of records that are one person, and the joins that were refused because the rest spoke against them. */

/** Columns of equal length; `weight`: log2 of the odds. */
export type WeighedPairs = {
  readonly left: readonly number[] | Int32Array
  readonly right: readonly number[] | Int32Array
  readonly weight: readonly number[] | Float32Array
}
/** `label[r]`: the first record of the group of r. */
export type Groups = { readonly label: Int32Array; readonly refused: number }

/** No single pair says more than this for or against two groups, or one lucky pair would outvote a whole group. */
const MOST_SAID = 8
const PRIOR_LEFT_OUT = 0.5

/** Connected components over pairs of `least` or more: union by the smaller record, with halved paths (Tarjan 1975). */
export function components(records: number, pairs: WeighedPairs, least: number): Int32Array {
  const parent = Int32Array.from({ length: records }, (_, index) => index)
  for (let at = 0; at < pairs.left.length; at += 1) {
    if ((pairs.weight[at] ?? 0) < least) continue
    const [a, b] = [rootOf(parent, pairs.left[at] ?? 0), rootOf(parent, pairs.right[at] ?? 0)]
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
  }
  for (let record = 0; record < records; record += 1) parent[record] = rootOf(parent, record)
  return parent
}

function rootOf(parent: Int32Array, record: number): number {
  let at = record
  while (parent[at] !== at) {
    const next = parent[at] ?? at
    parent[at] = parent[next] ?? next
    at = parent[at] ?? at
  }
  return at
}

/**
 * Against chains (A like B, B like C, C nothing like A): within a component groups grow by the strongest join first, and two
 * groups are joined only where all pairs between them together speak for it: the sum of what they say, each bounded to ±8,
 * is positive. Greedy additive edge contraction (Keuper et al. 2015). A pair that was never compared says nothing.
 */
export function guardedGroups(
  records: number,
  component: Int32Array,
  pairs: WeighedPairs,
  least: number,
  prior: number,
): Groups {
  const label = component.slice()
  const inside = new Map<number, number[]>()
  for (let at = 0; at < pairs.left.length; at += 1) {
    const own = component[pairs.left[at] ?? 0] ?? 0
    if (own !== component[pairs.right[at] ?? 0]) continue
    const list = inside.get(own)
    if (list) list.push(at)
    else inside.set(own, [at])
  }
  let refused = 0
  for (const list of inside.values()) {
    // Nothing speaks against a group in which every pair that was compared is believed.
    if (list.every((at) => (pairs.weight[at] ?? 0) >= least)) continue
    refused += contract(list, pairs, least, prior, label)
  }
  if (label.length !== records) throw new Error('a label for each record')
  return { label, refused }
}

/**
 * A believed pair speaks for a join by its weight. Any other speaks against it by what its values say, with half of the prior:
 * two records that share hardly a filled cell know little of each other, and that is a small objection. With all of it, people
 * with many empty cells are torn apart; with none of it, large groups grow by strangers.
 */
const saidBy = (weight: number, least: number, prior: number): number =>
  weight >= least
    ? Math.min(MOST_SAID, weight)
    : Math.max(-MOST_SAID, Math.min(0, weight - PRIOR_LEFT_OUT * prior))

function contract(
  list: readonly number[],
  pairs: WeighedPairs,
  least: number,
  prior: number,
  label: Int32Array,
): number {
  const between = new Map<number, Map<number, number>>()
  const add = (a: number, b: number, said: number): void => {
    const own = between.get(a) ?? new Map<number, number>()
    own.set(b, (own.get(b) ?? 0) + said)
    between.set(a, own)
  }
  const group = new Map<number, number>()
  const members = new Map<number, number[]>()
  for (const at of list) {
    const [a, b] = [pairs.left[at] ?? 0, pairs.right[at] ?? 0]
    const said = saidBy(pairs.weight[at] ?? 0, least, prior)
    add(a, b, said)
    add(b, a, said)
    for (const one of [a, b]) {
      group.set(one, one)
      members.set(one, [one])
    }
  }
  const strongestFirst = list
    .filter((at) => (pairs.weight[at] ?? 0) >= least)
    .sort((x, y) => (pairs.weight[y] ?? 0) - (pairs.weight[x] ?? 0) || x - y)
  let refused = 0
  for (const at of strongestFirst) {
    const [a, b] = [group.get(pairs.left[at] ?? 0) ?? 0, group.get(pairs.right[at] ?? 0) ?? 0]
    if (a === b) continue
    if ((between.get(a)?.get(b) ?? 0) <= 0) {
      refused += 1
      continue
    }
    const [kept, gone] = a < b ? [a, b] : [b, a]
    for (const one of members.get(gone) ?? []) group.set(one, kept)
    members.get(kept)?.push(...(members.get(gone) ?? []))
    for (const [other, said] of between.get(gone) ?? []) {
      between.get(other)?.delete(gone)
      if (other === kept) continue
      add(kept, other, said)
      add(other, kept, said)
    }
    between.get(kept)?.delete(gone)
    between.delete(gone)
  }
  for (const [record, own] of group) label[record] = Math.min(...(members.get(own) ?? [own]))
  return refused
}
