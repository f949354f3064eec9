/** Public incidents in, their sources out: who told, how far to rely on them, and the passage with a slip for what is held back. */
import { SLIP } from '../../../core/elsewhere.ts'
import type { PassagePart, PublicIncident, PublicSource } from '../../../core/public-record.ts'
import { type OpenTable, table } from '../table.ts'
import type { OpenView } from '../view.ts'

/** As a plain text with single blanks, so that it comes back the same from wherever it was taken. */
export const passageText = (parts: readonly PassagePart[]): string =>
  parts
    .map((part) => (part.kind === 'withheld' ? SLIP : part.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

type Row = { readonly incident: PublicIncident; readonly n: number; readonly source: PublicSource }

export const sourceTable = (view: OpenView): OpenTable =>
  table<Row>(
    'sources',
    ['incident', 'source'],
    [
      { name: 'incident', type: 'string', required: true, to: 'incidents', cell: (row) => row.incident.id },
      { name: 'source', type: 'integer', required: true, cell: (row) => row.n },
      { name: 'title', type: 'string', cell: ({ source }) => source.title },
      { name: 'publisher', type: 'string', cell: ({ source }) => source.publisher },
      { name: 'collector', type: 'string', cell: ({ source }) => source.collector },
      { name: 'url', type: 'string', cell: ({ source }) => source.url },
      { name: 'published', type: 'string', cell: ({ source }) => source.published },
      { name: 'language', type: 'string', required: true, cell: ({ source }) => source.language },
      { name: 'reliability_of_source', type: 'string', cell: ({ source }) => source.reliabilityOfSource },
      {
        name: 'reliability_of_information',
        type: 'string',
        cell: ({ source }) => source.reliabilityOfInformation,
      },
      { name: 'start', type: 'integer', cell: ({ source }) => source.start },
      { name: 'end', type: 'integer', cell: ({ source }) => source.end },
      { name: 'passage', type: 'string', cell: ({ source }) => passageText(source.passage) },
      { name: 'imported_from', type: 'string', cell: ({ source }) => source.elsewhere?.node ?? null },
      { name: 'package', type: 'string', cell: ({ source }) => source.elsewhere?.package ?? null },
    ],
    view.incidents.flatMap((incident) =>
      incident.sources.map((source, index) => ({ incident, n: index + 1, source })),
    ),
  )
