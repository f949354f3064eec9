/** Numbers that one source gives in; which of them add up to another, and whether the largest is accounted for, out. A sum that does not add up is flagged and never mended. */

export type Told = { readonly what: string; readonly n: number }
export type Equation = { readonly whole: Told; readonly parts: readonly Told[] }
export type SumCheck =
  | { readonly kind: 'adds-up' }
  /** Parts are fewer: `by` of the whole are not explained. */
  | { readonly kind: 'rest'; readonly by: number }
  /** Parts are more: they overlap, or one of the numbers is wrong. */
  | { readonly kind: 'over'; readonly by: number }

/** A whole beside the parts that its source names as such. */
export function checkSum(whole: number, parts: readonly number[]): SumCheck {
  const by = parts.reduce((all, one) => all + one, 0) - whole
  return by === 0 ? { kind: 'adds-up' } : by < 0 ? { kind: 'rest', by: -by } : { kind: 'over', by }
}

/** Subsets of more numbers than these are not tried. */
const MOST = 12

/**
 * Every number that some of the smaller ones add up to, with the fewest parts. Nobody said that these are its parts: an
 * equation is a reason to look, and small numbers add up by chance.
 */
export function equationsIn(told: readonly Told[]): readonly Equation[] {
  const numbers = told.filter((one) => one.n > 0).slice(0, MOST)
  return numbers.flatMap((whole): readonly Equation[] => {
    const smaller = numbers.filter((one) => one !== whole && one.n < whole.n)
    const parts = fewestParts(whole.n, smaller)
    return parts === null ? [] : [{ whole, parts }]
  })
}

function fewestParts(n: number, from: readonly Told[]): readonly Told[] | null {
  let best: readonly Told[] | null = null
  for (let set = 1; set < 2 ** from.length; set += 1) {
    const parts = from.filter((_, at) => (set >> at) % 2 === 1)
    if (parts.length < 2 || (best !== null && parts.length >= best.length)) continue
    if (parts.reduce((all, one) => all + one.n, 0) === n) best = parts
  }
  return best
}

/** Of three numbers or more, those that are in no equation, as whole or as part. */
export function unexplained(told: readonly Told[], equations: readonly Equation[]): readonly Told[] {
  if (told.length < 3) return []
  const used = new Set(equations.flatMap((one) => [one.whole, ...one.parts]))
  return told.filter((one) => !used.has(one))
}
