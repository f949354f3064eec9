/** An incident and a facet in, the slices of that facet it stands in out; one of which nothing is known stands in `unknown`. */
import {
  type Counted,
  type CountFacet,
  type DateFacet,
  type Member,
  UNKNOWN_SLICE,
} from '../../core/counted.ts'

/** A slice as an amount is narrowed by it. `isSplit`: the incident stands in others of the facet too, and nobody says how it is divided. */
export type Slot = {
  readonly facet: CountFacet
  readonly value: string
  readonly sure: boolean
  readonly persons: Member['persons']
  readonly isSplit: boolean
}

/** Facets over which one incident can be spread, so that its persons and penalties are divided among them by nobody's word. */
const SPREADS: ReadonlySet<CountFacet> = new Set(['region', 'law', 'institution'])

const whole = (facet: CountFacet, value: string): Slot => ({
  ...{ facet, value, sure: true, persons: null, isSplit: false },
})
const dated = new Map<string, readonly Slot[]>()
const unknown = new Map<CountFacet, readonly Slot[]>()

export function slotsOf(row: Counted, facet: CountFacet): readonly Slot[] {
  if (facet === 'year' || facet === 'quarter' || facet === 'month') return dateSlots(row, facet)
  const own: Member[] = []
  for (const one of row.members) if (one.facet === facet) own.push(one)
  if (own.length === 0) return unknownSlots(facet)
  const isSplit = own.length > 1 && SPREADS.has(facet)
  return own.map(({ value, sure, persons }) => ({ facet, value, sure, persons, isSplit }))
}

/** A date that spans two months is in neither of them: its month is unknown. */
function dateSlots({ from, to }: Counted, facet: DateFacet): readonly Slot[] {
  const value = from === null || to === null ? null : spanOf(from, facet)
  if (value === null || to === null || spanOf(to, facet) !== value) return unknownSlots(facet)
  const known = dated.get(value)
  if (known) return known
  const made = [whole(facet, value)]
  dated.set(value, made)
  return made
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
