/** All lists of a decision and the fields that have values in, only the lists of these fields out: of the others nothing is said. */
import type { SaidValues } from '../core/decided.ts'
import type { Field } from '../core/values.ts'

const LIST_OF: Readonly<Record<Field, keyof SaidValues>> = {
  kind: 'kind',
  freedom: 'freedoms',
  date: 'date',
  other_date: 'other_dates',
  place: 'places',
  person: 'people',
  organisation: 'organisations',
  group: 'groups',
  act: 'acts',
  law: 'laws',
  offence: 'offences',
  penalty: 'penalties',
  actor: 'actors',
  source: 'sources',
  outcome: 'outcome',
}

export const listsOfFields = (lists: SaidValues, fields: ReadonlySet<Field>): SaidValues =>
  Object.fromEntries([...fields].map((field) => [LIST_OF[field], lists[LIST_OF[field]]]))
