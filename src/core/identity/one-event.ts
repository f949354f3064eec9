/** What was said of pairs of records in; which tell one event, which of these readers see as one, and which contradict each other, out. */
import { type Contradiction, contradictions, type Edge, groupsOf, soundGroups } from './groups.ts'
import { type PairStanding, type SaidOfPair, standingPairs } from './pairs.ts'

export type OneEvent = {
  readonly pairs: ReadonlyMap<string, PairStanding>
  /** Judged to be one, whoever has cleared it: what is held back in one is held back in all at once. */
  readonly judged: readonly (readonly string[])[]
  /** The same without groups that hold a contradiction. */
  readonly sound: readonly (readonly string[])[]
  /** Cleared, and without a contradiction: readers see each group as one record. */
  readonly merged: readonly (readonly string[])[]
  readonly contradictions: readonly Contradiction<PairStanding>[]
}

export function oneEvent(said: readonly SaidOfPair[]): OneEvent {
  const pairs = standingPairs(said)
  const edgeOf = (one: PairStanding): Edge<PairStanding> => ({ left: one.left, right: one.right, said: one })
  const of = (verdict: PairStanding['verdict']): readonly Edge<PairStanding>[] =>
    [...pairs.values()].filter((one) => one.verdict === verdict).map(edgeOf)
  const [same, different] = [of('same'), of('different')]
  const sound = soundGroups(same, different)
  const isSound = new Set(sound.flat())
  const cleared = same.filter((one) => one.said.cleared !== null && isSound.has(one.left))
  return {
    pairs,
    judged: groupsOf(same),
    sound,
    merged: groupsOf(cleared),
    contradictions: contradictions(same, different),
  }
}
