/** Full values of each field in, the lists of a decision out, as a coder writes them by hand. */
import type { DecideIncident } from '../core/decided.ts'
import type { PartialDate } from '../core/partial-date.ts'
import type { Field, Values } from '../core/values.ts'

export type ValuesOf = <F extends Field>(field: F) => readonly Values[F][]
/** A decision without what makes it one: whose, when, of which passage. */
export type Lists = Omit<
  DecideIncident,
  'record' | 'id' | 'country' | 'document' | 'from' | 'to' | 'by' | 'at'
>

/** Of fields that hold one value the first. No person gets an id by this. */
export const linesOfValues = (values: ValuesOf): Lists => ({
  kind: values('kind')[0] ?? 'event',
  freedoms: values('freedom'),
  date: writtenDate(values('date')[0]),
  other_dates: values('other_date'),
  places: values('place').map((one) => one.canonical),
  people: values('person').map(({ name, harmed }) => ({ name, harmed })),
  organisations: values('organisation'),
  groups: values('group').map(({ min, max, qualifier }) => ({ min, max, qualifier })),
  acts: values('act'),
  laws: values('law').map(({ code, article, part, name }) => ({
    code,
    ...(article && { article }),
    ...(part && { part }),
    ...(name && { name }),
  })),
  offences: values('offence'),
  penalties: values('penalty').map(({ type, ...numbers }) => ({ type, ...written(numbers) })),
  actors: values('actor'),
  sources: values('source'),
})

const writtenDate = (date: PartialDate | undefined): string | null =>
  date === undefined || (date.from === null && date.to === null)
    ? null
    : date.from === date.to
      ? date.from
      : `${date.from ?? ''}..${date.to ?? ''}`

const written = <T extends object>(numbers: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(numbers).filter(([key, one]) => one !== null && key !== 'who')) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
