/** Names of bodies and media as records have them, and what was judged of them, in; which may be one, which are, and which followed which, out. */
import { contradictions, type Edge } from '../core/identity/groups.ts'
import { compareNames } from '../core/names/compare.ts'
import { foldName } from '../core/names/fold.ts'
import type { NameRules } from '../core/names/rules.ts'
import type { NameScore } from '../core/names/score.ts'

export type NamedBody = { readonly name: string; readonly records: readonly string[] }
/** A body that everybody knows, with the id of the one it followed. */
export type KnownBody = {
  readonly id: string
  readonly names: readonly string[]
  readonly follows: string | null
}
export type BodyRelation = {
  readonly relation: 'same' | 'follows'
  /** Of `follows`: the earlier one first. */
  readonly bodies: readonly [string, string]
  readonly verdict: 'same' | 'different' | 'none'
}
export type Body = { readonly names: readonly string[]; readonly records: readonly string[] }
export type Bodies = {
  readonly proposed: readonly {
    readonly left: NamedBody
    readonly right: NamedBody
    readonly found: NameScore
  }[]
  /** Bodies under several names. */
  readonly same: readonly Body[]
  /** From the first to the last that followed it. */
  readonly chains: readonly (readonly Body[])[]
  /** Judged to be two and yet one by way of others: the names from the one to the other. None of these is one until one word is taken back. */
  readonly torn: readonly (readonly string[])[]
}

const keyOf = (name: string): string => foldName(name).join(' ')
const pairOf = (a: string, b: string): string => [keyOf(a), keyOf(b)].sort().join('\n')

/** `relations`: what stands. A chain that comes back to where it began is cut there: nothing follows itself. */
export function bodiesOf(
  named: readonly NamedBody[],
  known: readonly KnownBody[],
  relations: readonly BodyRelation[],
  rules: NameRules,
): Bodies {
  const spelled = new Map<string, { name: string; records: Set<string> }>()
  for (const { name, records } of named) {
    const one = spelled.get(keyOf(name)) ?? { name, records: new Set<string>() }
    for (const id of records) one.records.add(id)
    spelled.set(keyOf(name), one)
  }
  const torn = tornBy(known, relations)
  const group = groupsOf(spelled, known, relations, new Set(torn.flat().map(keyOf)))
  const bodies = new Map<string, { names: string[]; records: Set<string> }>()
  const bodyAt = (root: string): { names: string[]; records: Set<string> } => {
    const one = bodies.get(root) ?? { names: [], records: new Set<string>() }
    bodies.set(root, one)
    return one
  }
  for (const { name, records } of spelled.values()) {
    const body = bodyAt(group(keyOf(name)))
    body.names.push(name)
    for (const id of records) body.records.add(id)
  }
  const followed = new Map<string, string>()
  const follow = (earlier: string, later: string): void => {
    const [a, b] = [group(keyOf(earlier)), group(keyOf(later))]
    if (a === b) return
    for (const [root, name] of [
      [a, earlier],
      [b, later],
    ] as const)
      if (bodyAt(root).names.length === 0) bodyAt(root).names.push(name)
    followed.set(a, b)
  }
  for (const { names, follows } of known) {
    const before = known.find((one) => one.id === follows)
    const isHere = [...names, ...(before?.names ?? [])].some((name) => spelled.has(keyOf(name)))
    if (before?.names[0] !== undefined && names[0] !== undefined && isHere) follow(before.names[0], names[0])
  }
  for (const {
    relation,
    bodies: [a, b],
    verdict,
  } of relations)
    if (relation === 'follows' && verdict === 'same') follow(a, b)
  const told = (root: string): Body => {
    const { names, records } = bodyAt(root)
    return { names: [...names], records: [...records].sort() }
  }
  return {
    proposed: proposedOf([...spelled.values()], group, relations, rules),
    same: [...bodies.keys()].map(told).filter((one) => one.names.length > 1),
    chains: chainsOf(followed).map((one) => one.map(told)),
    torn,
  }
}

/** By keys; what the pack calls one body is one without anybody's word. */
function tornBy(
  known: readonly KnownBody[],
  relations: readonly BodyRelation[],
): readonly (readonly string[])[] {
  const edge = (a: string, b: string): Edge<readonly [string, string]> => ({
    ...{ left: keyOf(a), right: keyOf(b), said: [a, b] },
  })
  const of = (verdict: BodyRelation['verdict']) =>
    relations.flatMap((one) =>
      one.relation === 'same' && one.verdict === verdict ? [edge(...one.bodies)] : [],
    )
  const ofPack = known.flatMap(({ names: [first, ...others] }) =>
    first === undefined ? [] : others.map((one) => edge(first, one)),
  )
  return contradictions([...of('same'), ...ofPack], of('different')).map(({ different, path }) => {
    const names = [different.said[0]]
    for (const { said } of path) {
      const [a, b] = said
      names.push(keyOf(names.at(-1) ?? '') === keyOf(a) ? b : a)
    }
    return names
  })
}

/** Union by what the pack calls one body and by what was judged the same, but through no contradiction. */
function groupsOf(
  spelled: ReadonlyMap<string, unknown>,
  known: readonly KnownBody[],
  relations: readonly BodyRelation[],
  isTorn: ReadonlySet<string>,
): (key: string) => string {
  const parent = new Map<string, string>([...spelled.keys()].map((key) => [key, key]))
  const rootOf = (key: string): string => {
    let at = key
    for (let next = parent.get(at); next !== undefined && next !== at; next = parent.get(at)) at = next
    return at
  }
  const join = (a: string, b: string): void => {
    const [x, y] = [rootOf(a), rootOf(b)]
    if (x !== y) parent.set(x, y)
  }
  for (const { names } of known) {
    const [first, ...others] = names.map(keyOf)
    for (const one of others) if (first !== undefined) join(one, first)
  }
  for (const {
    relation,
    bodies: [a, b],
    verdict,
  } of relations)
    if (relation === 'same' && verdict === 'same' && !isTorn.has(keyOf(a)) && !isTorn.has(keyOf(b)))
      join(keyOf(a), keyOf(b))
  return rootOf
}

function proposedOf(
  all: readonly { readonly name: string; readonly records: ReadonlySet<string> }[],
  group: (key: string) => string,
  relations: readonly BodyRelation[],
  rules: NameRules,
): Bodies['proposed'] {
  const judged = new Set(
    relations.flatMap(({ relation, bodies: [a, b], verdict }) =>
      relation === 'same' && verdict !== 'none' ? [pairOf(a, b)] : [],
    ),
  )
  const found = all.flatMap((left, at) =>
    all.slice(at + 1).flatMap((right) => {
      if (group(keyOf(left.name)) === group(keyOf(right.name)) || judged.has(pairOf(left.name, right.name)))
        return []
      const score = compareNames(left.name, right.name, 'Organization', rules)
      return score?.same
        ? [
            {
              left: { name: left.name, records: [...left.records].sort() },
              right: { name: right.name, records: [...right.records].sort() },
              found: score,
            },
          ]
        : []
    }),
  )
  return found.sort((a, b) => b.found.score - a.found.score || (a.left.name < b.left.name ? -1 : 1))
}

function chainsOf(followed: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const later = new Set(followed.values())
  return [...followed.keys()]
    .filter((one) => !later.has(one))
    .map((first) => {
      const chain = [first]
      for (
        let next = followed.get(first);
        next !== undefined && !chain.includes(next);
        next = followed.get(next)
      )
        chain.push(next)
      return chain
    })
}
