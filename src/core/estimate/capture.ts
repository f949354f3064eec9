/** Which lists saw how many: a table of capture histories, or only how often each person was seen. */

/**
 * `counts[h]`: persons whose history is `h`, where bit i of `h` is set when list i has them. `counts[0]` is always 0: whoever no
 * list has is what is estimated. There are 2^k counts for k lists.
 */
export type CaptureTable = {
  readonly kind: 'histories'
  readonly lists: readonly string[]
  readonly counts: readonly number[]
}
/** `counts[t]`: persons seen t times; `counts[0]` is always 0. */
export type FrequencyTable = { readonly kind: 'frequencies'; readonly counts: readonly number[] }
export type SightingTable = CaptureTable | FrequencyTable

/** Tables of the same lists, one for each way in which records may belong together; one alone carries no doubt of linkage. */
export type Draws<T extends SightingTable = SightingTable> = readonly [T, ...T[]]

/** More lists than this have more histories than any table of persons fills. */
export const MOST_LISTS = 8

export const bitsIn = (mask: number): number => {
  let [left, n] = [mask, 0]
  for (; left !== 0; left &= left - 1) n += 1
  return n
}

export const seenIn = ({ counts }: SightingTable): number => counts.reduce((sum, one) => sum + one, 0)

/** Persons that all of these lists have, whoever else has them too. */
export const overlapOf = ({ counts }: CaptureTable, lists: number): number =>
  counts.reduce((sum, one, history) => ((history & lists) === lists ? sum + one : sum), 0)

/** Persons by the number of lists that have them: index 1 is on one list alone. */
export function timesSeen(table: SightingTable): readonly number[] {
  if (table.kind === 'frequencies') return table.counts
  const times = Array.from({ length: table.lists.length + 1 }, () => 0)
  table.counts.forEach((one, history) => {
    const at = bitsIn(history)
    times[at] = (times[at] ?? 0) + one
  })
  return times
}

/** History as a table writes it: one digit for each list, in their order. */
export const historyText = (history: number, lists: number): string =>
  Array.from({ length: lists }, (_, at) => (history >> at) & 1).join('')
