/** Two filters in, the rows of one within the other out: a share whose numbers are rows. */
import type { Pack } from '../core/pack.ts'
import type { PublicIncident } from '../core/public-record.ts'
import { matching } from './filter.ts'
import type { Filter } from './views.ts'

/** `n` of `of`: both are sets of rows that a reader can open by their filter. */
export type Share = {
  readonly n: readonly string[]
  readonly of: readonly string[]
  readonly filter: Filter
  readonly ofFilter: Filter
}

/** What a finding may look at: single incidents only, for aggregates repeat them. */
export type Seen = { readonly incidents: readonly PublicIncident[]; readonly pack: Pack }

/** Rows under one filter out of the rows under another. */
export function share(seen: Seen, filter: Filter, ofFilter: Filter): Share {
  const of = matching(seen.incidents, ofFilter, seen.pack)
  const ids = (rows: readonly PublicIncident[]): readonly string[] => rows.map((one) => one.id)
  return {
    n: ids(matching(of, filter, seen.pack)),
    of: ids(of),
    filter: { ...ofFilter, ...filter },
    ofFilter,
  }
}

export const ratio = (one: Share): number => (one.of.length === 0 ? 0 : one.n.length / one.of.length)
