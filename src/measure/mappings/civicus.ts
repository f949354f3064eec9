/** Records in, tags in the manner of the CIVICUS Monitor out, each with its incidents: violations, victims and drivers, and what went well apart from them. */
import type { MappingRule, Mappings } from '../../core/mappings.ts'
import { fits, type MappedRecord } from './fits.ts'

export const TAG_KINDS = ['violation', 'victim', 'driver', 'positive'] as const
export type TagKind = (typeof TAG_KINDS)[number]
export type TagCount = {
  readonly tag: string
  readonly kind: TagKind
  readonly rules: readonly string[]
  /** Incidents that every source would tag so; with those that only some would. */
  readonly certain: number
  readonly claimed: number
  readonly records: readonly string[]
}
export type Tags = {
  readonly counts: readonly TagCount[]
  /** The denominators: incidents that were looked at, with a violation, with something good, with neither. */
  readonly incidents: number
  readonly violations: number
  readonly positive: number
  readonly untagged: number
}

export function tagsOf(records: readonly MappedRecord[], { tags }: Pick<Mappings, 'tags'>): Tags {
  const single = records.filter((one) => one.counted.kind !== 'aggregate')
  const counts = tags.flatMap((rule): readonly TagCount[] => {
    const found = single
      .map((record) => ({ record, fit: fits(record, rule) }))
      .filter(({ fit }) => fit !== 'no')
    if (found.length === 0) return []
    return [
      {
        ...{ tag: rule.to, kind: kindOf(rule), rules: [rule.id] },
        certain: found.filter(({ fit }) => fit === 'sure').length,
        claimed: found.length,
        records: found.map(({ record }) => record.id).sort(),
      },
    ]
  })
  const tagged = (kind: TagKind): ReadonlySet<string> =>
    new Set(counts.filter((one) => one.kind === kind).flatMap((one) => one.records))
  const [violations, positive] = [tagged('violation'), tagged('positive')]
  return {
    counts: counts.sort((a, b) => b.claimed - a.claimed || (a.tag < b.tag ? -1 : 1)),
    incidents: single.length,
    violations: violations.size,
    positive: positive.size,
    untagged: single.filter(({ id }) => !violations.has(id) && !positive.has(id)).length,
  }
}

const kindOf = ({ to }: MappingRule): TagKind =>
  TAG_KINDS.find((kind) => to.startsWith(`${kind}.`)) ?? 'violation'
