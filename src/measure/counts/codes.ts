/** Values of the vocabularies in, small numbers that stand for them out, and back: made of the word alone, so that nothing has to be kept. */
import type { MemberFacet } from '../../core/counted.ts'
import { fnv1a } from '../../core/fnv.ts'

/** FNV-1a folded to 28 bits: four bytes of a row. Two values of one facet with one number are found when the codebook is loaded. */
export function codeOf(value: string): number {
  const hash = fnv1a(value)
  return ((hash >>> 28) ^ (hash & 0x0fffffff)) >>> 0
}

/** FNV-1a of the id and of the id read backwards, 52 bits of the two: among a million persons two share one in some ten thousand worlds. */
export function personCode(id: string): number {
  const [high, low] = [[...id].reverse().join(''), id].map((one) => fnv1a(one))
  return ((high ?? 0) & 0xfffff) * 2 ** 32 + (low ?? 0)
}

/** By facet, the value that a number stands for. */
export type Vocabularies = Readonly<Record<MemberFacet, ReadonlyMap<number, string>>>

/** Throws when two values of one facet have one number: then one of them must be called otherwise. */
export function codesOf(values: Iterable<string>): ReadonlyMap<number, string> {
  const codes = new Map<number, string>()
  for (const value of values) {
    const code = codeOf(value)
    const known = codes.get(code)
    if (known !== undefined && known !== value)
      throw new Error(
        `"${value}" and "${known}" cannot be told apart in counts; one of the two needs another id`,
      )
    codes.set(code, value)
  }
  return codes
}
