/** A view in, all tables of open data out, the record first: each file format writes the same rows. */

import { isFiltered } from './extent.ts'
import type { OpenTable } from './table.ts'
import { codeTable } from './tables/codes.ts'
import { countTable } from './tables/counts.ts'
import { historyTables } from './tables/histories.ts'
import { incidentTable } from './tables/incidents.ts'
import { proceedingTables } from './tables/proceedings.ts'
import { sourceTable } from './tables/sources.ts'
import { valueTables } from './tables/values.ts'
import type { OpenView } from './view.ts'

/** Numbers stand for a whole country or period: what is filtered has none. */
export const openTables = (view: OpenView): readonly OpenTable[] => [
  incidentTable(view),
  ...valueTables(view),
  sourceTable(view),
  ...historyTables(view),
  ...proceedingTables(view),
  ...(isFiltered(view.extent) ? [] : [countTable(view)]),
  codeTable(view),
]

/** All of them, in their order. */
export const TABLE_NAMES = [
  'incidents',
  ...['dates', 'other_dates', 'freedoms', 'acts', 'places', 'people', 'groups', 'organisations', 'laws'],
  ...['offences', 'penalties', 'actors', 'said_by', 'outcomes', 'sources'],
  ...[
    'links',
    'decisions',
    'corrections',
    'replies',
    'proceedings',
    'charges',
    'stages',
    'counts',
    'codebook',
  ],
] as const
