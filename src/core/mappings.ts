/** How records are told in the words of others: one rule for each harm, group, tag and kind of event. Owned by monitors: codebook/mappings.yaml. */
import type { Labels } from './language.ts'
import type { Freedom } from './values.ts'

/** Fits a record that has one of each that it asks for; empty, or null, asks for nothing. */
export type MappingRule = {
  readonly id: string
  readonly to: string
  readonly acts: readonly string[]
  readonly roles: readonly string[]
  readonly freedoms: readonly Freedom[]
  readonly words: RegExp | null
  readonly reason: Labels
  readonly example: string
}
export type EventRule = MappingRule & { readonly disorder: string; readonly type: string }

export type Mappings = {
  /** Harms and groups of SDG indicator 16.10.1. */
  readonly harms: readonly MappingRule[]
  readonly groups: readonly MappingRule[]
  /** Tags in the manner of the CIVICUS Monitor, by their kind before the dot. */
  readonly tags: readonly MappingRule[]
  /** Events shaped like those of ACLED: the first that fits. */
  readonly events: readonly EventRule[]
}

export const MAPPINGS = ['sdg', 'civicus', 'acled'] as const
export type MappingName = (typeof MAPPINGS)[number]
