/** A world with a known number of people → the table that lists would have of it. */
import type { CaptureTable } from '../../core/estimate/capture.ts'
import { type Random, seeded } from './random.ts'

export type World = {
  readonly name: string
  readonly people: number
  /** Kinds of people: their share, and the chance of each list to have one of them. */
  readonly kinds: readonly { readonly share: number; readonly chances: readonly number[] }[]
  /** The second list of a pair has whoever the first has so many times as readily (in odds). */
  readonly pulls?: readonly { readonly from: number; readonly to: number; readonly odds: number }[]
}

export function worldOf(world: World, seed: number): CaptureTable {
  const random = seeded(seed)
  const lists = world.kinds[0]?.chances.length ?? 0
  const counts = Array.from({ length: 2 ** lists }, () => 0)
  for (let one = 0; one < world.people; one += 1) {
    const history = historyOf(world, random)
    if (history > 0) counts[history] = (counts[history] ?? 0) + 1
  }
  return { kind: 'histories', lists: Array.from({ length: lists }, (_, at) => `list ${at + 1}`), counts }
}

function historyOf({ kinds, pulls = [] }: World, random: Random): number {
  let left = random()
  const kind = kinds.find(({ share }) => {
    left -= share
    return left < 0
  })
  let history = 0
  ;(kind ?? kinds.at(-1))?.chances.forEach((chance, list) => {
    const odds = pulls.reduce(
      (sum, { from, to, odds: times }) => (to === list && (history >> from) & 1 ? sum * times : sum),
      chance / (1 - chance),
    )
    if (random() < odds / (1 + odds)) history |= 1 << list
  })
  return history
}
