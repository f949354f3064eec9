/** What one record adds to every count of the things it is about, and what a thing adds up to: the same counters, one by one. */

/** Counter → certain by every source, and the most that any says; null: open upwards. Adding them up is all that may be done with them. */
export type Counters = Readonly<Record<string, readonly [certain: number, claimed: number | null]>>

/** `act|detention` and the like: no part holds the sign between them. */
export const counterOf = (...parts: readonly string[]): string => parts.join('|')
export const partsOf = (counter: string): readonly string[] => counter.split('|')

type Adding = { readonly counters: Counters; readonly sure: boolean }

/** Of things in many records: what only some sources put there is certain of none. */
export function addedUp(all: readonly Adding[]): Counters {
  const sums = new Map<string, [number, number | null]>()
  for (const { counters, sure } of all)
    for (const [counter, [certain, claimed]] of Object.entries(counters)) {
      const [before, most] = sums.get(counter) ?? [0, 0]
      sums.set(counter, [
        before + (sure ? certain : 0),
        most === null || claimed === null ? null : most + claimed,
      ])
    }
  return Object.fromEntries(sums)
}
