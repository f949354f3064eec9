/** A few words about an incident → a public incident; for tests only, since withholding alone makes real ones. */
import type { Pack } from '../core/pack.ts'
import type { PartialDate } from '../core/partial-date.ts'
import { parsePartialDate, UNKNOWN_DATE } from '../core/partial-date.ts'
import type {
  IncidentBody,
  PublicFields,
  PublicIncident,
  PublicPenalty,
  PublicPerson,
  Shown,
} from '../core/public-record.ts'
import {
  barePenalty,
  type Freedom,
  type GroupValue,
  type IncidentKind,
  type PenaltyType,
  type PenaltyValue,
} from '../core/values.ts'

export const shown = <T>(value: T): Shown<T> => ({
  value,
  origins: [{ source: 0, mark: null, by: 'rule', reader: 'test@1', basis: 'stated' }],
})

export type Sketch = {
  readonly id?: string
  readonly version?: number
  readonly kind?: IncidentKind
  readonly dates?: readonly (string | PartialDate | null)[]
  readonly people?: readonly PublicPerson[]
  readonly groups?: readonly GroupValue[]
  readonly acts?: readonly string[]
  readonly freedoms?: readonly Freedom[]
  readonly provisions?: readonly (string | null)[]
  readonly regions?: readonly (string | null)[]
  readonly penalties?: readonly PublicPenalty[]
  readonly disputed?: readonly string[]
}

const dateOf = (date: string | PartialDate | null): PartialDate =>
  typeof date === 'string' ? (parsePartialDate(date) ?? UNKNOWN_DATE) : (date ?? UNKNOWN_DATE)

export function incident(sketch: Sketch = {}): PublicIncident {
  const fields: PublicFields = {
    kind: sketch.kind ?? 'event',
    freedoms: (sketch.freedoms ?? []).map(shown),
    date: (sketch.dates ?? ['2020-02-17']).map((one) => shown(dateOf(one))),
    otherDates: [],
    places: (sketch.regions ?? []).map((region) =>
      shown({ name: 'x', canonical: 'x', place: null, region, label: { en: 'x', ru: null, kk: null } }),
    ),
    people: (sketch.people ?? []).map(shown),
    organisations: [],
    groups: (sketch.groups ?? []).map(shown),
    acts: (sketch.acts ?? []).map(shown),
    laws: (sketch.provisions ?? []).map((provision) =>
      shown({ code: 'criminal' as const, article: '1', part: null, name: null, provision }),
    ),
    offences: [],
    penalties: (sketch.penalties ?? []).map(shown),
    actors: [],
    saidBy: [],
    outcome: [],
  }
  const body: IncidentBody = {
    id: sketch.id ?? 'a',
    country: 'XX',
    version: sketch.version ?? 1,
    fields,
    disputed: sketch.disputed ?? [],
    decided: [],
    sources: [],
    links: [],
    replies: [],
    corrections: [],
    published: '2020-04-05',
    withheld: [],
  }
  return body as PublicIncident
}

export const named = (id: string): PublicPerson => ({
  kind: 'named',
  id,
  name: { en: 'Asan Usenov', ru: null, kk: null },
  role: null,
  harmed: true,
})
export const WITHHELD: PublicPerson = { kind: 'withheld', role: 'activist', harmed: true }
export const OFFICIAL: PublicPerson = { kind: 'withheld', role: 'officer', harmed: 'actor' }

export const group = (
  what: string,
  min: number | null,
  max: number | null,
  qualifier: GroupValue['qualifier'] = 'exact',
): GroupValue => ({
  what,
  min,
  max,
  qualifier,
})

/** Who is penalised is not public. */
const withoutWho = ({ who: _, ...rest }: PenaltyValue): Omit<PenaltyValue, 'who'> => rest

export const penalty = (type: PenaltyType, more: Partial<PublicPenalty> = {}): PublicPenalty => ({
  ...withoutWho(barePenalty(type)),
  ...{ indexMultiple: null, persons: 1 },
  ...more,
})

/** A pack of which measures read the currency alone. */
export const PACK = { currency: 'KZT', currencyNames: ['tenge'] } as unknown as Pack
