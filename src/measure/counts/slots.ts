/** An incident and a facet in, the slices of that facet it stands in out; one of which nothing is known stands in `unknown`. */
import {
  type Counted,
  type CountFacet,
  type DateFacet,
  type Member,
  type MemberFacet,
  UNKNOWN_SLICE,
} from '../../core/counted.ts'

/** A slice as an amount is narrowed by it: a member of the record, a span of time, or what is not known of a facet. */
export type Slot = Omit<Member, 'facet'> & { readonly facet: CountFacet }

/** Facets over which one incident can be spread, so that its persons and penalties are divided among them by nobody's word. */
const SPREADS: ReadonlySet<CountFacet> = new Set(['region', 'law', 'institution'])
const spreads = (facet: CountFacet): facet is MemberFacet => SPREADS.has(facet)

/** The incident stands in others of the facet too, and nobody says how it is divided. */
export const isSplit = ({ members }: Counted, { facet }: Slot): boolean =>
  spreads(facet) && members[facet].length > 1

/** A loop, since this is asked a million times. */
export function areSure(slots: readonly Slot[]): boolean {
  for (const one of slots) if (!one.sure) return false
  return true
}

const whole = (facet: CountFacet, value: string): Slot => ({ facet, value, sure: true, persons: null })
const dated: Readonly<Record<DateFacet, Map<number, readonly Slot[]>>> = {
  year: new Map(),
  quarter: new Map(),
  month: new Map(),
}
const unknown = new Map<CountFacet, readonly Slot[]>()

export function slotsOf(row: Counted, facet: CountFacet): readonly Slot[] {
  if (facet === 'year' || facet === 'quarter' || facet === 'month') return dateSlots(row, facet)
  const own = row.members[facet]
  return own.length === 0 ? unknownSlots(facet) : own
}

/** A date that spans two months is in neither of them: its month is unknown. */
function dateSlots({ from, to }: Counted, facet: DateFacet): readonly Slot[] {
  if (from === null || to === null) return unknownSlots(facet)
  const span = spanNumber(from, facet)
  if (spanNumber(to, facet) !== span) return unknownSlots(facet)
  const known = dated[facet].get(span)
  if (known) return known
  const made = [whole(facet, spanOf(from, facet))]
  dated[facet].set(span, made)
  return made
}

/** Days of one span have one number: words are made once for each span, not once for each day. */
function spanNumber(day: number, facet: DateFacet): number {
  const month = Math.floor(day / 100)
  if (facet === 'month') return month
  const year = Math.floor(month / 100)
  return facet === 'year' ? year : year * 4 + Math.ceil((month % 100) / 3)
}

function unknownSlots(facet: CountFacet): readonly Slot[] {
  const known = unknown.get(facet)
  if (known) return known
  const made = [whole(facet, UNKNOWN_SLICE)]
  unknown.set(facet, made)
  return made
}

/** `2020`, `2020-q1` or `2020-02` of a day as a number. */
export function spanOf(day: number, facet: DateFacet): string {
  const [year, month] = [Math.floor(day / 10_000), Math.floor(day / 100) % 100]
  if (facet === 'year') return String(year)
  return facet === 'quarter'
    ? `${year}-q${Math.ceil(month / 3)}`
    : `${year}-${String(month).padStart(2, '0')}`
}
