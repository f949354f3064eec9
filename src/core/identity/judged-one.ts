/** What was said of pairs of one kind in; which are one, which of these readers see as one, and which contradict each other, out. */
import { type Contradiction, contradictions, type Edge, groupsOf } from './groups.ts'
import { type PairStanding, type SaidOfPair, standingPairs } from './pairs.ts'

export type JudgedOne = {
  readonly pairs: ReadonlyMap<string, PairStanding>
  /** Judged to be one, whoever has cleared it. */
  readonly judged: readonly (readonly string[])[]
  /** Whoever judged one of these the same, alone or against another judge: what is held back in one is held back in all at once. */
  readonly bound: readonly (readonly string[])[]
  /** Those judged without groups that hold a contradiction. */
  readonly sound: readonly (readonly string[])[]
  /** Cleared, and without a contradiction: readers see each group as one. */
  readonly merged: readonly (readonly string[])[]
  readonly contradictions: readonly Contradiction<PairStanding>[]
}

const isSame = ({ verdict }: PairStanding): boolean => verdict === 'same'
const isDifferent = ({ verdict }: PairStanding): boolean => verdict === 'different'

/** `beside`: what else makes two the same or keeps them apart, as names judged to be persons do where persons are asked for. */
export function judgedOne(said: readonly SaidOfPair[], beside: readonly PairStanding[] = []): JudgedOne {
  const pairs = standingPairs(said)
  const of = (fits: (one: PairStanding) => boolean, all: Iterable<PairStanding> = pairs.values()) =>
    [...all].filter(fits).map((one): Edge<PairStanding> => ({ left: one.left, right: one.right, said: one }))
  const same = of(isSame)
  const torn = contradictions(
    [...same, ...of(isSame, beside)],
    [...of(isDifferent), ...of(isDifferent, beside)],
  )
  const isTorn = new Set(
    torn.flatMap((one) => [one.different, ...one.path]).flatMap((one) => [one.left, one.right]),
  )
  const judged = groupsOf(same)
  const sound = judged.filter((group) => !group.some((one) => isTorn.has(one)))
  const isSound = new Set(sound.flat())
  return {
    ...{ pairs, judged, sound },
    bound: groupsOf(of((one) => one.first.verdict === 'same' || one.second?.verdict === 'same')),
    merged: groupsOf(same.filter((one) => one.said.cleared !== null && isSound.has(one.left))),
    contradictions: torn,
  }
}
