/** Counts as readers may see them, by their time, their place and their method. */

import type { Measure } from '../../core/measure.ts'
import type { Store } from '../connect.ts'
import type { PublicMeasureRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

const measureOf = (row: Omit<PublicMeasureRow, 'id'>): Measure => ({
  method: row.method,
  unit: row.unit as Measure['unit'],
  period: row.period,
  slice:
    row.facet === null || row.value === null
      ? null
      : ({ facet: row.facet, value: row.value } as Measure['slice']),
  certain: row.certain,
  claimed: row.claimed,
  rows: row.rows,
})

export async function publicMeasures(
  store: Reader,
  country: string,
  period?: string,
): Promise<readonly Measure[]> {
  let query = store.selectFrom('public_measures').selectAll().where('country', '=', country)
  if (period) query = query.where('period', '=', period)
  const rows = await query.orderBy('id').execute()
  return rows.map(measureOf)
}

/** One method over all periods of a country, or one of them. */
export async function publicMeasuresBy(
  store: Reader,
  country: string,
  method: string,
  period?: string,
): Promise<readonly Measure[]> {
  let query = store
    .selectFrom('public_measures')
    .selectAll()
    .where('country', '=', country)
    .where('method', '=', method)
  if (period) query = query.where('period', '=', period)
  const rows = await query.orderBy('period').orderBy('id').execute()
  return rows.map(measureOf)
}

/** How many incidents lie wholly in each year and quarter of a country. */
export async function publicTotals(store: Reader, country: string): Promise<readonly Measure[]> {
  const rows = await store
    .selectFrom('public_measures')
    .selectAll()
    .where('country', '=', country)
    .where('method', '=', 'count.incidents@1')
    .where('facet', 'is', null)
    .orderBy('period')
    .execute()
  return rows.map(measureOf)
}
