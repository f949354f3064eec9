/** What stands of a field and what one more source says of it in; what stands then, and what is kept as said, out. */
import type { Weighing } from '../core/decided.ts'
import type { Verdict } from '../core/record.ts'

/** Values with the claims that say them. */
export type Said<V> = {
  readonly value: V
  readonly claims: readonly string[]
  readonly person: string | null
}
export type Field<V> = {
  readonly held: readonly Said<V>[]
  readonly verdict: Verdict
  /** What sources say and what does not stand. */
  readonly otherwise: readonly Said<V>[]
}
type Same<V> = (a: Said<V>, b: Said<V>) => boolean

/** What both say the same rests on the claims of both. Nothing that anybody said is lost, whatever stands. */
export function weigh<V>(now: Field<V>, said: readonly Said<V>[], how: Weighing, isSame: Same<V>): Field<V> {
  const join = (one: Said<V>): Said<V> => {
    const upheld = said.filter((other) => isSame(other, one))
    const claims = [...new Set([...one.claims, ...upheld.flatMap((other) => other.claims)])]
    return { ...one, claims, person: one.person ?? upheld.find((other) => other.person)?.person ?? null }
  }
  const isIn = (list: readonly Said<V>[]) => (one: Said<V>) => list.some((other) => isSame(one, other))
  const [held, otherwise] = [now.held.map(join), now.otherwise.map(join)]
  const fresh = said.filter((one) => !isIn(now.held)(one) && !isIn(now.otherwise)(one))
  const [again, rest] = [otherwise.filter(isIn(said)), otherwise.filter((one) => !isIn(said)(one))]
  switch (how) {
    case 'keep':
      return { held, verdict: now.verdict, otherwise: [...otherwise, ...fresh] }
    case 'beside':
      return { held: [...held, ...again, ...fresh], verdict: now.verdict, otherwise: rest }
    case 'disputed': {
      const all = [...held, ...again, ...fresh]
      return { held: all, verdict: all.length > 1 ? 'disputed' : now.verdict, otherwise: rest }
    }
    case 'prefer':
      return {
        held: [...held.filter(isIn(said)), ...again, ...fresh],
        verdict: 'stands',
        otherwise: [...held.filter((one) => !isIn(said)(one)), ...rest],
      }
  }
}
