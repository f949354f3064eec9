/** Pairs judged the same and pairs judged different in; which are one, and where judgements contradict each other, out. */

/** `said`: whatever whoever asks wants to be told of the judgement behind it. */
export type Edge<S = unknown> = { readonly left: string; readonly right: string; readonly said: S }
/** Two that are judged different and yet are one by others; `path` leads from the one to the other. */
export type Contradiction<S = unknown> = {
  readonly different: Edge<S>
  readonly path: readonly Edge<S>[]
}

/** Groups of two and more, each sorted, in the order of their first members. */
export function groupsOf(same: readonly Edge[]): readonly (readonly string[])[] {
  const near = neighbours(same)
  const seen = new Set<string>()
  return [...near.keys()].sort().flatMap((start) => {
    if (seen.has(start)) return []
    const group = [...from(start, near).keys()].sort()
    for (const one of group) seen.add(one)
    return [group]
  })
}

/** One for each pair judged different that the others make one; the path is one of the shortest. */
export function contradictions<S>(
  same: readonly Edge<S>[],
  different: readonly Edge<S>[],
): readonly Contradiction<S>[] {
  const near = neighbours(same)
  return different.flatMap((edge): readonly Contradiction<S>[] => {
    const came = from(edge.left, near)
    if (edge.left === edge.right || !came.has(edge.right)) return []
    const path: Edge<S>[] = []
    for (let at = edge.right; at !== edge.left; ) {
      const step = came.get(at)
      if (!step) break
      path.unshift(step)
      at = step.left === at ? step.right : step.left
    }
    return [{ different: edge, path }]
  })
}

type Near<S> = ReadonlyMap<string, readonly Edge<S>[]>

function neighbours<S>(edges: readonly Edge<S>[]): Near<S> {
  const near = new Map<string, Edge<S>[]>()
  for (const edge of edges)
    for (const end of [edge.left, edge.right]) near.set(end, [...(near.get(end) ?? []), edge])
  return near
}

/** Everything that can be reached, with the edge it was first reached by; null for the start. */
function from<S>(start: string, near: Near<S>): ReadonlyMap<string, Edge<S> | null> {
  const came = new Map<string, Edge<S> | null>([[start, null]])
  for (const at of came.keys())
    for (const edge of near.get(at) ?? []) {
      const next = edge.left === at ? edge.right : edge.left
      if (!came.has(next)) came.set(next, edge)
    }
  return came
}
