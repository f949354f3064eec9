/** A line about a copy (asked for, agreed to, taken) in; kept as one entry of the log with its row, out. */
import type { Json } from '../../core/json.ts'
import type { Audience } from '../../core/tier.ts'
import { instant, record } from '../../store/append.ts'
import type { Context } from '../context.ts'

type By = { readonly by: string; readonly at: string }
/** All that the row needs, so that the log can be played again. */
export type ExportLine = By &
  (
    | {
        readonly line: 'export-asked'
        readonly id: string
        readonly organisation: string
        readonly audience: Audience
        readonly ids: readonly string[]
        readonly reason: string
        readonly ends: string
        readonly needsTwo: boolean
      }
    | { readonly line: 'export-agreed'; readonly id: string }
    | {
        readonly line: 'export-taken'
        readonly id: string
        readonly format: string
        readonly records: number
        readonly sha256: string
      }
  )

/** How the log calls these use cases: `export-asked`, `export-agreed`, `export-taken`. */
export const EXPORT_PREFIX = 'export-'

export const isExportLine = (input: unknown): input is ExportLine =>
  typeof input === 'object' &&
  input !== null &&
  'line' in input &&
  ['export-asked', 'export-agreed', 'export-taken'].includes(String(input.line))

export async function keepExport(context: Context, line: ExportLine): Promise<void> {
  const happening = {
    actor: line.by,
    at: line.at,
    useCase: line.line,
    object: line.id,
    input: line as unknown as Json,
    ...(context.actor && { organisation: context.actor.organisation }),
  }
  const [by, at] = [line.by, instant(line.at)]
  await record(context.house, happening, async (writer) => {
    switch (line.line) {
      case 'export-asked': {
        const { id, organisation, audience, ids, reason, ends, needsTwo } = line
        const asked = { asked_by: by, asked_at: at, ends, needs_two: needsTwo }
        return writer.append('exports', [{ id, organisation, audience, ids, reason, ...asked }])
      }
      case 'export-agreed':
        return writer.append('export_consents', [{ export: line.id, by, at }])
      case 'export-taken': {
        const { id, format, records, sha256 } = line
        return writer.append('exports_taken', [{ export: id, by, at, format, records, sha256 }])
      }
    }
  })
}
