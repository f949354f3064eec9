/** Leaves in order in, one root hash and proofs out: the Merkle tree of RFC 9162 §2.1 (RFC 6962 has the same). */

export type Hash = Uint8Array
/** SHA-256 of the bytes given one after the other; handed in, since core has no cryptography of its own. */
export type Hasher = (...parts: readonly Uint8Array[]) => Hash

const [LEAF, NODE] = [new Uint8Array([0]), new Uint8Array([1])]

export const leafHash = (hasher: Hasher, entry: Uint8Array): Hash => hasher(LEAF, entry)
const nodeHash = (hasher: Hasher, left: Hash, right: Hash): Hash => hasher(NODE, left, right)

/** Largest power of two below n; n > 1. */
const split = (n: number): number => 2 ** Math.floor(Math.log2(n - 1))

/** A tree that only grows: the roots of its full subtrees, from left to right. One more leaf costs two hashes on average. */
export type Growing = { readonly size: number; readonly full: readonly Hash[] }
export const EMPTY: Growing = { size: 0, full: [] }

/** `leaf`: as `leafHash` makes it. */
export function grown(hasher: Hasher, { size, full }: Growing, leaf: Hash): Growing {
  const next = [...full]
  let last = leaf
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = next.pop()
    if (!left) throw new Error('a tree has fewer subtrees than its size tells')
    last = nodeHash(hasher, left, last)
  }
  return { size: size + 1, full: [...next, last] }
}

/** Of no leaves it is the hash of nothing. */
export const rootOf = (hasher: Hasher, { full }: Growing): Hash =>
  full.length === 0 ? hasher() : full.reduceRight((right, left) => nodeHash(hasher, left, right))

const subtree = (hasher: Hasher, leaves: readonly Hash[]): Hash =>
  rootOf(
    hasher,
    leaves.reduce((tree, leaf) => grown(hasher, tree, leaf), EMPTY),
  )

/** What proves that leaf `index`, counted from 0, is in the tree of all `leaves`. */
export function inclusionProof(hasher: Hasher, leaves: readonly Hash[], index: number): readonly Hash[] {
  if (index < 0 || index >= leaves.length) throw new Error(`no leaf ${index} in a tree of ${leaves.length}`)
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return index < k
    ? [...inclusionProof(hasher, leaves.slice(0, k), index), subtree(hasher, leaves.slice(k))]
    : [...inclusionProof(hasher, leaves.slice(k), index - k), subtree(hasher, leaves.slice(0, k))]
}

/** What proves that the tree of the first `size` leaves is the beginning of the tree of all. Empty where both are one, or the first is empty. */
export function consistencyProof(hasher: Hasher, leaves: readonly Hash[], size: number): readonly Hash[] {
  if (size < 0 || size > leaves.length) throw new Error(`no tree of ${size} in a tree of ${leaves.length}`)
  return size === 0 ? [] : subproof(hasher, leaves, size, true)
}

function subproof(hasher: Hasher, leaves: readonly Hash[], size: number, whole: boolean): readonly Hash[] {
  if (size === leaves.length) return whole ? [] : [subtree(hasher, leaves)]
  const k = split(leaves.length)
  return size <= k
    ? [...subproof(hasher, leaves.slice(0, k), size, whole), subtree(hasher, leaves.slice(k))]
    : [...subproof(hasher, leaves.slice(k), size - k, false), subtree(hasher, leaves.slice(0, k))]
}

export const sameHash = (a: Hash, b: Hash): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

/** RFC 9162 §2.1.3.2. */
export function isIncluded(
  hasher: Hasher,
  claim: {
    readonly leaf: Hash
    readonly index: number
    readonly size: number
    readonly root: Hash
    readonly proof: readonly Hash[]
  },
): boolean {
  const { leaf, index, size, root, proof } = claim
  if (index < 0 || index >= size) return false
  let [at, last, hash] = [index, size - 1, leaf]
  for (const one of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(hasher, one, hash)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else hash = nodeHash(hasher, hash, one)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(hash, root)
}

const half = (n: number): number => Math.floor(n / 2)

export type Tree = { readonly size: number; readonly root: Hash }

/** RFC 9162 §2.1.4.2: whether `older` is the beginning of `newer`. */
export function isConsistent(hasher: Hasher, older: Tree, newer: Tree, proof: readonly Hash[]): boolean {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && sameHash(older.root, newer.root)
  if (older.size === 0) return proof.length === 0
  const path = isPowerOfTwo(older.size) ? [older.root, ...proof] : proof
  const [first, ...rest] = path
  if (!first) return false
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [old, now] = [first, first]
  for (const one of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[old, now] = [nodeHash(hasher, one, old), nodeHash(hasher, one, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else now = nodeHash(hasher, now, one)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(old, older.root) && sameHash(now, newer.root)
}

const isPowerOfTwo = (n: number): boolean => n > 0 && 2 ** Math.floor(Math.log2(n)) === n
