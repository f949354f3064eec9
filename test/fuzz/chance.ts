/** A seed → choices that look like chance and are the same every time. */
import { numbers } from '../../src/core/seeded.ts'

export type Chance = {
  readonly below: (most: number) => number
  readonly of: <T>(list: readonly T[]) => T
}

export function chanceOf(seed: number): Chance {
  const next = numbers(seed)
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    of: (list) => {
      if (list.length === 0) throw new Error('there is nothing to choose from')
      return list[below(list.length)] as (typeof list)[number]
    },
  }
}
