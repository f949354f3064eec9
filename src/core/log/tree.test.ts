import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencyProof,
  EMPTY,
  grown,
  type Hash,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  rootOf,
} from './tree.ts'

const hasher = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex')
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'))
const leavesOf = (entries: readonly Uint8Array[]) => entries.map((one) => leafHash(hasher, one))
const treeOf = (leaves: readonly Hash[]) => leaves.reduce((tree, one) => grown(hasher, tree, one), EMPTY)
const rootHash = (leaves: readonly Hash[]): Hash => rootOf(hasher, treeOf(leaves))

/** The entries that implementations of RFC 6962 test with, and what its authors' own code makes of them. */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const KNOWN = leavesOf(ENTRIES.map(bytes))
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [A, B, C, D, E] = [
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
]

describe('the values that RFC 6962 is tested with', () => {
  it.each(ROOTS.map((root, size) => ({ root, size })))('the tree of $size has its root', ({ root, size }) => {
    expect(hex(rootHash(KNOWN.slice(0, size)))).toBe(root)
  })
  it.each([
    { index: 0, size: 1, proof: [] },
    { index: 0, size: 8, proof: [A, B, C] },
    { index: 5, size: 8, proof: [D, E, ROOTS[4]] },
    { index: 2, size: 3, proof: [ROOTS[2]] },
    { index: 1, size: 5, proof: [ROOTS[1], B, D] },
  ])('leaf $index of $size has its proof', ({ index, size, proof }) => {
    expect(inclusionProof(hasher, KNOWN.slice(0, size), index).map(hex)).toEqual(proof)
  })
  it.each([
    { from: 1, to: 1, proof: [] },
    { from: 1, to: 8, proof: [A, B, C] },
    {
      from: 6,
      to: 8,
      proof: ['0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a', E, ROOTS[4]],
    },
    { from: 2, to: 5, proof: [B, D] },
  ])('from $from to $to there is a proof', ({ from, to, proof }) => {
    expect(consistencyProof(hasher, KNOWN.slice(0, to), from).map(hex)).toEqual(proof)
  })
})

const LONG = leavesOf(Array.from({ length: 70 }, (_, n) => bytes(n.toString(16).padStart(4, '0'))))
const TREES = Array.from({ length: LONG.length + 1 }, (_, size) => ({
  size,
  root: rootHash(LONG.slice(0, size)),
}))
const tree = (size: number) => TREES[size] ?? { size: 0, root: hasher() }

describe('proofs of every tree up to seventy', () => {
  it('hold for each leaf, and for no other leaf, place or root', () => {
    for (let size = 1; size <= LONG.length; size += 7)
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(hasher, LONG.slice(0, size), index)
        const claim = { leaf: LONG[index] ?? hasher(), index, size, root: tree(size).root, proof }
        expect(isIncluded(hasher, claim)).toBe(true)
        expect(isIncluded(hasher, { ...claim, root: tree(size - 1).root })).toBe(false)
        if (size > 1) {
          expect(isIncluded(hasher, { ...claim, index: (index + 1) % size })).toBe(false)
          expect(isIncluded(hasher, { ...claim, leaf: LONG[(index + 1) % size] ?? hasher() })).toBe(false)
          expect(isIncluded(hasher, { ...claim, proof: proof.slice(1) })).toBe(false)
        }
        expect(isIncluded(hasher, { ...claim, proof: [...proof, hasher()] })).toBe(false)
      }
  })
  it('hold from each tree to each longer one, and never the other way', () => {
    for (let from = 1; from <= LONG.length; from += 3)
      for (let to = from; to <= LONG.length; to += 5) {
        const proof = consistencyProof(hasher, LONG.slice(0, to), from)
        expect(isConsistent(hasher, tree(from), tree(to), proof)).toBe(true)
        expect(isConsistent(hasher, tree(from), tree(to), [...proof, hasher()])).toBe(false)
        if (from === to) continue
        expect(isConsistent(hasher, tree(to), tree(from), proof)).toBe(false)
        expect(isConsistent(hasher, { size: from, root: hasher() }, tree(to), proof)).toBe(false)
        expect(isConsistent(hasher, tree(from), { size: to, root: hasher() }, proof)).toBe(false)
        expect(isConsistent(hasher, tree(from), tree(to), proof.slice(1))).toBe(false)
      }
  })
})

it('a log in which one old leaf was changed does not continue the one that was signed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(29), fc.nat(1000), (from, more, seed) => {
      const to = from + more
      const at = seed % from
      const altered = LONG.slice(0, to).map((leaf, index) => (index === at ? hasher(leaf) : leaf))
      const proof = consistencyProof(hasher, altered, from)
      return !isConsistent(hasher, tree(from), { size: to, root: rootHash(altered) }, proof)
    }),
    { seed: 9162, numRuns: 300 },
  )
})
