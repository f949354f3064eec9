/** A record and a rule of a mapping in; whether it fits, and whether every source would say so, out. */
import type { Counted, MemberFacet } from '../../core/counted.ts'
import type { MappingRule } from '../../core/mappings.ts'

export type MappedRecord = {
  readonly id: string
  readonly counted: Counted
  /** The words that tell it. */
  readonly words: string
  /** Original collectors: sources that quote each other are one. */
  readonly collectors: readonly string[]
}
export type Fit = 'sure' | 'claimed' | 'no'

export function fits({ counted, words }: MappedRecord, rule: MappingRule): Fit {
  if (rule.words !== null && !rule.words.test(words)) return 'no'
  const parts = [
    part(counted, 'act', rule.acts),
    part(counted, 'role', rule.roles),
    part(counted, 'freedom', rule.freedoms),
  ]
  if (parts.includes('no')) return 'no'
  return parts.includes('claimed') ? 'claimed' : 'sure'
}

function part({ members }: Counted, facet: MemberFacet, asked: readonly string[]): Fit {
  if (asked.length === 0) return 'sure'
  const found = members[facet].filter((one) => asked.includes(one.value))
  if (found.length === 0) return 'no'
  return found.some((one) => one.sure) ? 'sure' : 'claimed'
}
