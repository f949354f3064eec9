/** A number of lists → all decomposable graphs on them, each with its cliques and separators. */
import { bitsIn } from '../../core/estimate/capture.ts'

/** Which lists depend on each other: a set of lists is a bit mask. A separator stands here as often as it separates. */
export type Graph = { readonly cliques: readonly number[]; readonly separators: readonly number[] }

/**
 * By maximum-cardinality search (Tarjan and Yannakakis 1984) over every set of edges: 2, 8, 61, 822 and 18,154 graphs for two
 * to six lists. The empty separator, between parts that know nothing of each other, is left out.
 */
export function decomposableGraphs(lists: number): readonly Graph[] {
  const pairs = pairsOf(lists)
  const found: Graph[] = []
  for (let edges = 0; edges < 2 ** pairs.length; edges += 1) {
    const neighbours = Array.from({ length: lists }, () => 0)
    pairs.forEach(([a, b], at) => {
      if (((edges >> at) & 1) === 0) return
      neighbours[a] = (neighbours[a] ?? 0) | (1 << b)
      neighbours[b] = (neighbours[b] ?? 0) | (1 << a)
    })
    const graph = search(neighbours)
    if (graph) found.push(graph)
  }
  return found
}

export const pairsOf = (lists: number): readonly (readonly [number, number])[] =>
  Array.from({ length: lists }, (_, b) => Array.from({ length: b }, (_, a) => [a, b] as const)).flat()

/**
 * Visits next whichever list has most neighbours among those visited. In a decomposable graph these neighbours are all joined
 * to each other; where they are no more than those of the list before, a clique has ended and they separate it from the next.
 */
function search(neighbours: readonly number[]): Graph | null {
  const [cliques, separators]: [number[], number[]] = [[], []]
  let [visited, before, clique] = [0, -1, 0]
  for (let step = 0; step < neighbours.length; step += 1) {
    let [next, most, known] = [-1, -1, 0]
    neighbours.forEach((all, one) => {
      if ((visited >> one) & 1) return
      const seen = all & visited
      const size = bitsIn(seen)
      if (size > most) [next, most, known] = [one, size, seen]
    })
    for (let one = 0; one < neighbours.length; one += 1)
      if ((known >> one) & 1 && (known & ~(neighbours[one] ?? 0) & ~(1 << one)) !== 0) return null
    if (step > 0 && most <= before) {
      cliques.push(clique)
      if (known !== 0) separators.push(known)
    }
    clique = known | (1 << next)
    before = most
    visited |= 1 << next
  }
  return { cliques: [...cliques, clique], separators }
}

/** `[B][DM]`; with names of more than one letter `[EXH][ABA OSCE]`. */
export function graphText({ cliques }: Graph, lists: readonly string[]): string {
  const glue = lists.every((one) => one.length === 1) ? '' : ' '
  const text = (clique: number): string => lists.filter((_, at) => (clique >> at) & 1).join(glue)
  const first = (clique: number): number => 31 - Math.clz32(clique & -clique)
  return [...cliques]
    .sort((a, b) => first(a) - first(b) || a - b)
    .map((clique) => `[${text(clique)}]`)
    .join('')
}
