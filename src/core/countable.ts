/** What counting reads of an incident: the same for what the public sees and for the record as colleagues decided it. */
import type { Pack } from './pack.ts'
import type { PublicFields, PublicPerson } from './public-record.ts'
import { type Held, heldOf, type Incident } from './record.ts'
import type { Field, Values } from './values.ts'
import { publicLaw, publicPenalty, publicPlace } from './withholding/public-values.ts'

type Valued<T> = readonly { readonly value: T }[]
type ValueOf<K extends keyof PublicFields> = PublicFields[K] extends readonly { readonly value: infer T }[]
  ? T
  : never
type Read =
  | 'freedoms'
  | 'date'
  | 'places'
  | 'people'
  | 'groups'
  | 'acts'
  | 'laws'
  | 'penalties'
  | 'actors'
  | 'outcome'

export type Countable = {
  readonly id: string
  readonly version: number
  readonly fields: { readonly kind: PublicFields['kind'] } & { readonly [K in Read]: Valued<ValueOf<K>> }
  /** Fields where sources disagree and nobody has decided. */
  readonly disputed: readonly string[]
}

const all = (): boolean => true

/** Nothing is held back, and nobody is named: a person is told apart by id alone. Never for a page of the public. */
export function countableOf(incident: Incident, pack: Pack): Countable {
  const values = <F extends Field>(field: F): Valued<Values[F]> =>
    heldOf(incident, field).map(({ value }) => ({ value: value as Values[F] }))
  const day = heldOf(incident, 'date')[0]?.value.from ?? null
  return {
    id: incident.id,
    version: incident.version,
    fields: {
      kind: heldOf(incident, 'kind')[0]?.value ?? 'event',
      freedoms: values('freedom'),
      date: values('date'),
      places: values('place').map(({ value }) => ({ value: publicPlace(value, pack) })),
      people: heldOf(incident, 'person').map((held) => ({ value: personOf(held) })),
      groups: values('group'),
      acts: values('act'),
      laws: values('law').map(({ value }) => ({ value: publicLaw(value, pack, all) })),
      penalties: values('penalty').map(({ value }) => ({ value: publicPenalty(value, day, pack, all) })),
      actors: values('actor'),
      outcome: values('outcome'),
    },
    disputed: incident.rulings.filter((one) => one.verdict === 'disputed').map((one) => one.field),
  }
}

function personOf({ value, person }: Held<'person'>): PublicPerson {
  const { role, harmed } = value
  return person === null ? { kind: 'withheld', role, harmed } : { kind: 'alias', text: person, role, harmed }
}
