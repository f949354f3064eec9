/** Public measures in, one row for each out: the number as the pages say it, with its unit, its method and its doubt. */
import type { Measure } from '../../../core/measure.ts'
import { type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

/** `claimed` is empty where there is no upper end: never a number for what is not known. */
export const countTable = ({ measures }: OpenView): OpenTable =>
  table<Measure & { readonly country: string }>(
    'counts',
    [],
    [
      { name: 'country', type: 'string', required: true, cell: (one) => one.country },
      { name: 'period', type: 'string', required: true, cell: (one) => one.period },
      { name: 'counted', type: 'string', required: true, cell: (one) => one.unit },
      { name: 'facet', type: 'string', cell: (one) => one.slice?.facet ?? null },
      { name: 'value', type: 'string', cell: (one) => one.slice?.value ?? null },
      { name: 'certain', type: 'number', required: true, cell: (one) => one.certain },
      { name: 'claimed', type: 'number', cell: (one) => one.claimed },
      { name: 'method', type: 'string', required: true, cell: (one) => one.method },
    ],
    // The database numbers them as they came; the same counts must make the same bytes.
    [...measures].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  )

const keyOf = ({ country, period, unit, slice, method }: Measure & { readonly country: string }): string =>
  [country, period, unit, slice?.facet ?? '', slice?.value ?? '', method].join('\n')
