/** Records as they stand, and what partners read of them. */
import type { Json } from '../../core/json.ts'
import type { Labels } from '../../core/language.ts'
import type { PassageRow } from './sources.ts'

/** Tier 4: projections, thrown away and made again at will. */
export type IncidentRow = {
  id: string
  country: string
  kind: string
  date_from: string | null
  date_to: string | null
  precision: string
  version: number
  organisation: string
  state: string
  tier: string
  /** Log entry up to which its decisions are public; null: none is. */
  shown: number | null
  /** True when it has ever been on a public page: it then comes back as a correction. */
  was_shown: boolean
  /** Handles: who coded it, to whom it was handed; organisations it is shared with. */
  coders: readonly string[]
  assigned: readonly string[]
  shared_with: readonly string[]
  /** The words that tell it, one passage a document, and who said them: all that a colleague needs to read it. */
  passages: readonly PassageRow[]
  /** Values that stand, and how many of them stand on a claim that a rule read. */
  standing: number
  by_rule: number
  /** When it was last decided; and what its second reading asks for: none, drawn, awaited, agrees, differs or settled. */
  decided_at: string | null
  second: string
  body: Json
}
/** Beside what a colleague reads: the words a search looks in, and what a count reads. */
export type IncidentStored = IncidentRow & {
  sought: string
  /** Null: it is counted with another record, that it was judged and cleared to be one with. */
  readonly counted: Pick<CountedRow, 'collectors' | 'numbers'> | null
}
/** What an incident adds to counts (src/measure/counts/packed.ts), with who may come to it: nothing of what it tells. */
export type CountedRow = Pick<
  IncidentRow,
  | 'id'
  | 'country'
  | 'kind'
  | 'date_from'
  | 'date_to'
  | 'organisation'
  | 'state'
  | 'tier'
  | 'coders'
  | 'assigned'
  | 'shared_with'
> & {
  /** Original collectors of the sources that tell it. */
  collectors: readonly string[]
  numbers: Uint8Array
}
/** Tier 4 for cases, observations and assistance: as they stand, with who may come to them. No page for others is made of it. */
export type CaseRecordRow = {
  id: string
  kind: string
  country: string | null
  organisation: string
  tier: string
  coders: readonly string[]
  assigned: readonly string[]
  /** Ids of the persons it is about, and of the records it is attached to. */
  people: readonly string[]
  about: readonly string[]
  /** Persons' names as recorded, for whoever may read the record and not the list of people. */
  names: Readonly<Record<string, Labels>>
  body: Json
}
/** Tier 6 for partners: what withholding lets them read of records that were shared with them. */
export type PartnerIncidentRow = {
  id: string
  country: string
  date_from: string | null
  date_to: string | null
  organisation: string
  state: string
  tier: string
  shared_with: readonly string[]
  body: Json
}
/** What partners may read of a quotation: those with whom an incident it tells of is shared. */
export type PartnerTestimonyRow = {
  id: string
  organisation: string
  shared_with: readonly string[]
  body: Json
}
