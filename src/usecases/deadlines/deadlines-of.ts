/** The packs in, whose deadlines hold for a case out. */
import { type Deadlines, NO_DEADLINES } from '../../core/deadlines/deadline.ts'
import type { Pack } from '../../core/pack.ts'

/** A case of an older line names no country: where there is one pack, it is of that. */
export const deadlinesOf =
  (packs: ReadonlyMap<string, Pack>) =>
  (country: string | null): Deadlines => {
    const only = packs.size === 1 ? [...packs.values()][0] : undefined
    return (country === null ? only : packs.get(country))?.deadlines ?? NO_DEADLINES
  }
