/** Readings of one site over time in; every hidden row, or change of hidden rows, that they give away out. */
import type { Filter } from '../../src/publish/views.ts'
import { countsBehind, type Over, type Reading } from './attacker.ts'
import { isPossible, type Known } from './solver.ts'
import { ACTS, type Fine, MONTHS, TOWNS } from './world.ts'

/** `quarter`: when the site was read. */
export type Version = { readonly quarter: string; readonly reading: Reading }

const CELLS: readonly Fine[] = MONTHS.flatMap((month) =>
  (Object.keys(TOWNS) as (keyof typeof TOWNS)[]).flatMap((town) => ACTS.map((act) => ({ month, town, act }))),
)
const nameOf = ({ month, town, act }: Fine): string => `${month} ${town} ${act}`

const isIn = ({ month, town, act }: Fine, cell: Filter): boolean =>
  `${month}-28` >= (cell.from ?? '0000') &&
  `${month}-01` <= (cell.to ?? '9999') &&
  (cell.month ?? month).split(',').includes(month) &&
  (cell.act ?? act).split(',').includes(act) &&
  (cell.region ?? TOWNS[town]).split(',').includes(TOWNS[town])

const knownFrom = ({ cell, low, high }: Over): Known => ({
  cells: new Set(CELLS.flatMap((one, at) => (isIn(one, cell) ? [at] : []))),
  low,
  high,
})

const partOf = ({ cell, low, high, allows }: Over): string => JSON.stringify([cell, low, high, allows])

/** What each version says of hidden counts, the same said once. */
const saidIn = (version: Version): readonly Over[] => [
  ...new Map(version.reading.over.map((one) => [partOf(one), one])).values(),
]

export function leaksOver(versions: readonly Version[]): readonly string[] {
  const leaks: string[] = []
  let before: readonly Known[] | null = null
  for (const [index, version] of versions.entries()) {
    const said = saidIn(version)
    const earlier = versions[index - 1]
    if (earlier && earlier.quarter === version.quarter) {
      // Within a quarter nothing may move: a margin that does tells that something hidden came or went.
      const [then, now] = [new Set(saidIn(earlier).map(partOf)), new Set(said.map(partOf))]
      for (const one of now)
        if (!then.has(one)) leaks.push(`version ${index}: moved within a quarter: ${one}`)
      for (const one of then) if (!now.has(one)) leaks.push(`version ${index}: gone within a quarter: ${one}`)
    }
    const known = said.map((one) => knownFrom(asRead(one, earlier)))
    CELLS.forEach((cell, at) => {
      for (const value of [0, 1])
        if (!isPossible(known, CELLS.length, at, value))
          leaks.push(`version ${index}: ${nameOf(cell)} cannot hold ${value} hidden records`)
      if (
        before &&
        ![0, 1, 2].some((n) => [before ?? [], known].every((all) => isPossible(all, CELLS.length, at, n)))
      )
        leaks.push(`version ${index}: ${nameOf(cell)} must have changed`)
    })
    before = known
  }
  return leaks
}

/** A margin is read together with the one before it, as somebody would who keeps every page. */
function asRead(over: Over, earlier: Version | undefined): Over {
  if (!over.allows) return over
  const same = earlier?.reading.over.find(
    (one) => one.allows && JSON.stringify(one.cell) === JSON.stringify(over.cell),
  )
  return { ...over, ...countsBehind(over, same) }
}
