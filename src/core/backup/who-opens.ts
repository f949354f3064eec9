/** Keys that are set and how the last backup was made in, what stands in one pair of hands, or in anybody's, out. */
import type { BackupNote } from './health.ts'

/** How many keys are set to open backups, and how many of them are told to be of somebody abroad. */
export type Openers = { readonly set: number; readonly abroad: number }
export type WhoOpens = {
  /** The key that is lost, or given up, is the only one: of those that are made by themselves, or of the last. */
  readonly isLone: boolean
  /** Whoever finds the last one reads it. */
  readonly isOpen: boolean
  /** Keys are set, and all of them can be made to give theirs up in one place, as far as was told. */
  readonly isAllHere: boolean
}

/** Of a backup that was made before this was noted, or that failed, nothing is said. */
export function whoOpens({ set, abroad }: Openers, last: BackupNote | null): WhoOpens {
  const sealedTo = last?.recipients ?? null
  return { isLone: set === 1 || sealedTo === 1, isOpen: sealedTo === 0, isAllHere: set > 0 && abroad === 0 }
}
