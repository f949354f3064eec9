/** A view in, the table of incidents with a row of HXL hashtags under its header out. */
import { csv } from '../csv.ts'
import { incidentTable } from './tables/incidents.ts'
import type { OpenView } from './view.ts'

export function hxlCsv(view: OpenView): string {
  const { columns, rows } = incidentTable(view)
  const tags = columns.map((column) => column.hxl ?? '')
  return csv(
    columns.map((column) => column.name),
    [tags, ...rows],
  )
}
