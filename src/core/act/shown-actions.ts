/** What readers see of the actions of a campaign that came in on the site. */
import type { ShownCount } from './counts.ts'
import type { Patch } from './patch.ts'

export type ShownActions = {
  readonly counts: readonly ShownCount[]
  /** Sewn in on the site, the newest last. */
  readonly patches: readonly Patch[]
}
