/** A first coding and a second of the same words in; field by field what both say and what only one says out. */
import type { Claim } from '../core/claim.ts'
import type { Person } from '../core/person.ts'
import { type Held, heldOf, type Incident } from '../core/record.ts'
import { FIELDS, type Field } from '../core/values.ts'
import { agrees } from './agreement.ts'
import type { Wanted } from './decided-values.ts'

/** Of this meaning of "the same"; a new meaning is a new version. */
export const AGREEMENT = 'agreement.same-field@1'

export type Compared = {
  readonly field: Field
  readonly first: readonly Wanted[]
  readonly second: readonly Wanted[]
  readonly isSame: boolean
}

/**
 * Fields that either of the two filled: that both left fifteen fields empty is no agreement to be proud of. `document`: the
 * one that both read; what only another source says is nothing that the second reader could have seen.
 */
export function compare(
  incident: Incident,
  second: readonly Wanted[],
  document: string,
  people: ReadonlyMap<string, Person>,
): readonly Compared[] {
  return FIELDS.flatMap((field): readonly Compared[] => {
    const one = heldOf(incident, field)
      .filter((held) => !isElsewhere(held, document))
      .map(({ value, person }) => ({ field, value, person }) as Wanted)
    const other = second.filter((each) => each.field === field && !isUnknown(each))
    const known = one.filter((each) => !isUnknown(each))
    if (known.length + other.length === 0) return []
    return [{ field, first: known, second: other, isSame: areSame(known, other, people) }]
  })
}

/** Said by claims, and by none of this document. */
export const isElsewhere = ({ claims }: Pick<Held, 'claims'>, document: string): boolean =>
  claims.length > 0 && claims.every((one) => one.document !== document)

/** A date that nobody knows is a field left empty. */
const isUnknown = (one: Wanted): boolean =>
  one.field === 'date' && one.value.from === null && one.value.to === null

/** Each value of one has its own partner in the other, and none is left over. */
function areSame(
  one: readonly Wanted[],
  other: readonly Wanted[],
  people: ReadonlyMap<string, Person>,
): boolean {
  if (one.length !== other.length) return false
  const left = [...other]
  return one.every((each) => {
    const at = left.findIndex((candidate) => say(each, candidate, people))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function say(one: Wanted, other: Wanted, people: ReadonlyMap<string, Person>): boolean {
  if (one.person !== null && other.person !== null && one.person !== other.person) return false
  const asClaim = (each: Wanted): Claim => each as unknown as Claim
  return agrees(one, asClaim(other), people) || agrees(other, asClaim(one), people)
}
