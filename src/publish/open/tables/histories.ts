/** Public incidents in, what was said and done about each record out: links, decisions, corrections, whose side was asked for. */
import type { IncidentBody, PublicIncident } from '../../../core/public-record.ts'
import { type Column, type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

type Of<T> = { readonly incident: PublicIncident; readonly one: T }

function historyTable<T>(
  name: string,
  view: OpenView,
  parts: (incident: IncidentBody) => readonly T[],
  columns: readonly Column<T>[],
): OpenTable {
  return table<Of<T>>(
    name,
    [],
    [
      { name: 'incident', type: 'string', required: true, to: 'incidents', cell: (row) => row.incident.id },
      ...columns.map((column): Column<Of<T>> => ({ ...column, cell: (row) => column.cell(row.one) })),
    ],
    view.incidents.flatMap((incident) => parts(incident).map((one) => ({ incident, one }))),
  )
}

export const historyTables = (view: OpenView): readonly OpenTable[] => [
  historyTable('links', view, (one) => one.links, [
    { name: 'link', type: 'string', required: true, cell: (one) => one.kind },
    { name: 'other_incident', type: 'string', required: true, cell: (one) => one.incident },
  ]),
  historyTable('decisions', view, (one) => one.decided, [
    { name: 'field', type: 'string', required: true, cell: (one) => one.field },
    { name: 'verdict', type: 'string', required: true, cell: (one) => one.verdict },
    { name: 'day', type: 'date', required: true, cell: (one) => one.at.slice(0, 10) },
  ]),
  historyTable('corrections', view, (one) => one.corrections, [
    { name: 'day', type: 'date', required: true, cell: (one) => one.at.slice(0, 10) },
    { name: 'why', type: 'string', cell: (one) => one.why },
  ]),
  historyTable('replies', view, (one) => one.replies, [
    { name: 'asked', type: 'boolean', required: true, cell: (one) => one.kind === 'asked' },
    { name: 'asked_on', type: 'date', cell: (one) => (one.kind === 'asked' ? one.on.slice(0, 10) : null) },
    { name: 'asked_of', type: 'string', cell: (one) => (one.kind === 'asked' ? one.of : null) },
    { name: 'asked_how', type: 'string', cell: (one) => (one.kind === 'asked' ? one.how : null) },
    {
      name: 'asked_until',
      type: 'date',
      cell: (one) => (one.kind === 'asked' ? one.until.slice(0, 10) : null),
    },
    {
      name: 'answered_on',
      type: 'date',
      cell: (one) => (one.kind === 'asked' ? (one.answer?.on.slice(0, 10) ?? null) : null),
    },
    {
      name: 'answer',
      type: 'string',
      cell: (one) => (one.kind === 'asked' ? (one.answer?.text ?? null) : null),
    },
  ]),
]
