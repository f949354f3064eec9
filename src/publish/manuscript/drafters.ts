/** A kind in, what drafts it out. */
import type { Drafter, Kind } from './kinds.ts'
import { updateManuscript } from './update.ts'

export const DRAFTERS: Readonly<Partial<Record<Kind, Drafter>>> = {
  update: updateManuscript,
}
