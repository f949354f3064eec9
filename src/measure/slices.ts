/** An incident → the slices it belongs to, one facet at a time, and whether that is sure. */

import type { Countable } from '../core/countable.ts'
import type { Facet } from '../core/measure.ts'
import type { Field } from '../core/values.ts'
import { isDisputed } from './range.ts'

/** `sure` is false where sources disagree on the field: then only some of them put the incident there. */
export type Place = { readonly value: string; readonly sure: boolean }

/** Values of a field; unknown ones (null) give no slice. */
const values = <T>(shown: readonly { readonly value: T }[], pick: (value: T) => string | null): string[] => [
  ...new Set(shown.flatMap((one) => pick(one.value) ?? [])),
]

const FIELD_OF: Readonly<Record<Facet, Field>> = {
  act: 'act',
  law: 'law',
  region: 'place',
  freedom: 'freedom',
  month: 'date',
  penalty: 'penalty',
  kind: 'kind',
}

function valuesOf(incident: Countable, facet: Facet): readonly string[] {
  const { fields } = incident
  switch (facet) {
    case 'act':
      return values(fields.acts, (act) => act)
    case 'law':
      return values(fields.laws, (law) => law.provision)
    case 'region':
      return values(fields.places, (place) => place.region)
    case 'freedom':
      return values(fields.freedoms, (freedom) => freedom)
    case 'month':
      // A date that spans months is in none of them, only in the period.
      return values(fields.date, ({ from, to }) =>
        from && to && from.slice(0, 7) === to.slice(0, 7) ? from.slice(0, 7) : null,
      )
    case 'penalty':
      return values(fields.penalties, (penalty) => penalty.type)
    case 'kind':
      return [fields.kind]
  }
}

/** Where an incident stands in a facet, each place once. */
export const placesIn = (incident: Countable, facet: Facet): readonly Place[] =>
  valuesOf(incident, facet).map((value) => ({ value, sure: !isDisputed(incident, FIELD_OF[facet]) }))
