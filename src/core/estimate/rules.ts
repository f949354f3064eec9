/** What the codebook says of estimates: when one is not to be reported, and what every one assumes. */
import type { Labels } from '../language.ts'
import type { Severity } from './result.ts'

export type RefusalRule = {
  readonly id: string
  readonly severity: Severity
  /** The number from which on it applies; null where there is none to choose. */
  readonly threshold: number | null
  /** A sentence for readers; {braces} stand for numbers of the table. */
  readonly reason: Labels
  readonly example: string
}
export type Assumption = { readonly id: string; readonly text: Labels; readonly example: string }

export type EstimateRules = {
  readonly refusals: ReadonlyMap<string, RefusalRule>
  readonly assumptions: readonly Assumption[]
  readonly methods: ReadonlyMap<string, { readonly name: Labels; readonly claim: Labels }>
  /** Headings of a column of counts, in small letters. */
  readonly countHeadings: readonly string[]
  readonly timesHeadings: readonly string[]
  readonly drawHeadings: readonly string[]
}
